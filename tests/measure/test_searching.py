"""The measure of search, on questions whose outcome is known."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from searching import QUESTIONS, rank, read_questions


def hit(document: str, start: int, end: int) -> SimpleNamespace:
    return SimpleNamespace(document=document, start=start, end=end)


EVIDENCE = [{"document": "a", "span": [100, 200]}]


@pytest.mark.parametrize(
    ("hits", "place"),
    [
        ([hit("a", 100, 200)], 1),
        ([hit("b", 100, 200), hit("a", 150, 180)], 2),
        ([hit("a", 190, 400), hit("a", 200, 300)], None),
        ([hit("a", 60, 140)], 1),
    ],
)
def test_the_rank_is_that_of_the_first_hit_on_evidence(hits: list[SimpleNamespace], place: int | None) -> None:
    assert rank(hits, EVIDENCE) == place


def test_the_questions_point_into_the_corpus() -> None:
    corpus = Path(__file__).parents[2] / "corpus"
    texts = {path.stem: path.read_text(encoding="utf-8") for path in corpus.iterdir()}
    ids = []
    for part in ("tuning", "test"):
        for question in read_questions(QUESTIONS / f"{part}.jsonl"):
            ids.append(question["id"])
            for one in question["evidence"]:
                start, end = one["span"]
                assert texts[one["document"]][start:end].strip() != ""
    assert len(ids) == len(set(ids)) == 62
