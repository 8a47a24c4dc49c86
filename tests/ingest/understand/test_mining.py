"""What the structure of an agreement shows about who acts: parties, matrices, meetings and lists of definitions."""

from __future__ import annotations

import pytest
from understood_texts import entry, mapped, registry, tree, understand

from ingest.model.actors import ActorType
from ingest.model.statements import DecisionRule
from ingest.model.text import Span
from ingest.model.tree import Node, NodeKind
from ingest.understand import join, mine_agreement
from ingest.understand.actors.introductions import party_name
from ingest.understand.actors.lexicon import lexicon
from ingest.understand.actors.parties import party_names


def block(kind, text, eid):
    return Node(kind, eid, Span(0, len(text)), mapped(text))


def test_page_furniture_names_nobody():
    text = block(NodeKind.BLOCK, "De stuurgroep besluit.", "a")
    footer = block(NodeKind.FURNITURE, "Werkgroep Kanalen, pagina 3", "b")
    found = mine_agreement(entry(), Node(NodeKind.DOCUMENT, "document", Span(0, 30), children=(text, footer)))
    assert {name for name, _ in found.names} == {"stuurgroep"}


PARTIES = """
Overeenkomst

De ondergetekenden:

{}

komen het volgende overeen:

Artikel 1 Doel

Partijen werken samen.
"""


@pytest.mark.parametrize(
    ("item", "name", "called"),
    [
        (
            "De gemeente Beek, vertegenwoordigd door de burgemeester, hierna te noemen: de Gemeente;",
            "gemeente Beek",
            "Gemeente",
        ),
        ("Stichting Veer in haar hoedanigheid van beheerder;", "Stichting Veer", None),
        ("Lumen B.V. gevestigd te Beek (hierna: Lumen);", "Lumen B.V.", "Lumen"),
        (
            "Het college van burgemeester en wethouders van de gemeente Oever;",
            "college van burgemeester en wethouders van de gemeente Oever",
            None,
        ),
        ("Waterkring Noord;", "Waterkring Noord", None),
    ],
)
def test_every_party_is_known_by_its_name(item, name, called):
    root = tree(PARTIES.format(f"1. {item}\n2. De provincie Noorderhaven;"))
    assert party_names(root)[0] == (name, called)
    assert {found for found, _ in party_names(root)} >= {name, "provincie Noorderhaven"}


def test_a_name_is_not_longer_than_a_name():
    assert party_name("De partij die " + "zeer " * 12 + "goed werkt, hierna: Partij") is None
    assert party_name(", hierna") is None


def test_parties_without_a_head_noun_are_organisations():
    root = tree(PARTIES.format("1. Lumen;\n2. Kring Noord;"))
    actors = join([mine_agreement(entry(), root)]).actors
    assert {actors[key].type for key in ("lumen", "kring-noord")} == {ActorType.ORGANISATION}


@pytest.mark.parametrize(
    ("item", "name", "actor"),
    [
        ("kring: de stichting Waterkring Oost;", "kring", "stichting Waterkring Oost"),
        ("Bestuur: het dagelijks bestuur van de stichting;", "Bestuur", "Bestuur"),
        ("minister: de minister van Onderwijs;", "minister", "minister van Onderwijs"),
        ("peil: de stand van het water;", "peil", None),
    ],
)
def test_a_list_of_definitions_names_who_acts(item, name, actor):
    text = f"Artikel 1 Begrippen\n\nIn deze regeling wordt verstaan onder:\n\na. {item}\nb. werk: al het werk.\n"
    found = understand(text, known=()).registry.resolve(name, "proef")
    assert (found and found.label) == actor


def test_the_bodies_of_a_table_of_meetings_are_known():
    text = (
        "| Overleg | Deelnemers | Frequentie |\n| --- | --- | --- |\n"
        "| Netwerkoverleg water (nieuw) | directeur | maandelijks |\n| Kosten | raad | jaarlijks |\n"
    )
    actors = understand(text).registry
    assert actors.resolve("netwerkoverleg water", "proef").type is ActorType.BODY
    assert actors.resolve("Kosten", "proef") is None


def test_an_item_that_tells_how_is_decided_tells_it_of_the_items_below():
    text = (
        "Artikel 1 Besluiten\n\nDe directeur beslist over:\n\n1. autonoom zonder melding aan de raad\n"
        "   - kleine uitgaven;\n   - het rooster.\n2. in overleg met de raad\n   - grote uitgaven.\n"
    )
    read = understand(text)
    assert read.said("kleine uitgaven").decision_rule is DecisionRule.AUTONOMOUS
    assert read.said("kleine uitgaven").condition == "autonoom zonder melding aan de raad"
    assert read.said("grote uitgaven").decision_rule is DecisionRule.COORDINATION
    assert read.borne("grote uitgaven") == ["directeur"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("ministerie van Onderwijs", ("ministeri", "Onderwijs")),
        ("Min OCW", ("ministeri", "OCW")),
        ("gemeente Beek", ("gement", "Beek")),
        ("beheerder Beek", ("", "")),
        ("gemeente", ("", "")),
    ],
)
def test_a_name_with_its_head_and_complement(name, expected):
    assert lexicon().complement(name) == expected


@pytest.mark.parametrize(
    ("name", "plain"),
    [("gemeente Beek", "bek"), ("minister van Onderwijs", ""), ("vereniging Kamer", ""), ("stuurgroep Water", "")],
)
def test_the_plain_name_of_an_organisation(name, plain):
    assert lexicon().plain_name(name) == plain


def test_a_short_name_is_the_only_longer_one_that_begins_with_it():
    one = registry("Het Gebruikersoverleg Duinwater adviseert. Het Gebruikersoverleg vergadert elk jaar.")
    assert one.resolve("Gebruikersoverleg", "a") == one.resolve("Gebruikersoverleg Duinwater", "a")
    two = registry("De Werkgroep Noord en de Werkgroep Zuid adviseren. De Werkgroep vergadert elk jaar.")
    assert two.resolve("Werkgroep Noord", "a") != two.resolve("Werkgroep Zuid", "a")


def test_a_body_may_be_named_the_other_way_round():
    found = registry("De Deelnemersraad besluit. De raad van deelnemers verleent decharge.")
    assert found.resolve("raad van deelnemers", "a") == found.resolve("Deelnemersraad", "a")


def test_two_offices_joined_by_a_hyphen_are_one():
    found = registry("De secretaris-penningmeester beheert de kas.")
    assert found.resolve("secretaris-penningmeester", "a") is not None


def test_a_word_of_a_name_in_brackets_is_short_for_it():
    found = registry("De Stichting Datahuis Noord (Datahuis) beheert het register. Het Datahuis meldt storingen.")
    assert found.resolve("Datahuis", "a") == found.resolve("Stichting Datahuis Noord", "a")
    other = registry("De Stichting Noord (Bijlage) beheert het register.")
    assert other.resolve("Bijlage", "a") is None


def test_a_party_is_known_by_the_abbreviation_that_its_name_begins_with():
    text = "Overeenkomst\n\nDe ondergetekenden:\n\n1. de GGD Duinland, gevestigd te Beek;\n"
    text += "2. de gemeente Beek, vertegenwoordigd door haar burgemeester;\n\nkomen het volgende overeen:\n\n"
    text += "Artikel 1 Werk\n\n1. De GGD houdt spreekuur.\n"
    assert understand(text, known=()).borne("houdt spreekuur") == ["GGD Duinland"]
