"""``afspraken mcp``."""

from __future__ import annotations

import asyncio
from pathlib import Path

from api.graph import ServedGraph
from api.mcp import Service, make_server
from api.settings import load_settings
from api.sparql.pool import WorkerPool
from ingest.encoding import load_encoder


def serve_tools(data: Path) -> None:
    """Answer an assistant over standard input and output until it closes them. Raises InputError or NotBuiltError."""
    settings = load_settings(data=data)
    graph = ServedGraph(settings.data, settings.embedding_model)
    graph.generation()
    if settings.embedding_model:
        load_encoder(settings.embedding_model)
    pool = WorkerPool(workers=1, seconds=settings.time_limit, memory=settings.memory_limit)
    asyncio.run(_serve(Service(graph, pool, settings)))


async def _serve(service: Service) -> None:
    async with service.pool:
        await make_server(service).run_stdio_async()
