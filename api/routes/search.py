"""Clauses found by words and by meaning."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from api.deps import SearcherDep
from api.records.envelope import Page
from api.routes.asked import AskedOfSearch
from api.routes.examples import answers
from api.search import Hit

router = APIRouter(tags=["Zoeken · Search"])


@router.get(
    "/search",
    summary="Zoeken: welke bepalingen zeggen hier het meest over? · Search: which clauses say most about this?",
    responses=answers("search", 400, 404),
)
def search(asked: Annotated[AskedOfSearch, Query()], searcher: SearcherDep) -> Page[Hit]:
    """Clauses that share the words or the meaning of a question, the best first, in Dutch or English. What stands in
    double quotes must occur word for word. The list is as long as `limit` says and has no next page.
    """
    hits = searcher.search(
        asked.q,
        asked.limit,
        documents=asked.document,
        actors=asked.actor,
        kinds=asked.kind,
        since=asked.since,
        until=asked.until,
    )
    return Page(items=hits, next=None, truncated=len(hits) == asked.limit)
