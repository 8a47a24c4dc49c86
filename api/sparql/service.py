"""Bounded queries for every surface: the jobs that workers get, and one query without a server."""

from __future__ import annotations

import asyncio

from api.settings import Settings
from api.sparql.frames import Answered, Job
from api.sparql.pool import WorkerPool
from api.sparql.request import QueryRequest
from ingest.publish import Generation, current


def job_for(
    asked: QueryRequest, generation: Generation, settings: Settings, *, rows_as: str | None, triples_as: str | None
) -> Job:
    """The job for a query on a generation, with the limits of ``settings``.

    ``rows_as`` is json, xml, csv or tsv, ``triples_as`` turtle, ntriples, jsonld or rdfxml; None where the asker
    takes no result of that family.
    """
    return Job(
        store=str(generation.store.resolve()),
        query=asked.query,
        rows=settings.row_limit,
        bytes=settings.byte_limit,
        rows_as=rows_as,
        triples_as=triples_as,
        graphs=asked.graphs,
        named=asked.named,
    )


def answer_once(
    settings: Settings, asked: QueryRequest, *, rows_as: str | None = "json", triples_as: str | None = "turtle"
) -> Answered:
    """Answer one query on the current generation, within the limits of ``settings``, and leave no process behind.

    Arguments as for ``job_for``. Raises NotBuiltError and what ``WorkerPool.run`` raises.
    """
    job = job_for(asked, current(settings.data), settings, rows_as=rows_as, triples_as=triples_as)

    async def run() -> Answered:
        async with WorkerPool(workers=1, seconds=settings.time_limit, memory=settings.memory_limit) as pool:
            return await pool.run(job)

    return asyncio.run(run())
