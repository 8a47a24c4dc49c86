"""The OpenAPI document shows what the service really answers."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

Get = Callable[..., httpx.Response]
EXAMPLES = sorted((Path(__file__).parents[3] / "api" / "routes" / "examples").glob("*.json"))
SERVICE = {"/health", "/sparql"}


@pytest.mark.parametrize("path", EXAMPLES, ids=[path.stem for path in EXAMPLES])
def test_an_example_is_what_the_service_answers(get: Get, path: Path) -> None:
    example = json.loads(path.read_text(encoding="utf-8"))
    answer = get(example["request"])
    is_json = answer.headers["content-type"].startswith("application/json")
    assert (answer.json() if is_json else answer.text) == example["response"], "run write_examples.py beside this file"


def test_every_path_has_a_summary_in_both_languages_and_an_example(get: Get) -> None:
    paths = get("/openapi.json").json()["paths"]
    assert len(paths) > 12
    operations = [(path, *one) for path in paths.keys() - SERVICE for one in paths[path].items()]
    for path, verb, operation in operations:
        dutch, _, english = operation["summary"].partition(" · ")
        assert dutch, path
        assert english, path
        assert dutch != english, path
        assert operation["description"], path
        if verb == "get":
            content = operation["responses"]["200"]["content"]
            assert any(media.get("example") for media in content.values()), path
        for parameter in operation.get("parameters", []):
            assert parameter.get("description") or parameter["schema"].get("description"), (path, parameter["name"])


def test_every_example_stands_at_a_route(get: Get) -> None:
    shown = json.dumps(get("/openapi.json").json(), sort_keys=True, ensure_ascii=False)
    for path in EXAMPLES:
        response = json.loads(path.read_text(encoding="utf-8"))["response"]
        assert json.dumps(response, sort_keys=True, ensure_ascii=False) in shown, path.stem
