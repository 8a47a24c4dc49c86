"""Verdicts of people last, whatever is built and whoever is stopped while writing."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest
import small_graph

from api.records.verdicts import FILE, VerdictsError, give, verdicts, withdraw
from ingest.errors import InputError

AT = datetime(2031, 5, 1, 10, 0, tzinfo=UTC)


def test_without_a_file_there_are_none(tmp_path: Path) -> None:
    assert verdicts(tmp_path) == {}


def test_the_last_verdict_on_a_pair_counts(tmp_path: Path) -> None:
    give(tmp_path, "one", "agree", at=AT)
    last = give(tmp_path, "one", "explained", " De bijlage is ouder. ", at=AT)
    give(tmp_path, "two", "not-a-contradiction", at=AT)
    assert last.note == "De bijlage is ouder."
    assert verdicts(tmp_path)["one"] == last
    assert verdicts(tmp_path)["two"].verdict == "not-a-contradiction"
    assert len((tmp_path / FILE).read_text("utf-8").splitlines()) == 3


def test_a_verdict_can_be_taken_back(tmp_path: Path) -> None:
    give(tmp_path, "one", "agree", at=AT)
    withdraw(tmp_path, "one")
    assert verdicts(tmp_path) == {}


def test_a_line_holds_what_was_found_and_when_but_not_by_whom(tmp_path: Path) -> None:
    give(tmp_path, "one", "explained", "Zie artikel 9;\nnieuwe regel.", at=AT)
    (line,) = (tmp_path / FILE).read_text("utf-8").splitlines()
    assert json.loads(line) == {
        "key": "one",
        "verdict": "explained",
        "note": "Zie artikel 9;\nnieuwe regel.",
        "at": "2031-05-01T10:00:00Z",
    }


def test_verdicts_outlive_builds(tmp_path: Path) -> None:
    small_graph.publish(tmp_path)
    give(tmp_path, "one", "agree", at=AT)
    for _ in range(3):
        small_graph.publish(tmp_path)
    assert verdicts(tmp_path).keys() == {"one"}


@pytest.mark.parametrize("note", [None, "", "   "])
def test_an_explanation_needs_a_note(tmp_path: Path, note: str | None) -> None:
    with pytest.raises(InputError, match="needs a note"):
        give(tmp_path, "one", "explained", note)
    assert verdicts(tmp_path) == {}


def test_a_note_has_an_end(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="2001 characters"):
        give(tmp_path, "one", "agree", "x" * 2001)


def test_a_line_whose_writer_was_stopped_is_passed_over_and_then_replaced(tmp_path: Path) -> None:
    give(tmp_path, "one", "agree", at=AT)
    with (tmp_path / FILE).open("ab") as file:
        file.write('{"key": "two", "verdict": "agr\u00e9'.encode()[:-1])
    assert verdicts(tmp_path).keys() == {"one"}
    give(tmp_path, "three", "agree", at=AT)
    assert verdicts(tmp_path).keys() == {"one", "three"}


@pytest.mark.parametrize("line", ["{", "[]", '"x"', '{"key": "a"}', '{"key": "a", "verdict": "maybe", "note": null}'])
def test_a_line_that_is_no_verdict_is_named(tmp_path: Path, line: str) -> None:
    give(tmp_path, "one", "agree", at=AT)
    with (tmp_path / FILE).open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")
    with pytest.raises(VerdictsError, match="line 2 of"):
        verdicts(tmp_path)


def test_verdicts_given_at_once_are_all_kept(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: give(tmp_path, f"pair-{number}", "agree"), range(40)))
    assert len(verdicts(tmp_path)) == 40
