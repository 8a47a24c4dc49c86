"""Examples in the OpenAPI document. Each is a file that says what was asked and what came back; a test asks again.

FastAPI leaves every null out of its document, and so out of examples too. Routes therefore only name their example,
and it is put in its place when the document has been made.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

from fastapi import FastAPI

from api.problems import problem_responses

Responses = dict[int | str, dict[str, Any]]

_NAMED = "example-file"


@cache
def example(name: str) -> Any:
    """What came back, as it stands in ``examples/name``.json."""
    return json.loads(files("api.routes").joinpath("examples", f"{name}.json").read_text("utf-8"))["response"]


def answers(name: str, *problems: int, media_type: str = "application/json") -> Responses:
    """What a route's ``responses`` says: the example with that name, and the statuses that carry a problem."""
    content = {media_type: {"example": {_NAMED: name}}}
    return {200: {"description": "The answer.", "content": content}, **problem_responses(*problems, 503)}


def show_examples(app: FastAPI) -> None:
    """Let the OpenAPI document of ``app`` show the examples that its routes name."""
    made = app.openapi

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            _fill(made())
        return made()

    app.openapi = openapi  # type: ignore[method-assign]


def _fill(part: Any) -> None:
    values = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
    for place, value in values:
        if isinstance(value, dict) and value.keys() == {_NAMED}:
            part[place] = example(value[_NAMED])
        else:
            _fill(value)
