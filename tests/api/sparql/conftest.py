"""Servers for the tests of the SPARQL service."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import httpx
import pytest
from serving import publish, running


@pytest.fixture
def serve() -> Iterator[Callable[..., httpx.Client]]:
    """Start servers with given settings; they stop with the test."""
    with ExitStack() as stack:
        yield lambda **values: stack.enter_context(running(**values))


@pytest.fixture(scope="module")
def data(tmp_path_factory) -> Path:
    """A data folder with one generation."""
    folder = tmp_path_factory.mktemp("data")
    publish(folder)
    return folder


@pytest.fixture(scope="module")
def client(data) -> Iterator[httpx.Client]:
    """A server over ``data`` with the limits as they come."""
    with running(data=data) as client:
        yield client
