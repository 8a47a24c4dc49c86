"""The labels of made-up texts stand in these texts, word for word, and their names are known."""

from __future__ import annotations

import json
from itertools import pairwise, product
from pathlib import Path

import pytest

from ingest.model.statements import Kind

FOLDERS = ("agreements", "narrative")
TEXTS = {
    folder: {
        path.stem: path.read_bytes().decode("utf-8") for path in (Path(__file__).parent / folder / "texts").iterdir()
    }
    for folder in FOLDERS
}
FIELDS = {"document", "span", "quote", "kind", "bearer", "counterparty", "deadline", "sure"}
SPLITS = ("dev", "test")

of_each_file = pytest.mark.parametrize(("folder", "split"), list(product(FOLDERS, SPLITS)))
of_each_folder = pytest.mark.parametrize("folder", FOLDERS)


def labels(folder: str, split: str) -> list[dict]:
    lines = (Path(__file__).parent / folder / f"{split}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@of_each_folder
def test_every_text_is_in_one_split(folder: str) -> None:
    dev, test = ({record["document"] for record in labels(folder, split)} for split in SPLITS)
    assert not dev & test
    assert dev | test == set(TEXTS[folder])


@of_each_file
def test_spans_hold_their_quotes(folder: str, split: str) -> None:
    for record in labels(folder, split):
        start, end = record["span"]
        assert TEXTS[folder][record["document"]][start:end] == record["quote"]
        assert record["quote"] == record["quote"].strip()


@of_each_file
def test_labels_have_the_documented_fields_and_kinds(folder: str, split: str) -> None:
    for record in labels(folder, split):
        assert set(record) == FIELDS
        assert record["kind"] in set(Kind)


@of_each_file
def test_spans_do_not_overlap(folder: str, split: str) -> None:
    records = sorted(labels(folder, split), key=lambda record: (record["document"], record["span"]))
    for record, following in pairwise(records):
        assert record["document"] != following["document"] or record["span"][1] <= following["span"][0]


@of_each_folder
def test_no_name_stands_for_two_actors(folder: str) -> None:
    path = Path(__file__).parent / folder / "actors.json"
    for document, groups in json.loads(path.read_text(encoding="utf-8")).items():
        names = [name.lower() for label, others in groups.items() for name in (label, *others)]
        assert document in TEXTS[folder]
        assert len(names) == len(set(names)), document
