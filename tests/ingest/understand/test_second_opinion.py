"""Clauses that the rules leave open, with the classifier's opinion."""

from __future__ import annotations

import pytest
from understood_texts import Read, understand

from ingest.model.statements import Kind
from ingest.understand.judgement import CLASSIFIED

PLAN = """# Beheerplan sluis

## Taken van de havenmeester

{}

## Slot

De havenmeester meldt elke storing aan de raad.
"""


def read(clause: str) -> Read:
    return understand(PLAN.format(clause), known=("raad",), media_type="text/markdown", classified=True)


@pytest.mark.parametrize(
    ("clause", "kind"),
    [
        ("- Geen schepen toelaten bij storm.", Kind.PROHIBITION),
        ("- Eerste bericht aan de schippers binnen twintig minuten.", Kind.DUTY),
        ("Kleine wijzigingen in het rooster mogen tussendoor, als de raad akkoord is.", Kind.PERMISSION),
    ],
)
def test_what_no_rule_sees_is_found(clause: str, kind: Kind) -> None:
    words = clause.removeprefix("- ")
    assert words not in {statement.text for statement in understand(PLAN.format(clause)).statements}
    assert read(clause).said(words).kind is kind
    assert read(clause).said(words).rules[0] == CLASSIFIED


def test_what_states_nothing_is_left_out() -> None:
    clause = "De meeste schippers kennen de sluis van vroeger."
    assert clause not in {statement.text for statement in read(clause).statements}


def test_a_sure_rule_is_not_asked_again() -> None:
    found = read("De havenmeester is verplicht het rooster bij te houden.").said("verplicht")
    assert found.kind is Kind.DUTY
    assert found.rules[0] != CLASSIFIED


def test_recitals_state_nothing() -> None:
    recitals = "Overwegende dat:\n\n- de havenmeester de sluis bedient;\n\nkomen overeen:\n\n"
    text = f"{recitals}Artikel 1 Sluis\n\n1. De sluis is open.\n"
    found = understand(text, classified=True).statements
    assert not any("bedient" in statement.text for statement in found)


def test_without_the_classifier_no_statement_carries_its_mark() -> None:
    clause = "- Eerste bericht aan de schippers binnen twintig minuten."
    assert all(CLASSIFIED not in statement.rules for statement in understand(PLAN.format(clause)).statements)


def test_the_chance_of_what_it_finds_is_told() -> None:
    found = read("- Geen schepen toelaten bij storm.").said("Geen schepen")
    assert 0.2 < found.confidence < 0.98


HISTORY = """# Nota over de sluis

## Hoe het zo gekomen is

De gemeenten werken met elf verschillende kaarten en bellen elkaar als een schip vastligt. {}
Schippers vragen daar al jaren om en de havenmeester ziet hun boten liever gaan dan komen.

## Afspraken

De havenmeester meldt elke storing aan de raad.
"""


def test_what_prose_merely_tells_is_no_duty() -> None:
    clause = "De gemeenten werken met elf verschillende kaarten en bellen elkaar als een schip vastligt."
    text = HISTORY.format("")
    by_rules = understand(text, known=("gemeenten",), media_type="text/markdown")
    told = understand(text, known=("gemeenten",), media_type="text/markdown", classified=True)
    assert clause in {statement.text for statement in by_rules.statements}
    assert clause not in {statement.text for statement in told.statements}
    assert told.said("De havenmeester meldt").kind is Kind.DUTY


@pytest.mark.parametrize(
    "clause",
    [
        "De raad stelde in 2030 een rooster vast.",
        "De gemeenten spraken elk kwartaal over de kosten.",
        "Partijen zouden elkaar elk kwartaal informeren.",
    ],
)
def test_what_somebody_did_is_no_norm(clause: str) -> None:
    text = f"Artikel 1 Sluis\n\n1. {clause}\n\n2. De raad stelt het rooster vast.\n"
    norms = {statement.text for statement in understand(text, known=("raad", "gemeenten")).statements}
    assert norms == {"De raad stelt het rooster vast."}
