"""The packaged wordings of comparable slots, each on the clause that it was made for, and what they keep apart."""

from __future__ import annotations

import pytest

from ingest.align.acts import acts_in, contrasts_in, kind_of_product, products_in
from ingest.align.patterns import slot_patterns, stated_slots
from ingest.align.reading import Reading, one_line
from ingest.align.timing import time_slots
from ingest.align.words import stem
from ingest.model.text import Span


def reading(text: str, *, finding: bool = False) -> Reading:
    return Reading(one_line(text, Span(0, len(text))), (), ("penvoerder",), ("stuurgroep",), "", finding)


@pytest.mark.parametrize("pattern", slot_patterns(), ids=lambda pattern: pattern.id)
def test_pattern_fits_its_example(pattern) -> None:
    assert pattern.expression.search(pattern.example)


@pytest.mark.parametrize(
    ("text", "slot", "value"),
    [
        ("Dit convenant is niet in rechte afdwingbaar.", "enforceable", "no"),
        ("Dit convenant is juridisch bindend.", "enforceable", "yes"),
        ("Leidt overleg niet tot een oplossing, dan kan elke partij naar de bevoegde rechter.", "court", "yes"),
        ("Partijen doen bij de burgerlijke rechter geen beroep op dit convenant.", "court", "no"),
        ("De stuurgroep heeft een onafhankelijke voorzitter.", "chair", "independent"),
        ("Het voorzitterschap wordt vervuld door een van de deelnemers.", "chair", "party"),
        ("De sluizen maken geen deel uit van de opdracht.", "scope", "out"),
        ("De sluizen vallen binnen de scope.", "scope", "in"),
        ("Opzegging is voor 2030 niet mogelijk.", "termination", "impossible"),
    ],
)
def test_slot_has_the_value_that_the_words_give(text: str, slot: str, value: str) -> None:
    assert value in {found.value for found in stated_slots(reading(text)) if found.slot == slot}


@pytest.mark.parametrize(
    ("text", "slot", "key", "value"),
    [
        ("De raad besluit voor 1 mei 2031 over het plan.", "moment", "decide", "by:2031-05-01"),
        ("De raad besluit over de evaluatie voor 1 mei 2031.", "moment", "decide", "by:2031-05-01"),
        ("Het budget geldt 4 jaar (2030 t/m 2034).", "period", "4", "2030/2034"),
        ("Het Beleidsplan 2030 – 2033 ligt ter inzage.", "title-period", "beleidsplan", "2030/2033"),
        ("De stuurgroep vergadert minimaal 2 keer per jaar.", "meeting", "stuurgroep", "at-least:2"),
        ("De looptijd is vijf jaar.", "length", "", "P5Y"),
    ],
)
def test_times_are_comparable(text: str, slot: str, key: str, value: str) -> None:
    assert (slot, key, value) in {(found.slot, found.key, found.value) for found in time_slots(reading(text))}


def test_a_slot_points_at_its_words_in_the_source() -> None:
    source = "Dit convenant is\n   juridisch  bindend."
    text = source[5:]
    mapped = one_line(text, Span(5, len(source)))
    (found,) = [s for s in stated_slots(Reading(mapped, ())) if s.slot == "enforceable"]
    assert " ".join(found.span.of(source).split()) == "juridisch bindend"


def test_a_deviation_counts_only_in_a_report() -> None:
    text = "De stuurgroep stelt geen jaarplan vast."
    assert not [s for s in stated_slots(reading(text)) if s.slot == "deviation"]
    assert [s for s in stated_slots(reading(text, finding=True)) if s.slot == "deviation"]


def test_acts_products_and_cases_are_told_apart() -> None:
    assert {act for _, act in acts_in("De raad stelt het plan vast en evalueert het.")} == {"adopt", "evaluate"}
    assert [product for *_, product in products_in("de aansluit- en gebruiksvoorwaarden")] == [
        stem("gebruiksvoorwaarden"),
        stem("aansluitvoorwaarden"),
    ]
    assert stem("beleidsplan") in {product for *_, product in products_in("Zij maken een beleids- en jaarplan.")}
    assert kind_of_product("meerjarenbegroting") == kind_of_product("meerjarenplannen")
    assert kind_of_product("meerjarenovereenkomst") != kind_of_product("meerjarenplannen")
    assert contrasts_in("besluiten zonder financiële gevolgen") == ("presence:without",)


def test_forms_of_one_word_are_one_term() -> None:
    assert stem("vaststelt") == stem("vaststelling") == stem("vastgesteld")
    assert stem("tests") == stem("test")
    assert stem("besluiten") == stem("beslissing")
