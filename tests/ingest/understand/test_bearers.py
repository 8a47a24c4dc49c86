"""Who bears a clause."""

from __future__ import annotations

import pytest
from understood_texts import corpus, registry, sentence, understand

from ingest.understand.actors.index import find_mentions
from ingest.understand.norms.bearers import find_bearers
from ingest.understand.norms.groups import chains
from ingest.understand.norms.pronouns import Before

ACTORS = ("beheerder", "uitvoerder", "raad", "directeur", "stuurgroep", "Beek", "Oever", "leverancier")


def bearers(text, previous=()):
    """The labels of who bears one clause, and the rule that found them."""
    actors = registry("", hints=ACTORS)
    found = find_bearers(sentence(text), find_mentions(text, "a", actors), Before(previous))
    return ([actors.actors[key].label for key in found.actors], found.rule) if found else None


@pytest.mark.parametrize(
    ("text", "labels", "rule"),
    [
        ("De beheerder meldt elke storing aan de raad.", ["beheerder"], "bearer.subject"),
        ("De beheerder en de uitvoerder melden elke storing.", ["beheerder", "uitvoerder"], "bearer.subject"),
        ("Beek, Oever en de raad betalen de kosten.", ["Beek", "Oever", "raad"], "bearer.subject"),
        ("Ook de directeur betaalt een deel.", ["directeur"], "bearer.subject"),
        ("Indien de raad dat vraagt, meldt de beheerder de storing.", ["beheerder"], "bearer.inverted-subject"),
        ("Indien de raad dat vraagt, de beheerder meldt de storing.", ["beheerder"], "bearer.subject"),
        ("Jaarlijks stelt de directeur een plan op.", ["directeur"], "bearer.inverted-subject"),
        ("Binnen een week na de melding herstelt de beheerder de storing.", ["beheerder"], "bearer.inverted-subject"),
        ("Elk kwartaal bespreekt de stuurgroep de voortgang.", ["stuurgroep"], "bearer.inverted-subject"),
        ("In overleg met de raad stelt de directeur een plan op.", ["directeur"], "bearer.inverted-subject"),
        ("Namens de raad betaalt de directeur de leverancier.", ["directeur"], "bearer.inverted-subject"),
        ("Het plan wordt door de raad vastgesteld.", ["raad"], "bearer.agent"),
        ("Door de beheerder en de uitvoerder wordt een plan opgesteld.", ["beheerder", "uitvoerder"], "bearer.agent"),
        ("Het plan moet door de directeur aan de raad worden voorgelegd.", ["directeur"], "bearer.agent"),
        ("Het herstel behoort tot de taken van de beheerder.", ["beheerder"], "bearer.marked"),
        ("De verantwoordelijkheid voor het herstel ligt bij de beheerder.", ["beheerder"], "bearer.marked"),
        ("De kosten komen voor rekening van de leverancier.", ["leverancier"], "bearer.marked"),
        ("Het is aan de raad om hierover te oordelen.", ["raad"], "bearer.marked"),
        ("In de stuurgroep wordt de voortgang besproken.", ["stuurgroep"], "bearer.place"),
        ("Eenmaal per jaar vindt tussen Beek en Oever overleg plaats.", ["Beek", "Oever"], "bearer.place"),
        ("Beheerder: het bijhouden van het register.", ["beheerder"], "bearer.label"),
        ("Beek en Oever: het betalen van de kosten.", ["Beek", "Oever"], "bearer.label"),
        ("Het eerste aanspreekpunt is de beheerder.", ["beheerder"], "bearer.predicate"),
        ("Het is van belang dat de beheerder elke storing meldt.", ["beheerder"], "bearer.subordinate-subject"),
        ("Beek in de rol van beheerder meldt elke storing.", ["beheerder"], "bearer.capacity"),
    ],
)
def test_a_clause_shows_who_bears_it(text, labels, rule):
    assert bearers(text) == (labels, rule)


@pytest.mark.parametrize(
    "text",
    [
        "De kosten worden betaald.",
        "De bijdrage van Beek bedraagt een kwart van de kosten.",
        "Elke storing wordt aan de raad gemeld.",
        "Het plan van de directeur geldt voor vier jaar.",
        "Opstellen van een plan voor de raad",
        "De afspraak tussen Beek en Oever geldt voor vier jaar.",
    ],
)
def test_a_name_that_is_not_the_subject_is_no_bearer(text):
    assert bearers(text) is None


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Zij melden elke storing.", "bearer.pronoun"),
        ("Daarbij houdt hij een register bij.", "bearer.pronoun"),
        ("Laatstgenoemde betaalt de kosten.", "bearer.pronoun"),
        ("Het stelt jaarlijks een plan op.", "bearer.pronoun"),
        ("Dit verslag wordt aangeboden aan de raad.", "bearer.maker"),
    ],
)
def test_a_pronoun_or_thing_points_back(text, rule):
    assert bearers(text, ("beek",)) == (["Beek"], rule)
    assert bearers(text) is None


