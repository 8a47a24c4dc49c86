"""The agreements and their texts."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from fastapi.responses import PlainTextResponse

from api.deps import GenerationDep, StoreDep
from api.records import documents as records
from api.records.envelope import Page, counted_page
from api.records.models import Document
from api.routes.asked import Paged
from api.routes.examples import answers

router = APIRouter(tags=["Overeenkomsten · Agreements"])
Id = Annotated[str, Path(description="The agreement's id.", examples=["samenwerking-havenrand-2031"])]


@router.get("/documents", summary="De overeenkomsten · The agreements", responses=answers("documents", 400))
def documents(asked: Annotated[Paged, Query()], store: StoreDep) -> Page[Document]:
    """Every agreement in the graph, the earliest first, with the number of its statements by kind."""
    return counted_page(records.all_documents(store), after=asked.after, limit=asked.limit)


@router.get("/documents/{id}", summary="Een overeenkomst · One agreement", responses=answers("document", 404))
def document(id: Id, store: StoreDep) -> Document:
    """What is known of the agreement: title, date, version, status, what it belongs to, and its digest."""
    return records.document(store, id)


@router.get(
    "/documents/{id}/text",
    summary="De tekst waarin alle plaatsen tellen · The text in which all offsets count",
    response_class=PlainTextResponse,
    responses=answers("text", 404, media_type="text/plain"),
)
def text(id: Id, generation: GenerationDep, store: StoreDep) -> PlainTextResponse:
    """The exact text that was read. `start` and `end` of every record count Unicode code points in it."""
    return PlainTextResponse(records.text(generation, store, id))
