"""What validation found."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from api.deps import StoreDep
from api.records import findings
from api.records.envelope import Page
from api.records.models import Finding
from api.routes.asked import AskedOfFindings
from api.routes.examples import answers

router = APIRouter(tags=["Validatie · Validation"])


@router.get(
    "/validation",
    summary="Bevindingen van de validatie, de zwaarste eerst · What validation found, the heaviest first",
    responses=answers("validation", 400, 404),
)
def validation(asked: Annotated[AskedOfFindings, Query()], store: StoreDep) -> Page[Finding]:
    """Where the graph or an agreement breaks a rule: a violation makes the graph doubtful, a warning marks an answer
    that is missing, info is a remark.
    """
    return findings.findings(store, asked.filter(), after=asked.after, limit=asked.limit)
