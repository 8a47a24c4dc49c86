"""How close clauses are in meaning, and what is embedded to know it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from ingest.align import Meanings
from ingest.encoding import Encoder, load_encoder
from ingest.model.comparison import Clause, ClauseNature
from ingest.model.text import Span

TEXTS = (
    "De penvoerder stelt jaarlijks het werkplan van de regio vast.",
    "Het werkplan van de regio wordt elk jaar door de penvoerder vastgesteld.",
    "Bezoekers laten hun fiets niet achter in de gang.",
    "De penvoerder stelt jaarlijks\nhet werkplan van de regio vast.",
)


class Recording(Encoder):
    """The packaged encoder, that remembers what it was asked to embed."""

    def __init__(self) -> None:
        self.embedded: list[str] = []

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        self.embedded += texts
        return load_encoder().encode(texts)


def clause(order: int, text: str) -> Clause:
    return Clause(
        subject=f"https://example.org/{order}",
        document="a",
        dated="2030",
        section="1",
        node=f"n{order}",
        order=order,
        span=Span(order * 100, order * 100 + len(text)),
        text=text,
        nature=ClauseNature.NORM,
        kind=None,
        confidence=1.0,
        terms=(),
    )


CLAUSES = [clause(order, text) for order, text in enumerate(TEXTS)]


def test_clauses_that_say_the_same_are_closer_than_others() -> None:
    same, other, again = Meanings(CLAUSES, load_encoder()).closeness([(0, 1), (0, 2), (0, 3)])
    assert again == pytest.approx(1.0, abs=0.01)
    assert again > same > other >= 0.0


def test_only_clauses_that_are_asked_about_are_embedded_and_equal_words_once() -> None:
    encoder = Recording()
    meanings = Meanings(CLAUSES, encoder)
    assert meanings.closeness([]) == []
    assert encoder.embedded == []
    first = meanings.closeness([(0, 1), (3, 1)])
    assert first[0] == first[1]
    assert meanings.closeness([(1, 0)]) == first[:1]
    assert sorted(encoder.embedded) == sorted({TEXTS[0], TEXTS[1]})
