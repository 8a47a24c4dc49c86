"""The labels of made-up agreements stand in these agreements' texts, word for word, and their names are known."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest

from ingest.model.statements import Kind

FOLDER = Path(__file__).parent / "agreements"
TEXTS = {path.stem: path.read_bytes().decode("utf-8") for path in sorted((FOLDER / "texts").iterdir())}
FIELDS = {"document", "span", "quote", "kind", "bearer", "counterparty", "deadline", "sure"}
SPLITS = ("dev", "test")


def labels(split: str) -> list[dict]:
    lines = (FOLDER / f"{split}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def test_every_agreement_is_in_one_split() -> None:
    dev, test = ({record["document"] for record in labels(split)} for split in SPLITS)
    assert not dev & test
    assert dev | test == set(TEXTS)


@pytest.mark.parametrize("split", SPLITS)
def test_spans_hold_their_quotes(split: str) -> None:
    for record in labels(split):
        start, end = record["span"]
        assert TEXTS[record["document"]][start:end] == record["quote"]
        assert record["quote"] == record["quote"].strip()


@pytest.mark.parametrize("split", SPLITS)
def test_labels_have_the_documented_fields_and_kinds(split: str) -> None:
    for record in labels(split):
        assert set(record) == FIELDS
        assert record["kind"] in set(Kind)


@pytest.mark.parametrize("split", SPLITS)
def test_spans_do_not_overlap(split: str) -> None:
    records = sorted(labels(split), key=lambda record: (record["document"], record["span"]))
    for record, following in pairwise(records):
        assert record["document"] != following["document"] or record["span"][1] <= following["span"][0]


def test_no_name_stands_for_two_actors() -> None:
    for document, groups in json.loads((FOLDER / "actors.json").read_text(encoding="utf-8")).items():
        names = [name.lower() for label, others in groups.items() for name in (label, *others)]
        assert document in TEXTS
        assert len(names) == len(set(names)), document
