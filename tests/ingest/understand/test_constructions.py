"""Constructions in which somebody else than the subject or the agent bears a clause."""

from __future__ import annotations

import pytest
from understood_texts import registry, sentence, understand

from ingest.understand.actors.index import find_mentions
from ingest.understand.norms.bearers import find_bearers
from ingest.understand.norms.pronouns import Before

ACTORS = ("beheerder", "uitvoerder", "raad", "directeur", "partijen", "Beek", "Oever", "meldpunt")


def bearers(text: str, before: Before | None = None) -> list[str] | None:
    """The labels of who bears one clause, None where it shows nobody."""
    actors = registry("", hints=ACTORS)
    found = find_bearers(sentence(text), find_mentions(text, "a", actors), before or Before())
    return [actors.actors[key].label for key in found.actors] if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Van de beheerder wordt verwacht dat hij storingen meldt.", ["beheerder"]),
        ("Klachten van inwoners komen binnen bij het meldpunt.", ["meldpunt"]),
        ("Op een advies volgt binnen zes weken een schriftelijke reactie van de directeur.", ["directeur"]),
        ("Het archief is ondergebracht bij de uitvoerder.", ["uitvoerder"]),
        ("Maandelijks spreekt de directeur met de beheerder.", ["directeur", "beheerder"]),
        ("De directeur bespreekt het plan met de beheerder.", ["directeur"]),
        ("Na elke storing ontvangt de raad een analyse van de hand van de beheerder.", ["beheerder"]),
        ("In gevallen waarin dit besluit niet voorziet beslist de directeur.", ["directeur"]),
        ("Opzegging door Beek is mogelijk met een termijn van een jaar.", ["Beek"]),
        ("Verschillen van inzicht tussen Beek en Oever worden aan de raad voorgelegd.", ["Beek", "Oever"]),
    ],
)
def test_who_bears_what_it_is_no_subject_of(text: str, expected: list[str]) -> None:
    assert bearers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Een geschil wordt eerst in der minne besproken.", ["partijen"]),
        ("Een datalek wordt binnen een dag gemeld aan de raad.", ["partijen"]),
        ("Opzegging geschiedt bij aangetekende brief.", ["partijen"]),
        ("Het verschil wordt in mindering gebracht.", None),
        ("Een plan wordt gemeld aan de raad.", None),
    ],
)
def test_what_all_who_made_the_agreement_have_together(text: str, expected: list[str] | None) -> None:
    assert bearers(text, Before(speakers=("partijen",))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ieder van hen is gehouden het plan te bewaren.", ["beheerder"]),
        ("Toezeggingen kunnen door hem niet worden gedaan.", ["beheerder"]),
        ("Het plan wordt door haar leden opgesteld.", None),
        ("De raad krijgt bericht van de beslissing.", ["beheerder"]),
    ],
)
def test_whom_the_clause_before_was_about(text: str, expected: list[str] | None) -> None:
    assert bearers(text, Before(("beheerder",))) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Mededelingen aan de pers blijven achterwege totdat de raad is ingelicht.",
        "Toegang is kosteloos, mits de raad daarmee instemt.",
        "De indiener krijgt bericht.",
    ],
)
def test_who_stands_in_a_condition_or_gets_something_bears_nothing(text: str) -> None:
    assert bearers(text) is None


def test_people_of_an_organisation_act_for_it() -> None:
    text = "Artikel 1 Werk\n\n1. Een medewerker van de Dienst Oever kan aanwezig zijn.\n\n"
    text += "2. De medewerkers van de Dienst Oever bewaren geheimhouding. De Dienst Oever zendt een verslag.\n"
    read = understand(text, known=("Dienst Oever",))
    assert read.borne("kan aanwezig zijn") == ["Dienst Oever"]


def test_this_one_is_whom_a_clause_without_a_bearer_names() -> None:
    text = "Artikel 1 Werk\n\n1. De raad stelt het plan vast. Bezwaren worden voorgelegd aan de bezwaarcommissie. "
    text += "Deze brengt binnen een maand advies uit.\n"
    assert understand(text, known=("raad",)).borne("advies uit") == ["bezwaarcommissie"]
