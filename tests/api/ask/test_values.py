"""Values that a clause only words."""

from __future__ import annotations

import pytest

from api.ask.clauses import Clause, Place
from api.ask.names import Names
from api.ask.question import read_question
from api.ask.values import value_of
from api.search import Searcher


@pytest.mark.parametrize(
    ("question", "text", "value"),
    [
        (
            "Hoeveel jaar duurt een meerjarencyclus?",
            "De Meerjarencyclus duurt 4 jaren en is gebaseerd op een Meerjarenstrategie van de SBO.",
            "4 jaren (P4Y)",
        ),
        (
            "Hoe lang loopt de raamovereenkomst?",
            "De strategisch beheerder sluit een vijfjarige raamovereenkomst met de tactische beheerorganisatie.",
            "vijfjarige (P5Y)",
        ),
        (
            "Hoe vaak kwam de stuurgroep bijeen?",
            "De stuurgroep kwam in 2023 tweemaal bijeen in plaats van vier keer.",
            "tweemaal (R2)",
        ),
    ],
)
def test_a_length_or_a_number_of_times(question: str, text: str, value: str, searcher: Searcher) -> None:
    clause = Clause(Place("proef", "1", 0, len(text), text, "", None, 1.0), "duty", 0.9)
    assert value_of(clause, read_question(question, Names({}, ()), searcher)) == value
