"""The endpoint ``/sparql``: queries by GET and POST, and without a query what the service is."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.concurrency import run_in_threadpool

from api.deps import GraphDep, PoolDep, SettingsDep
from api.graph import ServedGraph
from api.pages.rendering import render
from api.settings import Settings
from api.sparql.description import PREFIXES, describe_service
from api.sparql.errors import NotAcceptableError
from api.sparql.formats import ROW_TYPES, TRIPLE_TYPES, best_type
from api.sparql.frames import Answered
from api.sparql.openapi import GET, POST, RESPONSES
from api.sparql.pool import WorkerPool
from api.sparql.request import read_request
from api.sparql.service import job_for
from ingest.store.results import serialise

PATH = "/sparql"
ANNOUNCED = ("Limit-Seconds", "Limit-Rows", "Limit-Bytes", "Result-Rows", "Result-Cut", "Graph-Generation")

router = APIRouter(tags=["SPARQL"])


@router.head(PATH, include_in_schema=False)
@router.get(PATH, summary="Ask a SPARQL query", responses=RESPONSES, openapi_extra=GET, response_class=Response)
async def get_query(request: Request, settings: SettingsDep, graph: GraphDep, pool: PoolDep) -> Response:
    """Answer the query in the URL. Without one, describe the service: its graphs, formats and limits."""
    return await _respond(request, settings, graph, pool)


@router.post(PATH, summary="Ask a long SPARQL query", responses=RESPONSES, openapi_extra=POST, response_class=Response)
async def post_query(request: Request, settings: SettingsDep, graph: GraphDep, pool: PoolDep) -> Response:
    """Answer the query in the body, which is a form or the query itself."""
    return await _respond(request, settings, graph, pool)


@router.api_route(PATH, methods=["PUT", "DELETE", "PATCH", "OPTIONS"], include_in_schema=False)
def other_method() -> Response:
    """Refuse, naming what is answered."""
    raise HTTPException(405, "queries come by GET or POST", {"Allow": "GET, HEAD, POST"})


async def _respond(request: Request, settings: Settings, graph: ServedGraph, pool: WorkerPool) -> Response:
    asked = await read_request(request)
    accept = ",".join(request.headers.getlist("accept"))
    if asked is None:
        return await run_in_threadpool(_description, request, accept, settings, graph)
    rows_type, triples_type = best_type(accept, ROW_TYPES), best_type(accept, TRIPLE_TYPES)
    if rows_type is None and triples_type is None:
        raise NotAcceptableError(f"no result comes as {accept}", f"ask for {', '.join([*ROW_TYPES, *TRIPLE_TYPES])}")
    generation = graph.generation()
    rows_as, triples_as = rows_type and ROW_TYPES[rows_type], triples_type and TRIPLE_TYPES[triples_type]
    job = job_for(asked, generation, settings, rows_as=rows_as, triples_as=triples_as)
    answered = await _while_connected(request, pool.run(job))
    if answered is None:
        return Response(status_code=204)
    media_type = rows_type if rows_type and ROW_TYPES[rows_type] == answered.format else triples_type
    headers = {
        **_limits(settings),
        "Result-Rows": str(answered.rows),
        "Result-Cut": answered.cut or "no",
        "Graph-Generation": generation.id,
        "Vary": "Accept",
    }
    return Response(answered.body, headers=headers, media_type=media_type)


async def _while_connected(request: Request, work: Coroutine[Any, Any, Answered]) -> Answered | None:
    """The answer, or None when the client goes away first; then the work stops too."""
    task = asyncio.ensure_future(work)
    gone = asyncio.ensure_future(_gone(request))
    try:
        await asyncio.wait({task, gone}, return_when=asyncio.FIRST_COMPLETED)
        return task.result() if task.done() else None
    finally:
        for waiting in (task, gone):
            waiting.cancel()
        await asyncio.gather(task, gone, return_exceptions=True)


async def _gone(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


def _description(request: Request, accept: str, settings: Settings, graph: ServedGraph) -> Response:
    offered = {**TRIPLE_TYPES, "text/html": "html"}
    media_type = best_type(accept, offered)
    if media_type is None:
        raise NotAcceptableError(f"the description does not come as {accept}", f"ask for {', '.join(offered)}")
    sizes, manifest, endpoint = graph.sizes(), graph.generation().manifest, str(request.url.replace(query=""))
    sentence = (
        f"A query may take {settings.time_limit:g} seconds; a result holds at most {settings.row_limit} rows and "
        f"{settings.byte_limit} bytes, and the header Result-Cut tells when it was cut."
    )
    headers = {**_limits(settings), "Graph-Generation": manifest.id, "Vary": "Accept"}
    if offered[media_type] == "html":
        page = render(
            request,
            "sparql",
            sizes=sizes,
            manifest=manifest,
            seconds=f"{settings.time_limit:g}",
            rows=settings.row_limit,
            bytes=settings.byte_limit,
        )
        page.headers.update(headers)
        return page
    triples = describe_service(endpoint, sizes, manifest, sentence)
    return Response(serialise(triples, offered[media_type], PREFIXES), headers=headers, media_type=media_type)


def _limits(settings: Settings) -> dict[str, str]:
    return {
        "Limit-Seconds": f"{settings.time_limit:g}",
        "Limit-Rows": str(settings.row_limit),
        "Limit-Bytes": str(settings.byte_limit),
    }
