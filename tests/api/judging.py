"""A service over the made-up agreements on which verdicts can be written."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import small_graph

from api.app import create_app
from api.settings import load_settings

KEY = "a key of twenty-three ch"
Ask = Callable[..., httpx.Response]


def service(data: Path, **settings: Any) -> Ask:
    """Publish the made-up agreements in ``data`` and give back how to ask: ``ask(method, path, **arguments)``."""
    small_graph.publish(data)
    app = create_app(load_settings(data=data, **settings))

    def ask(method: str, path: str, **arguments: Any) -> httpx.Response:
        async def send() -> httpx.Response:
            transport = httpx.ASGITransport(app, raise_app_exceptions=False)
            async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
                return await client.request(method, path, **arguments)

        return asyncio.run(send())

    return ask
