"""The service over the made-up agreements, asked without a socket."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import small_graph
from anyio import from_thread

from api.app import create_app
from api.settings import load_settings
from ingest.publish import Generation, current
from ingest.store import Store


@pytest.fixture(scope="session")
def made_up_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with one generation of the made-up agreements."""
    folder = tmp_path_factory.mktemp("made-up")
    small_graph.publish(folder)
    return folder


@pytest.fixture(scope="session")
def generation(made_up_data: Path) -> Generation:
    """That generation."""
    return current(made_up_data)


@pytest.fixture(scope="session")
def store(generation: Generation) -> Iterator[Store]:
    """Its graph, open for reading."""
    with generation.open() as store:
        yield store


@pytest.fixture(scope="session")
def get(made_up_data: Path) -> Iterator[Callable[..., httpx.Response]]:
    """Ask the service: ``get(path, **parameters)``."""
    app = create_app(load_settings(data=made_up_data))

    async def ask(path: str, parameters: dict[str, Any], headers: dict[str, str]) -> httpx.Response:
        transport = httpx.ASGITransport(app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            return await client.get(path, params=parameters or None, headers=headers)

    with from_thread.start_blocking_portal() as portal:
        yield lambda path, /, headers=None, **parameters: portal.call(ask, path, parameters, headers or {})
