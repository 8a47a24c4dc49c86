"""From agreements to an index, and asking it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import made_up
import pytest

from ingest.encoding import load_encoder
from ingest.errors import NotBuiltError
from ingest.graph import agreement_graph
from ingest.index import Conditions, Entry, Index, IndexWriter, entries
from ingest.index.entries import BEARER, MATRIX

ANYWHERE = Conditions()


def entries_of(made: made_up.Made) -> list[Entry]:
    one = made.understood
    return entries(one.entry, one.source, one.tree, made.sections, agreement_graph(one, made.sections))


@pytest.fixture(scope="module")
def every() -> list[list[Entry]]:
    return [entries_of(made) for made in made_up.everything()]


@pytest.fixture(scope="module")
def folder(every: list[list[Entry]], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("index")
    writer = IndexWriter(folder, load_encoder())
    for found in every:
        writer.add(found)
    assert writer.finish() == sum(map(len, every))
    return folder


@pytest.fixture(scope="module")
def index(folder: Path) -> Index:
    return Index.open(folder)


def test_every_statement_and_row_is_an_entry_with_its_exact_words() -> None:
    for made in made_up.everything():
        found = entries_of(made)
        text = made.understood.source.text
        assert all(entry.text == text[entry.start : entry.end] for entry in found)
        spans = {(entry.start, entry.end) for entry in found if entry.statement}
        assert spans == {
            (one.span.start, one.span.end) for one in (*made.understood.statements, *made.understood.responsibilities)
        }


def test_an_entry_carries_what_was_read(every: list[list[Entry]]) -> None:
    plan = next(entry for entry in every[0] if "vóór 1 maart 2032" in entry.text)
    assert (plan.kind, plan.section) == ("duty", "Artikel 3 lid 1")
    assert {"duty", "date", BEARER} <= set(plan.traits)
    assert plan.latest is not None
    assert any(actor.endswith("/penvoerder") for actor in plan.actors)
    row = next(entry for found in every for entry in found if MATRIX in entry.traits)
    assert row.kind is None
    assert row.statement is not None


def terms(index: Index, words: str) -> dict[str, dict[str, float]]:
    return {"word_terms": dict.fromkeys(index.analyser.terms(words), 1.0)}


def test_clauses_are_found_by_their_words_whatever_their_form(index: Index) -> None:
    found = index.lexical(terms(index, "werkplannen, bij consensus"), 5)
    assert found[0].text == "De stuurgroep stelt het werkplan bij consensus vast."
    assert found[0].score >= found[-1].score


def test_clauses_are_found_by_what_they_mean(index: Index) -> None:
    vector = load_encoder().encode(["The steering group adopts the work plan by consensus"])[0]
    best = index.dense(vector, 3)
    assert "De stuurgroep stelt het werkplan bij consensus vast." in [one.text for one in best]
    assert [one.start for one in index.dense(vector, 3, exact=True)] == [one.start for one in best]


@pytest.mark.parametrize(
    "where",
    [
        Conditions(documents=("samenwerking-2031",)),
        Conditions(kinds=("duty",)),
        Conditions(since=date(2032, 1, 1), until=date(2032, 12, 31)),
        Conditions(phrases=("het WERKPLAN op",)),
    ],
)
def test_conditions_keep_what_meets_them_and_nothing_else(index: Index, where: Conditions) -> None:
    vector = load_encoder().encode(["werkplan"])[0]
    for found in (index.lexical(terms(index, "werkplan"), 100, where), index.dense(vector, 100, where)):
        assert 0 < len(found) < len(index)
        for one in found:
            assert not where.documents or one.document in where.documents
            assert not where.kinds or one.kind in where.kinds
            assert not where.since or one.statement
            assert not where.phrases or "het werkplan op" in one.text


def test_a_quote_in_a_condition_is_only_a_quote(index: Index) -> None:
    nowhere = Conditions(documents=("x' OR '1'='1",), phrases=("d'une",))
    assert index.lexical(terms(index, "werkplan"), 10, nowhere) == []


def test_what_did_not_change_is_not_embedded_again(every: list[list[Entry]], folder: Path, tmp_path: Path) -> None:
    writer = IndexWriter(tmp_path / "next", load_encoder(), Index.open(folder))
    for found in every[:-1]:
        writer.add(found)
    writer.keep(every[-1][0].document)
    assert writer.finish() == sum(map(len, every))
    assert writer.embedded == 0
    old, new = Index.open(folder), Index.open(tmp_path / "next")
    vector = load_encoder().encode(["werkplan"])[0]
    told = [[(one.text, one.score) for one in index.dense(vector, 9)] for index in (old, new)]
    assert told[0] == told[1]


def test_without_an_index_one_line_says_how_to_get_it(tmp_path: Path) -> None:
    with pytest.raises(NotBuiltError, match="no search index that can be asked; build again"):
        Index.open(tmp_path)
    (tmp_path / "counts.json").write_text('{"format": 0}')
    with pytest.raises(NotBuiltError):
        Index.open(tmp_path)
