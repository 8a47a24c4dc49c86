"""Problem details (RFC 9457): the one shape in which every error leaves the service."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field

MEDIA_TYPE = "application/problem+json"


class Problem(BaseModel):
    """A problem document. ``type`` tells problems apart for programs, ``detail`` and ``advice`` for people."""

    type: str = Field(examples=["/problems/query-timeout"])
    title: str = Field(examples=["The query takes too long"])
    status: int = Field(examples=[504])
    detail: str = Field(examples=["this query took longer than 30 seconds"])
    advice: str | None = Field(default=None, examples=["narrow it, or ask for less with LIMIT"])
    instance: str | None = Field(default=None, examples=["/sparql"])


def problem_response(
    kind: str,
    title: str,
    status: int,
    detail: str,
    *,
    advice: str | None = None,
    instance: str | None = None,
    headers: Mapping[str, str] | None = None,
) -> JSONResponse:
    """The response for a problem; ``kind`` is the last part of its type."""
    problem = Problem(
        type=f"/problems/{kind}", title=title, status=status, detail=detail, advice=advice, instance=instance
    )
    return JSONResponse(problem.model_dump(exclude_none=True), status, dict(headers or {}), media_type=MEDIA_TYPE)


def status_problem(
    status: HTTPStatus, detail: str, *, instance: str, headers: Mapping[str, str] | None = None
) -> JSONResponse:
    """The response for a problem that is no more than its HTTP status."""
    kind = status.phrase.lower().replace(" ", "-")
    return problem_response(kind, status.phrase, status, detail, instance=instance, headers=headers)


def problem_responses(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """What a route's ``responses`` says of the statuses that carry a problem document."""
    return {
        status: {
            "description": HTTPStatus(status).phrase,
            "content": {MEDIA_TYPE: {"schema": Problem.model_json_schema()}},
        }
        for status in statuses
    }
