"""The domain routes as a client meets them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable

import httpx
import made_up
import pytest

Get = Callable[..., httpx.Response]


def test_a_list_comes_in_the_envelope_and_its_cursor_leads_on(get: Get) -> None:
    first = get("/statements", limit=2).json()
    assert list(first) == ["items", "next", "truncated"]
    assert (len(first["items"]), first["truncated"]) == (2, True)
    second = get("/statements", limit=500, after=first["next"]).json()
    assert (second["next"], second["truncated"]) == (None, False)
    ids = [item["id"] for item in first["items"] + second["items"]]
    assert len(ids) == len(set(ids)) == sum(len(made.understood.statements) for made in made_up.everything())


def test_every_filter_of_statements_reaches_the_graph(get: Get) -> None:
    asked = {
        "document": "samenwerking-2031",
        "actor": "Merelhof",
        "bearer": "stichting-merelhof",
        "kind": ["role", "duty"],
        "q": "merelhof",
        "min_confidence": 0.9,
    }
    (item,) = get("/statements", **asked).json()["items"]
    assert item["text"] == "Stichting Merelhof is penvoerder van 2031 tot en met 2033."
    for change in (
        {"document": "taakverdeling"},
        {"actor": "regiobureau"},
        {"bearer": "regiobureau"},
        {"kind": "duty"},
        {"q": "werkplan"},
        {"min_confidence": 0.95},
        {"from": "2032-01-01"},
        {"to": "2032-01-01"},
    ):
        assert get("/statements", **asked | change).json()["items"] == []


def test_deadlines_in_a_period(get: Get) -> None:
    answer = get("/deadlines", **{"from": "2032-02-01", "to": "2032-03-31", "type": "date"}).json()
    assert [item["deadline"]["value"] for item in answer["items"]] == ["2032-03-01"]
    assert answer["items"][0]["latest"] == "2032-03-01"


def test_who_does_what(get: Get) -> None:
    answer = get("/responsibilities", q="werkplan", role=["A", "R"], basis="matrix").json()
    assert {(item["letter"], item["actor"]["label"]) for item in answer["items"]} == {
        ("A", "penvoerder"),
        ("R", "uitvoerder"),
    }
    (row,) = get("/raci", document="taakverdeling", limit=1).json()["items"]
    assert row["assignments"] == {"penvoerder": ["A"], "stuurgroep Oeverpark": ["C", "I"], "uitvoerder": ["R"]}


def test_an_actor_by_key_name_or_iri(get: Get) -> None:
    by_key = get("/actors/taakverdeling/uitvoerder").json()
    assert by_key["label"] == "uitvoerder"
    assert get("/actors/Uitvoerder").json() == by_key
    assert get(f"/actors/{by_key['id']}").json() == by_key


def test_a_text_is_served_to_the_letter(get: Get) -> None:
    answer = get("/documents/samenwerking-2031/text")
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.content.decode() == made_up.cooperation().understood.source.text
    for item in get("/statements", document="samenwerking-2031", limit=500).json()["items"]:
        assert answer.text[item["start"] : item["end"]] == item["text"]


def test_a_named_question_with_its_parameters(get: Get) -> None:
    names = [item["id"] for item in get("/queries", limit=500).json()["items"]]
    assert "deadlines-in-period" in names
    answer = get("/queries/deadlines-in-period", **{"from": "2032-01-01", "to": "2032-12-31", "limit": 1}).json()
    assert len(answer["items"]) == 1
    assert answer["truncated"] is True


@pytest.mark.parametrize(
    ("path", "status", "detail"),
    [
        ("/statements?kind=plicht", 400, "kind"),
        ("/statements?actr=penvoerder", 400, "actr: Extra inputs are not permitted"),
        ("/statements?limit=501", 400, "limit"),
        ("/statements?from=gisteren", 400, "from"),
        ("/statements?after=x", 400, "this cursor leads nowhere"),
        ("/statements?from=2032-01-01&to=2031-01-01", 400, "the period ends"),
        ("/statements?document=kaderafspraak", 404, "no agreement is called 'kaderafspraak'"),
        ("/statements?actor=niemand", 404, "no actor is called 'niemand'"),
        ("/actors/niemand", 404, "no actor is called 'niemand'"),
        ("/documents/kaderafspraak", 404, "no agreement is called"),
        ("/documents/kaderafspraak/text", 404, "no agreement is called"),
        ("/documents/..%2F..%2Fcurrent/text", 404, ""),
        ("/queries/who-am-i", 404, "no question is called 'who-am-i'"),
        ("/queries/members-of-body", 400, "needs 'body'"),
        ("/export/verdicts", 400, "kind"),
        ("/export/actors?format=ics", 400, "actors does not come as ics"),
        ("/export/raci?actor=penvoerder", 400, "raci cannot be narrowed by actor"),
        ("/nergens", 404, "Not Found"),
    ],
)
def test_what_goes_wrong_is_a_problem_document(get: Get, path: str, status: int, detail: str) -> None:
    answer = get(path)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert problem["status"] == status
    assert detail in problem["detail"]


def test_an_export_is_whole_whatever_the_pages(get: Get) -> None:
    answer = get("/export/statements")
    assert answer.headers["content-type"] == "application/x-ndjson"
    assert answer.headers["content-disposition"] == 'attachment; filename="statements.jsonl"'
    lines = [json.loads(line) for line in answer.text.splitlines()]
    assert lines == get("/statements", limit=500).json()["items"]
    rows = list(csv.reader(io.StringIO(get("/export/statements", format="csv").text)))
    assert len(rows) == 1 + len(lines)
    assert get("/export/graph").text.count("w3id.org/afsprakengraaf/ns#Duty>") == 3
    assert get("/export/deadlines", format="ics").content.startswith(b"BEGIN:VCALENDAR")


def test_nothing_but_verdicts_is_written_through_these_routes(get: Get) -> None:
    paths = get("/openapi.json").json()["paths"]
    assert {path: sorted(verbs) for path, verbs in paths.items() if path != "/sparql" and set(verbs) != {"get"}} == {
        "/contradictions/{key}/verdict": ["delete", "put"]
    }


def test_a_browser_that_asks_is_sent_to_the_page(get: Get) -> None:
    sent = get("/ask", headers={"Accept": "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8"}, q="Wie?")
    assert (sent.status_code, sent.headers["location"]) == (303, "/pages/ask?q=Wie%3F")
    assert get("/ask", q="Wie stelt het werkplan vast?", limit=1).json()["answers"][0]["section"] == "Artikel 3 lid 2"


def test_a_question_is_bounded(get: Get) -> None:
    assert get("/ask").status_code == 400
    assert get("/ask", q="w" * 501).status_code == 400
    assert get("/ask", q="?!").status_code == 400
