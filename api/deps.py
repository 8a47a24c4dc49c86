"""What routes ask for, as aliases, so that a route reads as a sentence.

The functions are asynchronous only because the framework would otherwise send each to a thread of its own.
"""

from __future__ import annotations

import secrets
from typing import Annotated

from fastapi import Depends, Header, Request

from api.errors import NoKeyError, NoWritingError
from api.graph import ServedGraph
from api.search import Searcher
from api.settings import Settings
from api.sparql.pool import WorkerPool
from ingest.publish import Generation
from ingest.store import Store


async def _settings(request: Request) -> Settings:
    settings: Settings = request.app.state.settings
    return settings


async def _graph(request: Request) -> ServedGraph:
    graph: ServedGraph = request.app.state.graph
    return graph


async def _pool(request: Request) -> WorkerPool:
    pool: WorkerPool = request.app.state.pool
    return pool


SettingsDep = Annotated[Settings, Depends(_settings)]
GraphDep = Annotated[ServedGraph, Depends(_graph)]
PoolDep = Annotated[WorkerPool, Depends(_pool)]


async def _generation(graph: GraphDep) -> Generation:
    return graph.generation()


async def _store(graph: GraphDep) -> Store:
    return graph.store()


def _searcher(graph: GraphDep) -> Searcher:
    return graph.searcher()


def check_key(settings: Settings, key: str) -> None:
    """Raise NoWritingError where nobody writes, NoKeyError when ``key`` is not the key for writing."""
    if settings.write_key is None:
        raise NoWritingError("writing is switched off here", "set AFSPRAKEN_WRITE_KEY and send it as a bearer token")
    if not secrets.compare_digest(key.strip().encode(), settings.write_key.get_secret_value().encode()):
        raise NoKeyError("the key for writing is missing or wrong", "send `Authorization: Bearer <key>`")


async def _may_write(
    settings: SettingsDep, authorization: Annotated[str, Header(description="`Bearer` and the key for writing.")] = ""
) -> None:
    scheme, _, key = authorization.partition(" ")
    check_key(settings, key if scheme.lower() == "bearer" else "")


GenerationDep = Annotated[Generation, Depends(_generation)]
StoreDep = Annotated[Store, Depends(_store)]
SearcherDep = Annotated[Searcher, Depends(_searcher)]
MayWrite = Depends(_may_write)
