"""Names that an agreement gives to those who made it, and names of offices and bodies in running text."""

from __future__ import annotations

import pytest
from understood_texts import evidence, registry, understand

from ingest.model.actors import ActorType
from ingest.understand.actors.lexicon import lexicon
from ingest.understand.actors.phrases import find_phrases

PARTIES = (
    "De ondergetekenden:\n\n1. {};\n2. de provincie Noorderhaven;\n\nkomen het volgende overeen.\n\n"
    "Artikel 1 Taken\n\n1. {}\n"
)


def phrases(text: str) -> list[str]:
    return [phrase.name for phrase in find_phrases(text, lexicon())]


@pytest.mark.parametrize(
    ("party", "clause"),
    [
        ("Lumen B.V. (gevestigd te Beek), hierna te noemen: Exploitant", "De Exploitant meldt elke storing."),
        ('Lumen B.V., hierna te noemen "de Exploitant" of "Lumen"', "De Exploitant meldt elke storing."),
        ('Lumen B.V., hierna te noemen "de Exploitant" of "Lumen"', "Lumen meldt elke storing."),
        ("Lumen B.V., nader te noemen: Exploitant", "De Exploitant meldt elke storing."),
        ("Lumen B.V., voortaan aan te duiden als Exploitant", "De Exploitant meldt elke storing."),
        ('Lumen B.V., vertegenwoordigd door haar bestuurder (de "Exploitant")', "De Exploitant meldt elke storing."),
        ("Lumen B.V. (opdrachtnemer)", "De opdrachtnemer meldt elke storing."),
    ],
)
def test_a_party_is_meant_by_the_name_that_it_is_given(party: str, clause: str) -> None:
    read = understand(PARTIES.format(party, clause), known=())
    assert read.borne(clause) == ["Lumen B.V."]


def test_a_party_whose_name_has_an_article_before_it_and_its_part_behind_it() -> None:
    text = PARTIES.format("de gemeente Beek (penvoerder)", "De penvoerder meldt elke storing.")
    assert understand(text, known=()).borne("De penvoerder meldt elke storing.") == ["gemeente Beek"]


def test_what_several_are_called_is_not_the_name_of_the_last() -> None:
    clause = "De Financiers melden elke storing."
    read = understand(PARTIES.format('Lumen B.V. (hierna samen: "Financiers")', clause), known=())
    assert read.borne(clause) == ["Financiers"]


DEFINITIONS = "Artikel 1 Begrippen\n\nIn deze regeling wordt verstaan onder:\n\na. {};\nb. werk: al het werk.\n"


@pytest.mark.parametrize(
    ("definition", "name", "actor"),
    [
        ("beheerder: de provincie Duinland", "beheerder", "provincie Duinland"),
        ("melder: de deelnemer die een storing meldt", "melder", "melder"),
        ("vervoerder: de onderneming aan wie een perceel is gegund", "vervoerder", "vervoerder"),
        ("minister: de minister van Onderwijs", "minister", "minister van Onderwijs"),
    ],
)
def test_a_role_is_a_named_organisation_but_not_any_one_of_many(definition: str, name: str, actor: str) -> None:
    found = understand(DEFINITIONS.format(definition), known=()).registry.resolve(name, "proef")
    assert found is not None
    assert found.label == actor


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("De Stuurgroep En Het Projectteam komen bijeen.", ["Stuurgroep", "Projectteam"]),
        ("STUURGROEP EN PROJECTTEAM", ["STUURGROEP", "PROJECTTEAM"]),
        ("De Stuurgroep Water en Bodem komt bijeen.", ["Stuurgroep Water en Bodem"]),
        ("De functionaris gegevensbescherming adviseert.", ["functionaris gegevensbescherming"]),
        ("De coördinator nazorg meldt elk verzoek.", ["coördinator nazorg"]),
        ("De afdeling handhaving controleert.", ["afdeling handhaving"]),
        ("De wethouder heeft het laatste woord.", ["wethouder"]),
        ("De omgevingsdienst controleert de webdiensten.", ["omgevingsdienst"]),
    ],
)
def test_bodies_side_by_side_and_the_field_of_an_office(text: str, names: list[str]) -> None:
    assert phrases(text) == names


def test_an_english_office_is_known_by_its_abbreviation() -> None:
    read = understand(
        "Protocol\n\nArtikel 1 Taken\n\n1. De chief privacy officer (CPO) toetst de verwerking.\n\n"
        "2. De CPO rapporteert aan de raad.\n",
        known=(),
    )
    assert read.borne("De CPO rapporteert aan de raad.") == ["chief privacy officer"]
    assert read.registry.actors[read.said("De CPO").bearers[0]].type is ActorType.OFFICE


@pytest.mark.parametrize(
    ("clause", "noun"),
    [
        ("De raad stelt het kader op. De inzender toetst de gegevens.", "inzender"),
        ("De Inzender toetst de gegevens.", "Inzender"),
    ],
)
def test_common_nouns_act_after_another_sentence_and_with_a_capital(clause: str, noun: str) -> None:
    assert evidence(clause).nouns[noun] == 1


@pytest.mark.parametrize("clause", ["Het jaarincident meldt de schade.", "De energiemonitor toetst de gegevens."])
def test_a_compound_of_a_thing_is_no_person(clause: str) -> None:
    assert registry(clause).actors == {}


def test_an_actor_that_acts_before_a_bracket() -> None:
    found = evidence("Kompas (gevestigd te Beek) garandeert de levering. Kompas toetst het plan.")
    assert found.agents["Kompas"] == 2


def test_a_part_behind_an_ampersand_does_not_act_by_itself() -> None:
    text = "Levering & Uitrol (LU) zorgt voor nieuwe versies. Levering & Uitrol zorgt voor invoering. Dat helpt."
    assert registry(text).actors == {}
