"""Clauses with their values, and the words of the source that show them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from understood_texts import corpus, mapped, understand

from ingest.model.agreement import AgreementKind
from ingest.model.statements import Kind
from ingest.model.text import MappedText
from ingest.understand.statements import evidence_span


def test_a_statement_brings_the_values_of_its_clause():
    text = (
        "Artikel 1 Werk\n\nIndien de raad dat vraagt, stelt de directeur vóór 1 maart 2031 een raming van "
        "€ 2.500 als bedoeld in artikel 4 van het Convenant Water voor de raad op.\n"
    )
    (statement,) = understand(text).statements
    assert statement.kind is Kind.DUTY
    assert statement.condition == "Indien de raad dat vraagt"
    assert statement.deadline is not None
    assert (statement.deadline.value, statement.deadline.surface) == ("2031-03-01", "vóór 1 maart 2031")
    assert [amount.value for amount in statement.amounts] == [Decimal(2500)]
    assert [(one.section, one.title) for one in statement.references] == [("4", "Convenant Water")]
    assert statement.section == "Artikel 1"
    assert statement.action.endswith("opstellen")
    assert "directeur" not in statement.action


@pytest.mark.parametrize(
    ("text", "term", "meaning"),
    [
        ("Onder meldpunt wordt verstaan het loket waar inwoners klagen.", "meldpunt", "het loket waar inwoners klagen"),
        ("Onder “meldpunt” wordt in deze regeling verstaan: het loket.", "meldpunt", "het loket"),
    ],
)
def test_a_definition_has_a_term_and_a_meaning(text, term, meaning):
    (statement,) = understand(text).statements
    assert (statement.kind, statement.term, statement.meaning) == (Kind.DEFINITION, term, meaning)
    assert statement.bearers == ()


def test_a_list_of_definitions():
    items = "- meldpunt: het loket;\n- storing: een gebrek in het net.\n"
    text = f"Artikel 1 Begrippen\n\nIn deze regeling wordt verstaan onder:\n\n{items}"
    found = {statement.term: statement.meaning for statement in understand(text).statements}
    assert found == {"meldpunt": "het loket", "storing": "een gebrek in het net"}


@pytest.mark.parametrize(
    ("kind", "expected"), [(AgreementKind.AGREEMENT, Kind.DUTY), (AgreementKind.EVALUATION, Kind.FINDING)]
)
def test_what_an_agreement_lays_down_an_evaluation_finds(kind, expected):
    (statement,) = understand("Artikel 1 Werk\n\nDe beheerder meldt de storingen vaak te laat.\n", kind).statements
    assert statement.kind is expected


@pytest.mark.parametrize(
    "text",
    [
        "Inhoudsopgave",
        "Zie de bijlage.",
        "Hoe werkt dit in de praktijk?",
        "https://www.beek.nl/verslagen",
        "In hoofdstuk 4 wordt de werkwijze toegelicht.",
        "- - -",
        "Artikel 1",
    ],
)
def test_what_states_nothing(text):
    assert understand(text).statements == ()


def test_every_sentence_and_every_item_is_one_statement():
    text = (
        "Artikel 1 Werk\n\nDe raad stelt het plan vast. De directeur voert het uit.\n\nDe beheerder zorgt voor:\n\n"
        "- het register;\n- de storingen.\n"
    )
    assert [statement.text for statement in understand(text).statements] == [
        "De raad stelt het plan vast.",
        "De directeur voert het uit.",
        "het register;",
        "de storingen.",
    ]


def test_the_evidence_is_the_words_as_the_source_has_them():
    text = "Artikel 1 Werk\n\nDe raad stelt\njaarlijks   het plan\nvast.\n"
    (statement,) = understand(text).statements
    assert statement.text == "De raad stelt\njaarlijks   het plan\nvast."
    assert statement.span.of(text) == statement.text


def pieced(text, *ranges):
    """The parts of ``text`` at these ranges as one repaired line."""
    parts, offsets = [], []
    for start, end in ranges:
        parts.append(text[start:end])
        offsets += range(start, end)
    return MappedText("".join(parts), tuple(offsets))


def test_the_evidence_of_an_interrupted_clause_is_its_longest_part():
    text = "De raad stelt [pagina 4 van 9] het plan van de beheerder vast."
    whole = pieced(text, (0, 14), (31, len(text)))
    assert evidence_span(whole, text).of(text) == "het plan van de beheerder vast."


def test_a_footnote_number_or_a_link_interrupts_nothing():
    text = "De raad stelt 12 het [plan](https://beek.nl/plan) vast."
    whole = pieced(text, (0, 14), (17, 21), (22, 26), (49, len(text)))
    assert evidence_span(whole, text).of(text) == text
    assert evidence_span(mapped("De raad besluit."), "De raad besluit.").end == 16


def test_a_clause_that_a_page_break_interrupts_in_the_corpus():
    read = corpus().of("meerpartijen")
    statement = read.said("stelt de SBO een verslag op over de uitvoering")
    assert statement.deadline is not None
    assert statement.deadline.value == "P0D"
    assert statement.text.startswith("Na afloop van de samenwerkingsperiode")


@pytest.mark.parametrize(
    ("words", "kind", "deadline"),
    [
        ("gelden tot en met 31 december 2029", Kind.TERM, "2029-12-31"),
        ("wordt uiterlijk 31 december 2027 geëvalueerd", Kind.TERM, "2027-12-31"),
        ("is niet juridisch afdwingbaar", Kind.PRECEDENCE, None),
        ("Elke Partij draagt de eigen kosten", Kind.DUTY, None),
        ("Een keer per kwartaal wordt verantwoording afgelegd", Kind.DUTY, "P3M"),
        ("zendt elke Partij zijn zienswijze", Kind.DUTY, "P7D"),
        ("is gedelegeerd opdrachtgever voor de OBO’s", Kind.ROLE, None),
    ],
)
def test_kinds_and_times_in_the_agreement_of_several_parties(words, kind, deadline):
    statement = corpus().of("meerpartijen").said(words)
    assert statement.kind is kind
    assert (statement.deadline and statement.deadline.value) == deadline


def test_place_and_day_of_signing_are_a_term_and_the_signatories_state_nothing():
    read = corpus().of("meerpartijen")
    signed = read.said("Den Haag, 9 november 2023")
    assert (signed.kind, signed.rules[0]) == (Kind.TERM, "kind.term-signed")
    assert signed.deadline is not None
    assert signed.deadline.value == "2023-11-09"
    after = [statement for statement in read.statements if statement.span.start > signed.span.start]
    assert {statement.kind for statement in after} <= {Kind.ROLE}


@pytest.mark.parametrize("text", ["De directeur, A. de Vries.", "De raad, namens deze, de voorzitter."])
def test_a_signature_is_no_duty(text):
    assert [s for s in understand(text).statements if s.kind is Kind.DUTY] == []
