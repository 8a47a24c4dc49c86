"""The tools over HTTP: the streamable transport of the protocol, without sessions."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from mcp.server.transport_security import TransportSecuritySettings
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Receive, Scope, Send

from api.mcp.server import Service, make_server

PATH = "/mcp"
_LOCAL = ("127.0.0.1", "localhost", "[::1]")


class McpEndpoint:
    """Answers at ``/mcp`` while it is ``open``.

    Only requests to this machine's own names, to the host that is listened on and to ``mcp_hosts`` are answered, and
    of those with an Origin only what comes from these names or from ``cors_origins``: a page elsewhere that points a
    name of its own at this service gets nothing (DNS rebinding).
    """

    def __init__(self, service: Service) -> None:
        self._service = service
        self._app: ASGIApp | None = None

    @asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        """Answer until the block is left."""
        server = make_server(self._service)
        self._app = server.streamable_http_app(
            streamable_http_path=PATH,
            json_response=True,
            stateless_http=True,
            max_request_body_size=self._service.settings.request_limit,
            transport_security=self._security(),
        )
        async with server.session_manager.run():
            yield
        self._app = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""
        if self._app is None:
            raise HTTPException(503, "the service is starting or stopping")
        await self._app(scope, receive, send)

    def _security(self) -> TransportSecuritySettings:
        settings = self._service.settings
        hosts = {*_LOCAL, settings.host, *settings.mcp_hosts}
        return TransportSecuritySettings(
            allowed_hosts=sorted({*hosts, *(f"{host}:*" for host in hosts)}),
            allowed_origins=sorted(
                {*(f"{scheme}://{host}{port}" for scheme in ("http", "https") for host in hosts for port in ("", ":*"))}
                | set(settings.cors_origins)
            ),
        )
