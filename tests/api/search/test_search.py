"""Searching the made-up agreements."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import httpx
import pytest

from api.search import Searcher, open_searcher
from ingest.errors import InputError, NotBuiltError, NotFoundError
from ingest.publish import Generation
from ingest.store import Store

PLAN = "De stuurgroep stelt het werkplan bij consensus vast."
DRAFT = "De penvoerder stelt vóór 1 maart 2032 het werkplan op, in overleg met de scholen."


@pytest.fixture(scope="module")
def searcher(generation: Generation, store: Store) -> Searcher:
    return open_searcher(generation, store)


def texts(searcher: Searcher, query: str, k: int = 3, **narrowed: object) -> list[str]:
    return [hit.text for hit in searcher.search(query, k, **narrowed)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("query", "clause"),
    [
        ("Wie stelt het werkplan vast?", PLAN),
        ("werkplannen vaststellen, unaniem", PLAN),
        ("Bij welk orgaan ligt het akkoord op het plan, en moet dat eensgezind?", PLAN),
        ("By which date must the work plan be drawn up?", DRAFT),
        ("Wat moet de coördinator voor maart 2032 op papier zetten?", DRAFT),
    ],
)
def test_a_question_finds_its_clause(searcher: Searcher, query: str, clause: str) -> None:
    assert clause in texts(searcher, query)


def test_a_hit_cites_its_place(searcher: Searcher, generation: Generation) -> None:
    (hit,) = searcher.search("Wie stelt het werkplan vast?", 1)
    text = generation.read(f"texts/{hit.document}.txt").decode()
    assert text[hit.start : hit.end] == hit.text == PLAN
    assert (hit.section, hit.kind) == ("Artikel 3 lid 2", "power")
    assert hit.statement is not None
    assert 0 < hit.score <= 1


def test_better_hits_come_first_and_each_once(searcher: Searcher) -> None:
    hits = searcher.search("werkplan", 50)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert len({(hit.document, hit.start, hit.end) for hit in hits}) == len(hits)


def test_what_stands_in_quotes_must_occur_word_for_word(searcher: Searcher) -> None:
    found = texts(searcher, 'wie zorgt voor "het werkplan op"', 50)
    assert DRAFT in found
    assert all("het werkplan op" in text for text in found)
    assert texts(searcher, '"op werkplan het"') == []


def test_conditions_narrow_a_search(searcher: Searcher) -> None:
    (document,) = {hit.document for hit in searcher.search("werkplan", 50, documents=("taakverdeling",))}
    assert document == "taakverdeling"
    assert {hit.kind for hit in searcher.search("werkplan", 50, kinds=("power",))} == {"power"}
    in_march = texts(searcher, "werkplan", 50, since=date(2032, 1, 1), until=date(2032, 3, 1))
    assert DRAFT in in_march
    assert PLAN not in in_march
    of_one = texts(searcher, "werkplan", 50, actors=("coördinator",))
    assert DRAFT in of_one
    assert "Werkplan: het plan voor twee jaren." not in of_one


@pytest.mark.parametrize(
    ("query", "narrowed", "error", "said"),
    [
        (" ?! ", {}, InputError, "no words to search for"),
        ("a " * 600, {}, InputError, "may hold 1000 characters"),
        ("plan", {"kinds": ("droom",)}, InputError, "there is no kind 'droom'"),
        ("plan", {"documents": ("nergens",)}, NotFoundError, "no agreement is called 'nergens'"),
        ("plan", {"actors": ("niemand",)}, NotFoundError, "no actor is called 'niemand'"),
    ],
)
def test_what_cannot_be_searched_is_refused(
    searcher: Searcher, query: str, narrowed: dict[str, object], error: type[Exception], said: str
) -> None:
    with pytest.raises(error, match=said):
        texts(searcher, query, **narrowed)


def test_an_index_of_another_model_is_never_asked(generation: Generation, store: Store) -> None:
    other = replace(generation, manifest=replace(generation.manifest, models={"embedding": "another 1.0"}))
    with pytest.raises(NotBuiltError, match=r"made with the embedding model 'another 1\.0', not with 'clause-"):
        open_searcher(other, store)
    without = replace(generation, manifest=replace(generation.manifest, models={}))
    with pytest.raises(NotBuiltError, match="no search index"):
        open_searcher(without, store)


def test_a_search_over_http_comes_in_the_envelope(get: Callable[..., httpx.Response]) -> None:
    answer = get("/search", q="Wie stelt het werkplan vast?", limit=1, kind="power").json()
    assert [item["text"] for item in answer["items"]] == [PLAN]
    assert answer["next"] is None
    assert get("/search").status_code == 400
    assert get("/search", q="plan", document="nergens").status_code == 404
    assert get("/search", q="plan", onbekend="1").status_code == 400


def test_the_page_shows_each_clause_with_a_link_to_its_place(get: Callable[..., httpx.Response]) -> None:
    page = get("/pages/search", q="Wie stelt het werkplan vast?").text
    assert f'<blockquote lang="nl">{PLAN}</blockquote>' in page
    assert "/pages/documents/samenwerking-2031?start=" in page


def test_no_word_is_asked_of_a_network(searcher: Searcher, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("something reached for the network")

    monkeypatch.setattr("socket.socket.connect", refuse)
    assert texts(searcher, "Wie stelt het werkplan vast?")
