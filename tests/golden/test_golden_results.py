"""Every named question asked of the corpus, with answers that a person has read in the agreements.

The README of this folder says how a case is written.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from ingest.store import Iri, Literal, Store
from ontology.folding import fold
from ontology.queries import ParameterType, queries, query

Row = dict[str, str]
Case = dict[str, Any]

CASES = [
    (file.stem, case)
    for file in sorted(Path(__file__).parent.glob("*.json"))
    for case in json.loads(file.read_text(encoding="utf-8"))
]
NAMES = [f"{name}-{turn}" for turn, (name, _) in enumerate(CASES)]
each_case = pytest.mark.parametrize(("name", "case"), CASES, ids=NAMES)


def ask(store: Store, name: str, parameters: Mapping[str, Any]) -> list[Row]:
    rows = store.select(query(name).bind(parameters))
    return [{column: term.value for column, term in row.items() if isinstance(term, (Iri, Literal))} for row in rows]


class Names:
    """What each actor is called: an actor in a golden row may be given by any of its names."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._called: dict[str, set[str]] = {}
        for row in ask(store, "actors", {}):
            names = [row["label"], *row.get("aliases", "").split("\x1f")]
            self._called.setdefault(row["label"], set()).update(fold(name) for name in names if name)

    def means(self, label: str, name: str) -> bool:
        return fold(name) in self._called.get(label, set())

    def bound(self, question: str, parameters: Mapping[str, Any]) -> dict[str, Any]:
        """The parameters with actors, given by a name, in the form that the question takes."""
        types = {parameter.name: parameter.type for parameter in query(question).parameters}
        return {
            key: self._iris(value) if types[key] is ParameterType.IRI else value for key, value in parameters.items()
        }

    def _iris(self, name: str) -> list[str]:
        found = [row["actor"] for row in ask(self._store, "actor-by-name", {"name": name})]
        assert found, f"nobody is called {name}"
        return found


@pytest.fixture(scope="module")
def names(corpus_store: Store) -> Names:
    return Names(corpus_store)


@each_case
def test_the_answer_is_what_the_agreements_say(corpus_store: Store, names: Names, name: str, case: Case) -> None:
    found = ask(corpus_store, name, names.bound(name, case["parameters"]))
    if "rows" in case:
        assert len(found) == len(case["rows"]), _shown(found, case["columns"])
        assert list(_missing(case["columns"], case["rows"], found, names)) == [], _shown(found, case["columns"])
    assert list(_missing(case["columns"], case.get("has", []), found, names)) == [], _shown(found, case["columns"])
    for cells in case.get("lacks", []):
        assert not [row for row in found if _agrees(cells, row, names)]
    for column in case.get("rising", []):
        values = [float(row[column]) for row in found]
        assert len(values) > 1
        assert values == sorted(values)


def test_every_question_has_a_golden_answer() -> None:
    assert {name for name, _ in CASES} == set(queries())


def test_cases_say_what_they_ask() -> None:
    keys = {"question", "parameters", "columns", "rows", "has", "lacks", "rising"}
    for name, case in CASES:
        assert case.keys() <= keys, name
        assert case["question"].endswith("?"), name
        assert "rows" in case or "has" in case, name
        assert all(len(row) == len(case["columns"]) for row in case.get("rows", case.get("has"))), name


def _missing(columns: list[str], wanted: list[list[str | None]], found: list[Row], names: Names) -> Iterator[list[Any]]:
    """The wanted rows that do not occur among those found, or not in the wanted order."""
    rest = iter(found)
    for row in wanted:
        cells = dict(zip(columns, row, strict=True))
        if not any(_agrees(cells, candidate, names) for candidate in rest):
            yield row
            rest = iter(found)


def _agrees(cells: Mapping[str, str | None], row: Row, names: Names) -> bool:
    return all(_same(column, cell, row.get(column), names) for column, cell in cells.items())


def _same(column: str, cell: str | None, value: str | None, names: Names) -> bool:
    """Whether a golden cell stands for a value: see the README of this folder."""
    if cell is None or value is None:
        return cell is value
    if cell.endswith("…"):
        return fold(value).startswith(fold(cell.removesuffix("…")))
    return fold(value) == fold(cell) or (column.endswith("Label") and names.means(value, cell))


def _shown(found: list[Row], columns: list[str]) -> str:
    return "found:\n" + "\n".join(json.dumps([row.get(c) for c in columns], ensure_ascii=False) for row in found)
