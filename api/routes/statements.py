"""Clauses and what they say."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from api.deps import StoreDep
from api.records import statements as records
from api.records.envelope import Page
from api.records.models import DatedStatement, Statement
from api.routes.asked import AskedOfStatements
from api.routes.examples import answers

router = APIRouter(tags=["Uitspraken · Statements"])


@router.get(
    "/statements",
    summary="Uitspraken: wat staat er, en wie moet of mag dat? · Statements: what does it say, and who must or may?",
    responses=answers("statements", 400, 404),
)
def statements(asked: Annotated[AskedOfStatements, Query()], store: StoreDep) -> Page[Statement]:
    """Clauses in reading order, each with its place, its exact words, who bears it, its deadline and how sure the
    reading is. With a period only clauses with a time that can fall in it are given.
    """
    return records.statements(store, asked.filter(), after=asked.after, limit=asked.limit)


@router.get(
    "/deadlines",
    summary="Termijnen op volgorde van dag · Deadlines in order of day",
    responses=answers("deadlines", 400, 404),
)
def deadlines(asked: Annotated[AskedOfStatements, Query()], store: StoreDep) -> Page[DatedStatement]:
    """Times by or in which something must be done or holds. Those that recur or hang on an event come last."""
    return records.deadlines(store, asked.filter(), after=asked.after, limit=asked.limit)
