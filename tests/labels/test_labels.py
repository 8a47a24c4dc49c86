"""The labels of unseen regulations stand where they say, and hold none of the regulations' text beyond three words."""

from __future__ import annotations

import sys
from itertools import pairwise
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from regulations import ARCHIVE, labels, misplaced, unpacked

FIELDS = {"document", "span", "first", "kind", "bearer", "counterparty", "deadline", "condition", "sure", "section"}
SPLITS = ("dev", "test")


def test_no_regulation_is_in_both_splits() -> None:
    dev, test = ({record["document"] for record in labels(split)} for split in SPLITS)
    assert dev
    assert test
    assert not dev & test


@pytest.mark.parametrize("split", SPLITS)
def test_labels_have_the_documented_fields_and_at_most_three_words(split: str) -> None:
    for record in labels(split):
        assert set(record) == FIELDS
        assert len(record["first"].split()) <= 3


@pytest.mark.parametrize("split", SPLITS)
def test_spans_do_not_overlap(split: str) -> None:
    records = sorted(labels(split), key=lambda record: (record["document"], record["span"]))
    for record, following in pairwise(records):
        assert record["document"] != following["document"] or record["span"][1] <= following["span"][0]


def test_a_label_that_stands_elsewhere_is_named() -> None:
    record = {"document": "d", "span": [0, 11], "first": "De raad doet"}
    assert misplaced([record], {"d": "De raad doet"}) == ["d 0-11: 'De raad doet' but 'De raad doe'"]


@pytest.mark.parametrize("split", SPLITS)
def test_spans_open_with_their_first_words(split: str) -> None:
    records = labels(split)
    documents = {record["document"] for record in records}
    if not ARCHIVE.exists():
        pytest.skip(f"the regulations are not at hand: no {ARCHIVE}")
    texts = {document: path.read_bytes().decode("utf-8") for document, path in unpacked(documents).items()}
    assert misplaced(records, texts) == []
