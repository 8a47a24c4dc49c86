"""Contradictions and verdicts as a client meets them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import httpx
import made_up_contradictions
import pytest
from judging import KEY, Ask, service

Get = Callable[..., httpx.Response]
RESPONSIBILITY, DEADLINE, SCOPE, PRACTICE = made_up_contradictions.everything()
AUTHORISED = {"Authorization": f"Bearer {KEY}"}
VERDICT = f"/contradictions/{DEADLINE.key}/verdict"


@pytest.fixture
def ask(tmp_path: Path) -> Ask:
    return service(tmp_path, write_key=KEY)


def types(answer: httpx.Response) -> list[str]:
    return [item["type"] for item in answer.json()["items"]]


def test_a_contradiction_has_the_fields_of_the_contract_and_no_more_than_what_people_and_proposals_add(
    get: Get,
) -> None:
    item = get("/contradictions").json()["items"][0]
    assert list(item) == [
        *("id", "type", "scope", "severity", "status", "a", "b", "explanation", "confidence"),
        *("reason", "proposal", "verdict", "repeats"),
    ]
    assert list(item["a"]) == ["document", "section", "start", "end", "text"]
    assert list(item["explanation"]) == ["nl", "en"]


def test_the_words_of_both_sides_stand_in_their_texts(get: Get) -> None:
    for item in get("/contradictions", proposals=True).json()["items"]:
        for side in (item["a"], item["b"]):
            text = get(f"/documents/{side['document']}/text").text
            assert text[side["start"] : side["end"]] == side["text"]


def test_every_condition_reaches_the_graph(get: Get) -> None:
    asked = {
        "document": "samenwerking-2031",
        "actor": "Regiobureau",
        "type": ["deadline", "term"],
        "scope": "between",
        "severity": "soft",
        "status": "open",
        "q": "werkplan begroting",
        "min_confidence": 0.7,
    }
    assert types(get("/contradictions", **asked)) == ["deadline"]
    for change in (
        {"document": "taakverdeling"},
        {"actor": "merelhof"},
        {"type": "responsibility"},
        {"scope": "within"},
        {"severity": "hard"},
        {"status": "explained"},
        {"q": "risicoregister"},
        {"min_confidence": 0.71},
        {"verdict": "agree"},
    ):
        assert types(get("/contradictions", **asked | change)) == [], change


@pytest.mark.parametrize(
    ("path", "status", "detail"),
    [
        ("/contradictions?type=date", 400, "type"),
        ("/contradictions?severity=grave", 400, "severity"),
        ("/contradictions?kleur=rood", 400, "kleur: Extra inputs are not permitted"),
        ("/contradictions?document=kaderafspraak", 404, "no agreement is called"),
        ("/contradictions/nobody", 404, "no contradiction has the key 'nobody'"),
        ("/export/statements?type=rasci", 400, "statements have no type 'rasci'"),
        ("/export/statements?severity=hard", 400, "statements cannot be narrowed by severity"),
        ("/export/contradictions?format=ics", 400, "contradictions does not come as ics"),
    ],
)
def test_what_cannot_be_answered_is_said(get: Get, path: str, status: int, detail: str) -> None:
    answer = get(path)
    assert answer.status_code == status
    assert detail in answer.json()["detail"]


def test_a_verdict_shows_at_once_and_can_be_taken_back(ask: Ask) -> None:
    given = ask("PUT", VERDICT, json={"verdict": "explained", "note": "Voor het eerste jaar."}, headers=AUTHORISED)
    assert given.status_code == 200
    assert given.json()["status"] == "explained"
    assert given.json()["reason"] == {"nl": "Voor het eerste jaar.", "en": "Voor het eerste jaar."}
    assert given.json()["verdict"]["verdict"] == "explained"
    assert types(ask("GET", "/contradictions?status=explained")) == ["deadline"]
    assert ask("DELETE", VERDICT, headers=AUTHORISED).status_code == 204
    assert types(ask("GET", "/contradictions?status=explained")) == []


def test_what_is_not_a_contradiction_leaves_list_and_export(ask: Ask) -> None:
    ask("PUT", VERDICT, json={"verdict": "not-a-contradiction"}, headers=AUTHORISED)
    assert types(ask("GET", "/contradictions")) == ["responsibility", "scope"]
    assert len(ask("GET", "/export/contradictions").text.splitlines()) == 2
    assert types(ask("GET", "/contradictions?verdict=not-a-contradiction")) == ["deadline"]


@pytest.mark.parametrize(
    ("body", "headers", "path", "status"),
    [
        ({"verdict": "agree"}, {}, VERDICT, 401),
        ({"verdict": "agree"}, {"Authorization": "Bearer another key of some length"}, VERDICT, 401),
        ({"verdict": "maybe"}, AUTHORISED, VERDICT, 400),
        ({"verdict": "agree", "by": "me"}, AUTHORISED, VERDICT, 400),
        ({"verdict": "explained"}, AUTHORISED, VERDICT, 400),
        ({"verdict": "agree", "note": "x" * 2001}, AUTHORISED, VERDICT, 400),
        ({"verdict": "agree"}, AUTHORISED, "/contradictions/nobody/verdict", 404),
    ],
)
def test_a_verdict_that_cannot_be_taken_leaves_nothing(
    ask: Ask, tmp_path: Path, body: dict[str, str], headers: dict[str, str], path: str, status: int
) -> None:
    answer = ask("PUT", path, json=body, headers=headers)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert not (tmp_path / "verdicts.jsonl").exists()


def test_without_a_key_nobody_writes(tmp_path: Path) -> None:
    ask = service(tmp_path)
    for method, arguments in (("PUT", {"json": {"verdict": "agree"}}), ("DELETE", {})):
        assert ask(method, VERDICT, headers=AUTHORISED, **arguments).status_code == 403
