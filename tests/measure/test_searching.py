"""The measure of search, on questions whose outcome is known."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from searching import QUESTIONS, measured, rank, read_questions, searched_agreements


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


def test_the_questions_point_into_the_made_up_agreements_that_are_searched() -> None:
    texts = {path.stem: path.read_bytes().decode("utf-8") for path in searched_agreements()}
    assert len(texts) == 16
    for part in ("tuning", "test"):
        for question in read_questions(QUESTIONS / f"agreements-{part}.jsonl"):
            for one in question["evidence"]:
                start, end = one["span"]
                assert texts[one["document"]][start:end].strip() != ""


def test_both_ways_together_find_no_less_than_either_alone(corpus_data: Path) -> None:
    asked = read_questions(QUESTIONS / "tuning.jsonl")
    found = {one.way: one for one in measured(corpus_data, "tuning", asked)}
    assert found["both"].in_ten >= max(found["words"].in_ten, found["meaning"].in_ten) > 0
    assert found["both"].reciprocal_rank >= max(found["words"].reciprocal_rank, found["meaning"].reciprocal_rank)
