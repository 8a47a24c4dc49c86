"""Every named question against the made-up agreements, with the answers written out in answers.json."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import made_up
import pytest

from ingest.graph import ACTORS_GRAPH, actors_graph, agreement_graph, graph_iri, ntriples
from ingest.store import Iri, Literal, Store, memory_store
from ontology.queries import NamedQuery, queries, query

ANSWERS: dict[str, list[dict[str, Any]]] = json.loads(Path(__file__).with_name("answers.json").read_text("utf-8"))
CASES = [(name, case) for name, cases in ANSWERS.items() for case in cases]
ABOUT_WHOLES = {
    "actor-by-name",
    "actors",
    "actors-without-duties",
    "agreements-on-date",
    "documents",
    "statement-actors",
}
ALL = [pytest.param(named, id=name) for name, named in queries().items()]
ABOUT_CLAUSES = [pytest.param(named, id=name) for name, named in queries().items() if name not in ABOUT_WHOLES]


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    made = made_up.everything()
    with memory_store() as store:
        for one in made:
            graph = agreement_graph(one.understood, one.sections)
            store.replace(str(graph_iri(one.understood.entry.id)), ntriples(graph))
        named = [actor for one in made for actor in one.understood.actors]
        named.append(made_up.ACTORS["toezichtkamer"])
        store.replace(str(ACTORS_GRAPH), ntriples(actors_graph(named)))
        yield store


def answer(store: Store, name: str, values: Mapping[str, Any]) -> list[dict[str, str]]:
    rows = store.select(query(name).bind(values))
    return [{column: term.value for column, term in row.items() if isinstance(term, (Iri, Literal))} for row in rows]


@pytest.mark.parametrize(("name", "case"), CASES, ids=[f"{name}-{turn}" for turn, (name, _) in enumerate(CASES)])
def test_question_has_its_answer(store: Store, name: str, case: dict[str, Any]) -> None:
    rows = [[row.get(column) for column in case["columns"]] for row in answer(store, name, case["parameters"])]
    assert rows == case["rows"]


def test_every_question_is_asked_and_answered() -> None:
    assert {name for name, case in CASES if case["rows"]} == set(queries())
    assert len(queries()) >= 25


@pytest.mark.parametrize("named", ABOUT_CLAUSES)
def test_every_answer_is_a_clause(store: Store, named: NamedQuery) -> None:
    texts = {one.understood.entry.id: one.understood.source.text for one in made_up.everything()}
    rows = [row for case in ANSWERS[named.id] for row in answer(store, named.id, case["parameters"])]
    assert rows
    for row in rows:
        clause = texts[row["document"]][int(row["start"]) : int(row["end"])]
        assert clause == row.get("text", row.get("activity"))
        assert row["section"]


@pytest.mark.parametrize("named", ALL)
def test_file_runs_as_it_stands(store: Store, named: NamedQuery) -> None:
    assert "GRAPH" in named.text
    assert re.search(r"^ORDER BY .+\n\Z", named.text, re.MULTILINE)
    store.select(named.text)


@pytest.mark.parametrize("named", ALL)
def test_cells_of_one_column_never_repeat_a_whole_row(store: Store, named: NamedQuery) -> None:
    for case in ANSWERS[named.id]:
        rows = [tuple(sorted(row.items())) for row in answer(store, named.id, case["parameters"])]
        assert len(rows) == len(set(rows))


def test_documents_of_an_actor_are_joined(store: Store) -> None:
    rows = {row["key"]: row["documents"].split("\x1f") for row in answer(store, "actors", {}) if "documents" in row}
    assert sorted(rows["stuurgroep"]) == ["evaluatie-2033", "herziening-2034", "samenwerking-2031", "taakverdeling"]


@pytest.mark.parametrize(("on", "found"), [("2033-06-30", 0), ("2033-07-01", 1)])
def test_an_agreement_of_which_only_the_month_is_known_has_a_place_in_time(on: str, found: int) -> None:
    made = made_up.evaluation()
    vague = replace(made.understood, entry=replace(made.understood.entry, date=None, period="2033-07"))
    with memory_store() as store:
        store.replace("https://example.org/g", ntriples(agreement_graph(vague, made.sections)))
        assert len(answer(store, "agreements-on-date", {"on": on})) == found
        assert [row["date"] for row in answer(store, "documents", {})] == ["2033-07"]