@pytest.mark.parametrize(
    "text", ["Het is een goed plan.", "Het wordt laat.", "Het betreft de kosten.", "De kosten zijn hoog."]
)
def test_what_points_at_nobody(text):
    assert bearers(text, ("beek",)) is None


def test_a_part_that_anybody_can_play_does_not_stand_for_who_plays_it():
    read = understand("Waterkring in de rol van opdrachtnemer meldt elke storing.")
    assert read.borne("meldt elke storing") == ["Waterkring"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Beek, Oever en de raad", [["Beek", "Oever", "raad"]]),
        ("Beek en de andere leverancier", [["Beek", "leverancier"]]),
        ("Beek betaalt Oever", [["Beek"], ["Oever"]]),
        ("Beek (als beheerder) en Oever", [["Beek", "Oever"]]),
        ("de raad van Beek", [["raad"], ["Beek"]]),
        ("Beek/Oever of de directeur", [["Beek", "directeur"]]),
    ],
)
def test_names_of_one_enumeration_are_one_chain(text, expected):
    groups = chains(text, find_mentions(text, "a", registry("", hints=ACTORS)))
    assert [[mention.actor.label for mention in group] for group in groups] == expected


BZK, SBO = "Ministerie BZK", "strategische beheerorganisatie"
TBO, OBO = "tactische beheerorganisatie", "operationele beheerorganisaties"
KOOP = "Kennis- en Exploitatiecentrum Officiële Overheidspublicaties"


@pytest.mark.parametrize(
    ("words", "labels"),
    [
        ("behoort tot de verantwoordelijkheid van de OBO’s en omvat", [OBO]),
        ("borgt door zijn tactische regierol het functioneren", [TBO]),
        ("behoort tot de verantwoordelijkheid van de TBO en omvat", [TBO]),
        ("De SBO, ondersteund door TBO, brengt hiervoor jaarlijks", [SBO]),
        ("stelt namens het Opdrachtgevend Beraad (OGB) het interbestuurlijk budget", [BZK]),
        ("De TBO brengt jaarlijks een offerte uit aan de SBO", [TBO]),
        ("Na aanvaarding van de offerte door de SBO neemt de TBO een opdracht aan", [TBO]),
        ("Elke Partij draagt de eigen kosten", ["Partijen"]),
        ("kunnen Partijen afspraken met wederzijds goedvinden", ["Partijen"]),
        ("Na afloop van de samenwerkingsperiode stelt de SBO een verslag op", [SBO]),
        ("Dit verslag wordt aangeboden aan het Bestuurlijk Overleg", [SBO]),
        (
            "Zij zijn gehouden om goed met elkaar samen te werken",
            [OBO, "Rijkswaterstaat", "Kadaster", KOOP, "Geonovum"],
        ),
        ("zendt elke Partij zijn zienswijze", ["Partijen"]),
        ("waarvoor de minister van BZK eindverantwoordelijk is", ["Minister van BZK"]),
        ("zijn OBO en ontwikkelaar van de koppelvlakken", ["Rijkswaterstaat", "Geonovum", "Kadaster", KOOP]),
        ("IPLO ondersteunt daarbij vanuit expertise", ["IPLO"]),
    ],
)
def test_clauses_of_the_agreement_of_several_parties(words, labels):
    assert corpus().of("meerpartijen").borne(words) == labels


@pytest.mark.parametrize(
    ("words", "labels"),
    [
        ("Ministerie van BZK: doen van het strategisch beheer", [BZK]),
        ("Deze overheidspartij (in casu BZK) belast een onderdeel", [BZK]),
        ("Provincies en waterschappen hebben gekozen voor de route van facturering", ["provincies", "waterschappen"]),
        ("Alle overheden dragen gezamenlijk de kosten", ["overheden"]),
        ("Partijen besluiten in het Bestuurlijk Overleg in consensus", ["partijen"]),
    ],
)
def test_clauses_of_the_arrangement(words, labels):
    read = corpus().of("beheerarrangement")
    found = [s for s in read.statements if words.lower() in " ".join(s.text.split()).lower()]
    assert [read.bearers(statement) for statement in found] == [labels] * len(found)
    assert found


@pytest.mark.parametrize(
    ("words", "labels"),
    [
        ("Opdrachtnemer benoemt één eindverantwoordelijke medewerker", ["Opdrachtnemer"]),
        ("Hiertoe dient de Opdrachtnemer een dashboard op te leveren", ["Opdrachtnemer"]),
        ("Acceptatietesten op bedrijfsapplicaties worden door Drechtsteden uitgevoerd", ["Drechtsteden"]),
        ("Opdrachtnemer en Drechtsteden stellen altijd in overleg vast", ["Opdrachtnemer", "Drechtsteden"]),
        ("vallen onder verantwoordelijkheid van Opdrachtnemer", ["Opdrachtnemer"]),
    ],
)
def test_clauses_of_the_specification(words, labels):
    assert corpus().of("regie").borne(words) == labels
