"""What a question is taken to ask."""

from __future__ import annotations

import pytest

from api.search.question import language_of, read_question
from api.search.thesaurus import Thesaurus
from ingest.index import Analyser
from ingest.packaged import read_toml

ANALYSER = Analyser.of_words({"storing": 3, "melding": 4, "provincie": 6, "begroting": 5})
THESAURUS = Thesaurus(ANALYSER, [("Regiobureau Oeverpark", "RBO")])


def terms(text: str) -> set[str]:
    return set(read_question(text, ANALYSER, THESAURUS).weights())


@pytest.mark.parametrize(
    ("text", "language"),
    [("Wie betaalt de rekening?", "nl"), ("Who pays the bill?", "en"), ("waterschap", "nl"), ("budget", "nl")],
)
def test_the_language_is_that_of_the_function_words(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Which water boards contribute to the budget?", "waterschappen begroting bijdrage"),
        ("Who is accountable?", "eindverantwoordelijk"),
        ("Waar belandt een ruzie?", "geschil"),
        ("Wat doet het RBO?", "Regiobureau Oeverpark"),
        ("storingsmeldingen", "incident"),
    ],
)
def test_other_words_for_the_same_are_looked_for_too(text: str, words: str) -> None:
    assert set(ANALYSER.terms(words)) <= terms(text)


def test_the_words_of_the_question_weigh_most() -> None:
    weights = read_question("Wie stelt de begroting vast?", ANALYSER, THESAURUS).weights()
    (own,) = ANALYSER.terms("begroting")[:1]
    assert weights[own] == 1.0 == max(weights.values())


def test_words_that_name_an_idea_together_count_once() -> None:
    question = read_question("Is er groen licht?", ANALYSER, THESAURUS)
    assert len(question.ideas) == 1


@pytest.mark.parametrize(
    ("text", "trait"),
    [
        ("Wanneer moet het verslag er zijn?", "date"),
        ("How often do they meet?", "recurring"),
        ("Hoeveel draagt de provincie bij?", "amount"),
        ("Wie zit voor?", "bearer"),
        ("Mag een lid zich laten vervangen?", "permission"),
        ("Wat raden de onderzoekers aan?", "recommendation"),
    ],
)
def test_a_question_tells_what_answers_it(text: str, trait: str) -> None:
    assert trait in read_question(text, ANALYSER, THESAURUS).traits


def test_a_function_word_names_no_idea() -> None:
    assert not terms("Wat is er over het werkplan gezegd?") & set(ANALYSER.terms("bestuursorgaan medeoverheden"))


def test_no_idea_is_named_by_nothing() -> None:
    for idea in read_toml("api.search", "data/terms.toml")["terms"]:
        for language in ("nl", "en"):
            assert all(name.strip() == name != "" for name in idea[language].split(", ")), idea
