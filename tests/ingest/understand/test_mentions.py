"""Actors found again in running text."""

from __future__ import annotations

import pytest
from understood_texts import registry

from ingest.understand.actors.index import find_mentions


def mentions(text, actors, document="a"):
    found = find_mentions(text, document, actors)
    return [(text[mention.start : mention.end], mention.actor.label) for mention in found]


def test_the_longest_name_wins():
    actors = registry("De raad van toezicht besluit. De Raad betaalt.")
    assert mentions("De raad van toezicht en de Raad.", actors) == [
        ("raad van toezicht", "raad van toezicht"),
        ("Raad", "Raad"),
    ]


def test_a_name_goes_on_over_a_line_break_hyphen_and_bracket():
    actors = registry("Het Overleg Water Noord besluit. Het Overleg Water Noord meldt.")
    assert mentions("het Overleg- Water Noord", actors) == [("Overleg- Water Noord", "Overleg Water Noord")]
    assert mentions("het Overleg (Water) Noord", actors) == [("Overleg (Water) Noord", "Overleg Water Noord")]
    assert mentions("het Overleg; Water Noord", actors) == []


def test_plural_and_inflection_are_found():
    actors = registry("De technische beheerder meldt.")
    assert [label for _, label in mentions("technisch beheerders en Technische Beheerder", actors)] == [
        "technische beheerder",
        "technische beheerder",
    ]


def test_a_name_that_is_always_capital_counts_only_so():
    actors = registry("Lumen verzorgt de opleiding. Lumen levert.")
    assert mentions("Het lumen van de lamp is voor Lumen.", actors) == [("Lumen", "Lumen")]


def test_a_name_that_is_written_small_somewhere_counts_always():
    actors = registry("De stuurgroep besluit. De Stuurgroep meldt.")
    assert len(mentions("De stuurgroep en de Stuurgroep.", actors)) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Waterkring-Beheerder meldt.", [("Waterkring-Beheerder", "beheerder")]),
        ("De beheerder Waterkring meldt.", [("beheerder Waterkring", "beheerder")]),
        ("Lumen/Waterkring meldt.", [("Lumen/Waterkring", "Lumen")]),
        ("De beheerder, Waterkring, meldt.", [("beheerder", "beheerder"), ("Waterkring", "Waterkring")]),
        (
            "De beheerders Waterkring en Lumen.",
            [("beheerders", "beheerder"), ("Waterkring", "Waterkring"), ("Lumen", "Lumen")],
        ),
    ],
)
def test_names_that_lean_on_each_other_are_one_mention_of_the_role(text, expected):
    actors = registry("De beheerder meldt. Waterkring levert. Waterkring betaalt. Lumen levert. Lumen betaalt.")
    assert mentions(text, actors) == expected


def test_a_part_of_a_compound_is_no_mention():
    actors = registry("De gemeente betaalt. De uitvoerder levert.")
    assert mentions("De gemeente-achtige taken en het uitvoerdersplan.", actors) == []


def test_local_names_are_found_in_their_own_agreement_only():
    actors = registry(
        "Waterkring Noord, hierna: Opdrachtgever, betaalt. Waterkring Noord levert.", "De raad van advies."
    )
    assert mentions("De Opdrachtgever betaalt.", actors) == [("Opdrachtgever", "Waterkring Noord")]
    assert mentions("De Opdrachtgever betaalt.", actors, "b") == []
    assert mentions("Waterkring Noord betaalt.", actors, "b") == [("Waterkring Noord", "Waterkring Noord")]


def test_a_bare_office_is_its_holder_in_that_agreement_only():
    actors = registry("De minister van Onderwijs besluit. De minister meldt.", "De minister betaalt.")
    assert mentions("De minister betaalt.", actors) == [("minister", "minister van Onderwijs")]
    assert mentions("De minister betaalt.", actors, "b") == [("minister", "minister")]


@pytest.mark.parametrize("text", ["", "Geen naam hier.", "(((", "De de de"])
def test_text_without_actors(text):
    assert mentions(text, registry("De stuurgroep besluit.")) == []
