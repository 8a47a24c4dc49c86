"""Questions in plain words to agreements whose answers are known."""

from __future__ import annotations

from collections.abc import Callable

import made_up
import pytest
from pydantic import ValidationError

from api.ask import Answer, Asked
from ingest.errors import InputError
from ingest.store import Store

Ask = Callable[[str], Asked]


def names(answer: Answer) -> set[str]:
    return {actor.label for actor in answer.actors}


@pytest.mark.parametrize(
    ("question", "actors", "clause"),
    [
        (
            "Wie stelt het werkplan vast?",
            {"stuurgroep Oeverpark"},
            "De stuurgroep stelt het werkplan bij consensus vast.",
        ),
        ("Who adopts the work plan?", {"stuurgroep Oeverpark"}, "De stuurgroep stelt het werkplan bij consensus vast."),
        ("Wie zit de stuurgroep voor?", {"directeur van het Regiobureau"}, "De directeur zit de stuurgroep voor."),
        (
            "Wie vertegenwoordigt het Regiobureau?",
            {"directeur van het Regiobureau"},
            "De directeur vertegenwoordigt het Regiobureau.",
        ),
        (
            "Aan wie rapporteert de penvoerder?",
            {"stuurgroep Oeverpark"},
            "De penvoerder en het Regiobureau rapporteren twee keer per jaar aan de stuurgroep.",
        ),
    ],
)
def test_who(asking: Ask, question: str, actors: set[str], clause: str) -> None:
    best = asking(question).answers[0]
    assert actors <= names(best)
    assert best.text == clause
    assert best.value is None


@pytest.mark.parametrize(
    ("question", "value", "section"),
    [
        (
            "Wanneer moet de penvoerder het werkplan klaar hebben volgens de overeenkomst van 2031?",
            "2032-03-01",
            "Artikel 3 lid 1",
        ),
        ("Hoe vaak wordt er aan de stuurgroep gerapporteerd?", "twee keer per jaar (R2/P1Y)", "Artikel 4"),
        ("Hoe hoog is de bijdrage?", "€ 40.000", "Artikel 7"),
        ("Welk aandeel van de bijdrage is voor het Regiobureau?", "25%", "Artikel 7"),
        ("Mag de uitvoerder gegevens delen met derden?", "nee", "Artikel 5"),
        ("May the executor share the data with third parties?", "no", "Artikel 5"),
    ],
)
def test_what_value(asking: Ask, question: str, value: str, section: str) -> None:
    best = asking(question).answers[0]
    assert (best.value, best.section) == (value, section)


def test_an_answer_is_a_sentence_with_its_clause_in_the_language_of_the_question(asking: Ask) -> None:
    dutch, english = asking("Wie stelt het werkplan vast?"), asking("Who adopts the work plan?")
    assert (dutch.language, english.language) == ("nl", "en")
    assert dutch.answers[0].answer == (
        "Stuurgroep Oeverpark, volgens Samenwerking Oeverpark, Artikel 3 lid 2: "
        "“De stuurgroep stelt het werkplan bij consensus vast.”"
    )
    assert english.answers[0].answer.startswith("Stuurgroep Oeverpark, according to ")


def test_every_answer_cites_the_exact_words(asking: Ask) -> None:
    texts = {made.understood.entry.id: made.understood.source.text for made in made_up.everything()}
    for question in ("Wie stelt het werkplan op?", "Hoe lang geldt de overeenkomst?", "Wat is een werkplan?"):
        for answer in asking(question).answers:
            assert texts[answer.document][answer.start : answer.end] == answer.text


def test_agreements_that_answer_differently_are_all_shown_with_what_differs(asking: Ask) -> None:
    asked = asking("Wie stelt het werkplan op en wanneer?")
    assert [answer.document for answer in asked.answers] == ["samenwerking-2031", "herziening-2034"]
    assert asked.message is not None
    assert asked.message.startswith("De overeenkomsten verschillen: ")
    assert "Regiobureau" in asked.message
    assert "penvoerder" in asked.message


def test_the_query_that_is_shown_finds_the_clause(asking: Ask, store: Store) -> None:
    for question in ("Wie stelt het werkplan vast?", "Hoe hoog is de bijdrage?", "Wie zit de stuurgroep voor?"):
        asked = asking(question)
        found = {(row["document"], row["start"]) for row in store.select(asked.sparql).records()}
        assert (asked.answers[0].document, asked.answers[0].start) in found


@pytest.mark.parametrize(
    "question",
    [
        "Welke boete staat op te laat leveren?",
        "Wie onderhoudt de zwembaden van Zutphen?",
        "Who insures the buildings?",
        "Hoeveel vrachtwagens heeft het Regiobureau?",
    ],
)
def test_what_no_agreement_says_is_declined_with_the_nearest_clauses(asking: Ask, question: str) -> None:
    asked = asking(question)
    assert asked.answers == []
    assert asked.message is not None
    assert asked.message.startswith(("De overeenkomsten zeggen hier niets over.", "The agreements do not say."))
    assert asked.nearest
    assert asked.sparql.startswith("#")


def test_a_question_without_words_is_refused(asking: Ask) -> None:
    with pytest.raises(InputError, match="no words"):
        asking(" ?! ")


def test_an_answer_keeps_to_its_fields() -> None:
    with pytest.raises(ValidationError):
        Asked.model_validate({"question": "Wie?", "language": "de"})
