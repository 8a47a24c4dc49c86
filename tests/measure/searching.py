"""How well search finds the clauses that answer a question: by words alone, by meaning alone, and as it is."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from product import ROOT

QUESTIONS = ROOT / "tests" / "labels" / "questions"
OF_AGREEMENTS = "agreements"
_TEXTS = ROOT / "tests" / "labels" / "agreements" / "texts"
_DEPTH = 100
_OVERLAP, _SHARE = 0.2, 0.5


@dataclass(frozen=True, slots=True)
class Found:
    """How a way of searching did on some questions."""

    questions: str
    way: str
    n: int
    reciprocal_rank: float
    in_five: float
    in_ten: float


def read_questions(path: Path) -> list[dict[str, Any]]:
    """The questions of a file that have clauses that answer them."""
    lines = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
    return [one for one in lines if one["evidence"]]


def searched_agreements(collection: str = OF_AGREEMENTS) -> list[Path]:
    """The files of the made-up agreements among which the questions about a ``collection`` are to be answered."""
    names = (QUESTIONS / f"{collection}-searched.txt").read_text(encoding="utf-8").splitlines()
    return [_TEXTS / name for name in names]


def measured(data: Path, name: str, asked: Sequence[dict[str, Any]]) -> Iterator[Found]:
    """Each way of searching the graph in ``data``, on the same questions."""
    from api.search import open_searcher
    from ingest.publish import current

    generation = current(data)
    with generation.open() as store:
        searcher = open_searcher(generation, store)
        ways: dict[str, Callable[[str], Sequence[Any]]] = {
            "words": lambda words: searcher.by_words(searcher.read(words), _DEPTH),
            "meaning": lambda words: searcher.by_meaning(searcher.read(words), _DEPTH),
            "both": lambda words: searcher.search(words, _DEPTH),
        }
        for way, search in ways.items():
            yield _found(name, way, [rank(search(one["question"]), one["evidence"]) for one in asked])


def rank(hits: Sequence[Any], evidence: Sequence[dict[str, Any]]) -> int | None:
    """The place, from 1, of the first hit that stands on evidence."""
    return next((place for place, hit in enumerate(hits, start=1) if any(_on(hit, one) for one in evidence)), None)


def _on(hit: Any, evidence: dict[str, Any]) -> bool:
    start, end = evidence["span"]
    shared = min(hit.end, end) - max(hit.start, start)
    if hit.document != evidence["document"] or shared <= 0:
        return False
    shorter, both = min(hit.end - hit.start, end - start), max(hit.end, end) - min(hit.start, start)
    return shared / both > _OVERLAP or shared / shorter > _SHARE


def _found(name: str, way: str, ranks: Sequence[int | None]) -> Found:
    n = len(ranks)
    return Found(
        questions=name,
        way=way,
        n=n,
        reciprocal_rank=sum(1 / place for place in ranks if place) / n,
        in_five=sum(place is not None and place <= 5 for place in ranks) / n,
        in_ten=sum(place is not None and place <= 10 for place in ranks) / n,
    )


def search_table(found: Sequence[Found]) -> str:
    """The figures as text."""
    lines = [f"{'questions':<22}{'by':<10}{'n':>4}{'MRR':>8}{'in 5':>8}{'in 10':>8}"]
    lines += [
        f"{one.questions:<22}{one.way:<10}{one.n:>4}{one.reciprocal_rank:>8.3f}{one.in_five:>8.3f}{one.in_ten:>8.3f}"
        for one in found
    ]
    return "\n".join(lines)
