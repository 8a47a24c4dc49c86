"""Forms of clauses that drafters use and that one agreement seldom shows together."""

from __future__ import annotations

import pytest
from understood_texts import understand

OPENING = "Artikel 1 Samenwerking\n\n1. De penvoerder en de stuurgroep werken samen met de partners.\n\n"


def one(clause):
    read = understand(f"{OPENING}Artikel 2 Werkwijze\n\n1. {clause}\n")
    statement = read.said(clause)
    return statement.kind, [label.lower() for label in read.bearers(statement)]


@pytest.mark.parametrize(
    ("clause", "kind", "bearers"),
    [
        ("Haalt de penvoerder de norm niet, dan legt hij een plan voor aan de stuurgroep.", "duty", ["penvoerder"]),
        (
            "Kan geen akkoord worden bereikt, dan legt de penvoerder de zaak voor aan de stuurgroep.",
            "duty",
            ["penvoerder"],
        ),
        ("Is de partner het daarmee oneens, dan beslist de stuurgroep.", "power", ["stuurgroep"]),
        ("Geen van de partners deelt gegevens buiten dit verband.", "prohibition", ["partner"]),
        ("De partners doen geen mededelingen aan de pers.", "prohibition", ["partner"]),
        ("Voor een hogere bijdrage is instemming van de stuurgroep nodig.", "power", ["stuurgroep"]),
        ("De stuurgroep doet in laatste instantie uitspraak.", "power", ["stuurgroep"]),
        ("De penvoerder beschikt over een register van aanvragen.", "duty", ["penvoerder"]),
        ("De penvoerder is secretaris en heeft geen stem.", "role", ["penvoerder"]),
        ("De penvoerder zit het vooroverleg voor.", "role", ["penvoerder"]),
        ("De stuurgroep bestaat uit de directeuren van de partners.", "role", ["stuurgroep"]),
        ("De penvoerder is bevoegd uitgaven te doen tot € 5.000.", "power", ["penvoerder"]),
        ("De penvoerder kan haar deelname beëindigen met een opzegtermijn van een jaar.", "permission", ["penvoerder"]),
        ("Op de penvoerder rust de plicht de partners te waarschuwen.", "duty", ["penvoerder"]),
        ("Bewoners melden klachten bij de penvoerder.", "duty", ["bewoners"]),
        ("Eis: Penvoerder en stuurgroep houden elk kwartaal overleg.", "duty", ["penvoerder", "stuurgroep"]),
        ("De penvoerder: voorzitter en secretaris van het overleg.", "role", ["penvoerder"]),
        ("De tweede overlegtafel is de stuurgroep.", "role", ["stuurgroep"]),
        ("De dijktafel bespreekt elk kwartaal de voortgang.", "duty", ["dijktafel"]),
        ("De penvoerder vermindert de levering met ten minste 10%.", "duty", ["penvoerder"]),
        ("De kosten van het onderzoek komen voor rekening van de penvoerder.", "duty", ["penvoerder"]),
        ("De stuurgroep kan een mandaat intrekken.", "power", ["stuurgroep"]),
        ("De stuurgroep kan een partner uitsluiten van een vergadering.", "power", ["stuurgroep"]),
        ("De penvoerder heeft het laatste woord over de planning.", "power", ["penvoerder"]),
        ("De penvoerder laat na om gegevens te delen.", "prohibition", ["penvoerder"]),
        ("Wie een storing opmerkt, meldt deze binnen een uur.", "duty", []),
        ("Tussentijds uittreden kan tegen het einde van een jaar.", "permission", ["partner"]),
        ("Persoonsgegevens worden nimmer aan derden verstrekt.", "prohibition", []),
        ("De penvoerder zit voor.", "role", ["penvoerder"]),
        ("Het staat de partners vrij het overleg te verlaten.", "permission", ["partner"]),
        ("Klachten verlopen via de penvoerder.", "duty", ["penvoerder"]),
    ],
)
def test_kind_and_bearer(clause, kind, bearers):
    assert one(clause) == (kind, bearers)


@pytest.mark.parametrize(
    "clause",
    [
        "Bij strijdigheid gaat deze overeenkomst voor.",
        "Waar beide van elkaar afwijken, is de bijlage leidend.",
        "Het advies van de deskundige is bindend.",
        "De bijlagen maken onlosmakelijk onderdeel uit van deze overeenkomst.",
    ],
)
def test_which_words_prevail(clause):
    assert one(clause)[0] == "precedence"


def test_a_letter_that_labels_an_annex_ends_its_sentence():
    read = understand(f"{OPENING}2. De partner gebruikt het formulier in bijlage B. De penvoerder meldt dat.\n")
    assert [read.bearers(s) for s in read.statements[-2:]] == [["partner"], ["penvoerder"]]


def test_a_role_with_its_organisation_in_brackets_heads_its_tasks():
    read = understand(
        f"{OPENING}2. De servicemanager meldt storingen.\n\n**Servicemanager (Waterkring)**\n\n"
        "- Bewaken van de termijnen\n- Opstellen van de rapportage\n"
    )
    assert {tuple(read.bearers(s)) for s in read.statements[-2:]} == {("Servicemanager",)}


def test_a_party_described_before_its_short_name_is_known_by_both():
    read = understand(
        "Partijen:\n\n1. Stichting Veerhuis, aanbieder van vervoer, hierna te noemen: Veerhuis;\n"
        "2. de gemeente Dal;\n\nkomen het volgende overeen.\n\nArtikel 1 Taken\n\n1. Veerhuis meldt elke storing.\n"
    )
    meldt = read.said("Veerhuis meldt elke storing.")
    party = next(s for s in read.statements if s.text.startswith("Stichting Veerhuis"))
    assert party.kind == "role"
    assert read.bearers(meldt) == read.bearers(party) != []


def test_all_of_a_list_are_meant_by_their_plural():
    read = understand(
        "De colleges van de gemeenten Beek, Dal en Kust (hierna: de gemeenten) besluiten samen.\n\n"
        "Artikel 1 Taken\n\n1. De gemeenten melden elke storing.\n"
    )
    assert read.bearers(read.said("De gemeenten melden elke storing.")) == ["gemeenten"]


def test_a_modal_that_opens_an_item_is_its_verb():
    read = understand(f"{OPENING}2. De partners:\n\na. delen hun gegevens;\nb. mogen onderling materieel uitlenen.\n")
    assert read.said("mogen onderling materieel uitlenen.").kind == "permission"
