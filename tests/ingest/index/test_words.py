"""Words made comparable."""

from __future__ import annotations

import pytest

from ingest.index.words import Analyser, function_words, plain_words, spaced

COUNTS = {"beheer": 40, "protocol": 12, "plan": 30, "overeenkomst": 60, "overeen": 2, "komst": 2, "kwartaal": 5}
COUNTS |= {"rapportage": 9, "begroting": 8, "cyclus": 3, "beheerprotocol": 4}


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    return Analyser.of_words(COUNTS)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("stelt", "stellen"),
        ("draagt", "dragen"),
        ("beslist", "beslissen"),
        ("begrotingen", "begroting"),
        ("Coördinatie", "coordinatie"),
        ("waterschap", "waterschappen"),
        ("contract", "contracten"),
    ],
)
def test_forms_of_a_word_are_one_term(analyser: Analyser, one: str, other: str) -> None:
    assert analyser.terms(one) == analyser.terms(other) != []


def test_a_compound_is_found_by_its_parts(analyser: Analyser) -> None:
    assert analyser.parts("beheerprotocol") == ("beheer", "protocol")
    assert analyser.parts("begrotingscyclus") == ("begroting", "cyclus")
    assert set(analyser.terms("kwartaalrapportage")) > set(analyser.terms("kwartaal rapportage"))


@pytest.mark.parametrize("word", ["overeenkomst", "beheer", "rapportage", "wisselkoers"])
def test_a_word_that_is_commoner_than_its_parts_or_has_none_stays_whole(analyser: Analyser, word: str) -> None:
    assert analyser.parts(word) == ()


def test_function_words_are_no_terms(analyser: Analyser) -> None:
    assert analyser.terms("Wie moet het plan vaststellen?") == analyser.terms("plan vaststellen")
    assert "wie" in function_words("dutch")
    assert "who" in function_words("english")


def test_a_phrase_is_a_plain_part_of_the_spaced_words() -> None:
    assert plain_words("De ‘go/no-go’ van € 1,5 mln.") == ["de", "go", "no", "go", "van", "1,5", "mln"]
    assert spaced("vóór 1 maart") in spaced("De penvoerder stelt voor 1 maart het werkplan op.")
    assert spaced("werk") not in spaced("het werkplan")
