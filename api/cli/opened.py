"""The graph that a command asks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ingest.publish import Generation, current
from ingest.store import Store


@contextmanager
def served(data: Path) -> Iterator[tuple[Generation, Store]]:
    """The generation that is served from ``data``, and its store. Raises NotBuiltError or StoreError."""
    generation = current(data)
    with generation.open() as store:
        yield generation, store
