"""One fault at several places: people see one entry with the other places below it, programs every pair."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import made_up_contradictions
import openpyxl
import pytest
import small_graph
from bs4 import BeautifulSoup
from fastapi.testclient import TestClient

from api.app import create_app
from api.cli import main
from api.records.contradictions import all_contradictions, all_faults, faults
from api.records.filters import Filter
from api.records.verdicts import give, withdraw
from api.settings import load_settings
from ingest.graph import contradiction_iri
from ingest.publish import Generation, current
from ingest.store import Store

FIRST, SECOND, REPEATING, PROPOSED = made_up_contradictions.repeating()
Opened = tuple[Generation, Store]
Run = Callable[..., str]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("repeating")
    small_graph.publish(folder, made_up_contradictions.repeating())
    return folder


@pytest.fixture
def opened(data: Path) -> Iterator[Opened]:
    generation = current(data)
    with generation.open() as store:
        yield generation, store


@pytest.fixture
def run(data: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def said(*arguments: str | Path) -> str:
        with pytest.raises(SystemExit) as left:
            main([*map(str, arguments), "--data", str(data)])
        assert not left.value.code
        return capsys.readouterr().out

    return said


@pytest.fixture
def get(data: Path) -> Callable[..., httpx.Response]:
    client = TestClient(create_app(load_settings(data=data)))
    return lambda path, **asked: client.get(path, params=asked or None)


def keys(found: Opened, **conditions: object) -> list[list[str]]:
    every = all_faults(*found, Filter(**conditions))  # type: ignore[arg-type]
    return [[fault.key, *(pair.key for pair in fault.also)] for fault in every]


def test_pairs_of_one_fault_are_one_entry_and_a_proposal_stays_by_itself(opened: Opened) -> None:
    assert keys(opened, proposals=True) == [[FIRST.key, REPEATING.key], [SECOND.key], [PROPOSED.key]]
    (also,) = next(all_faults(*opened, Filter())).also
    assert also in list(all_contradictions(*opened, Filter()))


def test_what_repeats_a_fault_stands_by_itself_where_the_surest_is_not_asked_for(opened: Opened) -> None:
    assert keys(opened, type=("scope",)) == [[REPEATING.key]]
    give(opened[0].data, FIRST.key, "not-a-contradiction", "Het Regiobureau ís de penvoerder.")
    try:
        assert keys(opened) == [[REPEATING.key], [SECOND.key]]
    finally:
        withdraw(opened[0].data, FIRST.key)


def test_a_page_is_cut_between_faults(opened: Opened) -> None:
    first = faults(*opened, Filter(proposals=True), limit=1)
    assert ([one.key for one in first.items], first.truncated) == ([FIRST.key], True)
    rest = faults(*opened, Filter(proposals=True), after=first.next, limit=5)
    assert ([one.key for one in rest.items], rest.next) == ([SECOND.key, PROPOSED.key], None)


def test_programs_get_every_pair_and_which_one_it_repeats(run: Run) -> None:
    records = [json.loads(line) for line in run("contradictions").splitlines()]
    first, other = (str(contradiction_iri(pair.key)) for pair in (FIRST, SECOND))
    assert {record["id"]: record["repeats"] for record in records} == {
        first: None,
        other: None,
        str(contradiction_iri(REPEATING.key)): first,
    }
    rows = list(csv.DictReader(io.StringIO(run("contradictions", "--format", "csv"))))
    assert sorted(row["repeats"] for row in rows) == ["", "", first]


def test_a_sheet_and_a_table_name_the_other_places(run: Run, tmp_path: Path) -> None:
    run("contradictions", "-o", tmp_path / "pairs.xlsx")
    header, *rows = openpyxl.load_workbook(tmp_path / "pairs.xlsx").active.iter_rows(values_only=True)
    a, b = REPEATING.a, REPEATING.b
    told = f"{a.document}, {a.section}: “{a.text}” / {b.document}, {b.section}: “{b.text}” [{REPEATING.key}]"
    assert [row[header.index("also")] for row in rows] == [told, None]
    (line,) = [line for line in run("contradictions", "--format", "table").splitlines() if "ook op" in line]
    assert line == f"  ook op: {told}"
    assert REPEATING.explanation_nl not in run("contradictions", "--format", "table")
    assert run("export", "contradictions", "--format", "table").endswith("\n2 rows\n")


def test_the_page_lists_the_other_places_below_the_fault(get: Callable[..., httpx.Response]) -> None:
    page = BeautifulSoup(get("/pages/contradictions").text, "html.parser")
    assert len(page.tbody.find_all("tr", recursive=False)) == 2
    (item,) = page.select(".also li")
    assert page.find(string="Ook op:")
    assert [quote.get_text() for quote in item.find_all("q")] == [REPEATING.a.text, REPEATING.b.text]
    *places, pair = item.find_all("a")
    assert [place.get_text() for place in places] == [REPEATING.a.section, REPEATING.b.section]
    other = BeautifulSoup(get(pair["href"]).text, "html.parser")
    assert other.h1.get_text() == REPEATING.explanation_nl
    assert f"/pages/contradictions/{FIRST.key}" in {link["href"] for link in other.main.find_all("a")}


@pytest.mark.parametrize("path", ["/pages/contradictions/report", "/export/contradictions?format=html"])
def test_the_report_lists_the_other_places_too(path: str, get: Callable[..., httpx.Response]) -> None:
    report = BeautifulSoup(get(path).text, "html.parser")
    part = report.find("section") or report.main
    assert len(part.find_all("article")) == 2
    (item,) = part.select(".also li")
    assert REPEATING.a.section in item.get_text()
    assert REPEATING.b.section in item.get_text()
