"""The application, made from settings and nothing else."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import PackageNotFoundError, version

from fastapi import APIRouter, FastAPI
from starlette.middleware.cors import CORSMiddleware
from starlette.routing import Route

from api import health, routes
from api.errors import install
from api.graph import ServedGraph
from api.guard import RequestLimit, SecurityHeaders
from api.mcp import PATH as MCP_PATH
from api.mcp import McpEndpoint, Service
from api.pages import contradictions
from api.pages import routes as pages
from api.routes.examples import show_examples
from api.settings import Settings
from api.sparql import routes as sparql
from api.sparql.pool import WorkerPool

ROUTERS: tuple[APIRouter, ...] = (health.router, sparql.router, *routes.ROUTERS, pages.router, contradictions.router)

_DESCRIPTION = "Questions to a knowledge graph of Dutch governance agreements; every answer cites its clause."


def create_app(settings: Settings) -> FastAPI:
    """The service over the data folder of ``settings``; it needs no build yet to start.

    Its state holds ``settings``, ``graph`` (the served generation, see ServedGraph) and ``pool`` (bounded
    queries, see WorkerPool) and ``mcp`` (see McpEndpoint); routes reach them through ``api.deps``.
    """
    app = FastAPI(
        title="Afsprakengraaf",
        description=_DESCRIPTION,
        version=_version(),
        docs_url=None,
        redoc_url=None,
        lifespan=_lifespan,
    )
    app.state.settings = settings
    app.state.graph = ServedGraph(settings.data, settings.embedding_model)
    app.state.pool = WorkerPool(workers=settings.workers, seconds=settings.time_limit, memory=settings.memory_limit)
    app.state.mcp = McpEndpoint(Service(app.state.graph, app.state.pool, settings))
    install(app)
    for router in ROUTERS:
        app.include_router(router)
    app.router.routes.append(Route(MCP_PATH, app.state.mcp, include_in_schema=False))
    show_examples(app)
    app.add_middleware(RequestLimit, most=settings.request_limit)
    if settings.cors_origins:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=settings.cors_origins,
            allow_methods=["GET", "POST"],
            allow_headers=["*"],
            expose_headers=sparql.ANNOUNCED,
        )
    app.add_middleware(SecurityHeaders)
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    async with app.state.pool, app.state.mcp.open():
        yield
    app.state.graph.close()


def _version() -> str:
    try:
        return version("afsprakengraaf")
    except PackageNotFoundError:
        return "0"
