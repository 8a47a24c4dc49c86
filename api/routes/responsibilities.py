"""Who does what."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from api.deps import StoreDep
from api.records import parts
from api.records.envelope import Page
from api.records.models import Part, RaciRow
from api.routes.asked import AskedOfDocuments, AskedOfParts
from api.routes.examples import answers

router = APIRouter(tags=["Verantwoordelijkheden · Responsibilities"])


@router.get(
    "/responsibilities",
    summary="Wie doet wat? · Who does what?",
    responses=answers("responsibilities", 400, 404),
)
def responsibilities(asked: Annotated[AskedOfParts, Query()], store: StoreDep) -> Page[Part]:
    """The part of each actor in each activity, with its clause: read from a RASCI matrix, or derived from norms.

    R bears the duty. A has the power, must agree, or answers for the act. C is consulted. I is informed or reported to.
    """
    return parts.parts(store, asked.filter(), after=asked.after, limit=asked.limit)


@router.get(
    "/raci",
    summary="RASCI-matrices zoals ze in de overeenkomst staan · RASCI matrices as they stand in the agreement",
    responses=answers("raci", 400, 404),
)
def raci(asked: Annotated[AskedOfDocuments, Query()], store: StoreDep) -> Page[RaciRow]:
    """One row for each activity, with the letters of each actor that has any."""
    return parts.raci(store, asked.document, after=asked.after, limit=asked.limit)
