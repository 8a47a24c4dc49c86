"""The sentence of an answer, in the language of the question, and the roles that questions paraphrase."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from api.ask import Asked
from api.ask.roles import with_roles, written_out

DATA = Path(__file__).parents[3] / "api" / "ask"


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("Hoe hoog is de bijdrage?", "€ 40.000, volgens Samenwerking Oeverpark, Artikel 7: “"),
        ("How high is the contribution?", "€ 40.000, according to Samenwerking Oeverpark, Artikel 7: “"),
        ("How often is there reporting to the steering group?", "Twee keer per jaar (R2/P1Y), according to "),
        ("May the executor share the data with third parties?", "No, says Samenwerking Oeverpark, Artikel 5"),
    ],
)
def test_an_answer_begins_with_the_value_in_the_language_of_the_question(
    asking: Callable[[str], Asked], question: str, begins: str
) -> None:
    assert asking(question).answers[0].answer.startswith(begins)


def test_every_form_of_a_sentence_is_there_in_both_languages() -> None:
    words = tomllib.loads((DATA / "sentences.toml").read_text(encoding="utf-8"))
    assert words["nl"].keys() == words["en"].keys()


@pytest.mark.parametrize(
    ("question", "roles"),
    [
        ("Who chairs the project group?", ["projectgroep"]),
        ("What does the supplier report to the steering group?", ["leverancier", "opdrachtnemer", "stuurgroep"]),
        ("Which water boards are there?", ["waterschappen"]),
    ],
)
def test_english_roles_are_looked_for_by_their_dutch_names(question: str, roles: list[str]) -> None:
    first, *found = with_roles(question, "en").split(" . ")
    assert (first, sorted(found)) == (question, roles)


def test_abbreviated_roles_are_written_out() -> None:
    assert written_out("Wat moet de ON doen?") == "Wat moet de opdrachtnemer doen?"
