"""Letters: what they say of sender and addressee, by kind."""

from __future__ import annotations

import pytest
from understood_texts import understand

from ingest.model.statements import Kind

HEAD = "Ministerie van Waterbeheer\n\n{address}\n\nBetreft: opdracht 2031\n\nGeachte heer Veldkamp,\n\n"
FOOT = "\n\nMet vriendelijke groet,\n\nde directeur-generaal Waterbeheer,\n\ndrs. T. Smit\n"
ADDRESS = "Aan de directeur van de Dienst Gemalen"


def letter(body, address=ADDRESS):
    return understand(HEAD.format(address=address) + body + FOOT)


def one(clause, **given):
    read = letter(clause, **given)
    statement = read.said(clause)
    return statement.kind.value, read.bearers(statement)


@pytest.mark.parametrize(
    ("clause", "kind", "bearers"),
    [
        ("U meldt elke storing binnen een dag.", "duty", ["Dienst Gemalen"]),
        ("Klachten van inwoners handelt u binnen zes weken af.", "duty", ["Dienst Gemalen"]),
        ("Valt een gemaal uit, dan waarschuwt u mij terstond.", "duty", ["Dienst Gemalen"]),
        ("Voordat u een gemaal sluit, hoort u de Klankbordgroep.", "duty", ["Dienst Gemalen"]),
        ("Ik verzoek u vóór 1 mei 2031 een plan van aanpak te leveren.", "duty", ["Dienst Gemalen"]),
        ("U wordt verzocht deze brief getekend terug te zenden.", "duty", ["Dienst Gemalen"]),
        ("De heffing wordt door u elk kwartaal afgedragen.", "duty", ["Dienst Gemalen"]),
        ("De meetgegevens worden vijf jaar bewaard.", "duty", ["Dienst Gemalen"]),
        ("U kunt van dit tarief afwijken.", "permission", ["Dienst Gemalen"]),
        ("Het is u niet toegestaan gegevens te verkopen.", "prohibition", ["Dienst Gemalen"]),
        ("U gaat geen nieuwe leningen aan.", "prohibition", ["Dienst Gemalen"]),
        ("De norm stel ik jaarlijks vast.", "power", ["directeur-generaal Waterbeheer"]),
        ("Over het plan neem ik vóór 1 juli 2031 een besluit.", "power", ["directeur-generaal Waterbeheer"]),
        ("Ik treed op als opdrachtgever.", "role", ["directeur-generaal Waterbeheer"]),
    ],
)
def test_a_letter_speaks_of_sender_and_addressee(clause, kind, bearers):
    assert one(clause) == (kind, bearers)


def test_who_gets_something_is_not_who_acts():
    read = letter("De Klankbordgroep zendt u elk jaar haar advies.")
    (statement,) = read.statements
    assert read.bearers(statement) == ["Klankbordgroep"]


def test_attention_to_somebody_at_an_organisation_is_a_letter_to_it():
    found = one("U meldt elke storing.", address="Dienst Gemalen\nt.a.v. de directeur, de heer P. Veldkamp")
    assert found == ("duty", ["Dienst Gemalen"])


@pytest.mark.parametrize("lead", ["Daarom vraag ik u:", "U rapporteert mij", "De opdracht omvat:"])
def test_what_a_letter_lists_is_asked_of_the_addressee(lead):
    read = letter(f"{lead}\n\n- het verloop van de storingen;\n- een raming van de kosten.")
    assert [statement.text for statement in read.statements] == [
        "het verloop van de storingen;",
        "een raming van de kosten.",
    ]
    assert {statement.kind for statement in read.statements} == {Kind.DUTY}
    assert {label for statement in read.statements for label in read.bearers(statement)} == {"Dienst Gemalen"}


def test_what_stands_below_a_heading_that_asks_is_asked_of_the_addressee():
    read = letter(
        "1. Wat ik van u vraag\n\n- Een gemaal dat altijd draait.\n- Metingen op alle werkdagen.\n\n2. Slot\n"
    )
    statement = read.said("Metingen op alle werkdagen.")
    assert (statement.kind, read.bearers(statement)) == (Kind.DUTY, ["Dienst Gemalen"])


def test_courtesy_asks_nothing():
    assert letter("Met belangstelling heb ik kennisgenomen van uw offerte.").statements == ()


def test_without_a_greeting_nobody_is_spoken_to():
    read = understand("Artikel 1 Melding\n\n1. U meldt elke storing aan Dienst Gemalen.\n")
    assert [label for statement in read.statements for label in read.bearers(statement)] == []
