"""The named questions."""

from __future__ import annotations

from collections import defaultdict
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request

from api.deps import StoreDep
from api.records import questions as records
from api.records.envelope import LIMIT, MOST, Page, counted_page
from api.records.models import Question
from api.routes.asked import Paged
from api.routes.examples import answers

router = APIRouter(tags=["Vragen · Questions"])
_OWN = frozenset({"after", "limit"})


@router.get("/queries", summary="De vaste vragen · The named questions", responses=answers("queries", 400))
def queries(asked: Annotated[Paged, Query()]) -> Page[Question]:
    """Every named question with the parameters that it takes."""
    return counted_page(records.all_questions(), after=asked.after, limit=asked.limit)


@router.get(
    "/queries/{name}",
    summary="Een vaste vraag stellen · Ask a named question",
    responses=answers("query", 400, 404),
    openapi_extra={
        "parameters": [
            {
                "name": "parameters",
                "in": "query",
                "style": "form",
                "explode": True,
                "description": "The question's own parameters by name, as `/queries` lists them; "
                "one that takes an actor takes any of its names.",
                "schema": {"type": "object", "additionalProperties": {"type": "string"}},
                "example": {"word": "werkplan"},
            }
        ]
    },
)
def query(
    name: Annotated[str, Path(description="The question's id.", examples=["responsible-for"])],
    request: Request,
    store: StoreDep,
    after: Annotated[str | None, Query(description="`next` of the answer before this one.")] = None,
    limit: Annotated[int, Query(ge=1, le=MOST, description="How many rows to answer with.")] = LIMIT,
) -> Page[dict[str, Any]]:
    """The answers as rows; each has the clause that it rests on."""
    given: dict[str, list[str]] = defaultdict(list)
    for key, value in request.query_params.multi_items():
        if key not in _OWN:
            given[key].append(value)
    return records.answers(store, name, given, after=after, limit=limit)
