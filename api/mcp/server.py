"""The tools, each with the function that its route calls."""

from __future__ import annotations

import functools
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, ParamSpec, TypeVar

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations

from api.graph import ServedGraph
from api.mcp.tools import Tools
from api.settings import Settings
from api.sparql.pool import WorkerPool
from ingest.errors import AfsprakenError

_INSTRUCTIONS = (
    "Dutch governance agreements: who must do what, by when, who decides. Every answer holds the clause it was read "
    "from: agreement (document), section, start and end in its text, and the exact words. Cite these. Questions may be "
    "in Dutch or English; the clauses are Dutch."
)
_READS = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)

Given = ParamSpec("Given")
Told = TypeVar("Told")


@dataclass(frozen=True, slots=True)
class Service:
    """What the tools ask: the served graph, the bounded pool for queries of others, and the limits."""

    graph: ServedGraph
    pool: WorkerPool
    settings: Settings


def make_server(service: Service) -> MCPServer[Any]:
    """A server whose tools ask ``service``. An error of the product reaches the client as its one line."""
    server: MCPServer[Any] = MCPServer("afsprakengraaf", instructions=_INSTRUCTIONS, log_level="WARNING")
    for tool in Tools(service).all():
        server.add_tool(_told(tool), annotations=_READS)
    return server


def _told(tool: Callable[Given, Awaitable[Told]]) -> Callable[Given, Awaitable[Told]]:
    @functools.wraps(tool)
    async def asked(*args: Given.args, **kwargs: Given.kwargs) -> Told:
        try:
            return await tool(*args, **kwargs)
        except AfsprakenError as error:
            raise ToolError(str(error)) from error

    return asked
