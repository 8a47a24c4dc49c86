"""The graph that is served, opened once per generation and opened again when another one is published."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from threading import Lock

from api.search import Searcher, open_searcher
from ingest.errors import NotBuiltError
from ingest.publish import Generation, current, current_id
from ingest.store import OxigraphStore


class ServedGraph:
    """Hands out the current generation and its store, to any thread. Queries of others go to the worker pool.

    What was handed out stays good for as long as its holder keeps it: a store that is no longer current is let
    go, not closed.
    """

    def __init__(self, data: Path, embedding_model: str | None = None) -> None:
        self._data = data
        self._embedding_model = embedding_model
        self._lock = Lock()
        self._open: tuple[Generation, OxigraphStore] | None = None
        self._sizes: tuple[str, Mapping[str, int]] | None = None
        self._searcher: tuple[str, Searcher] | None = None

    def generation(self) -> Generation:
        """The generation that is served now. Raises NotBuiltError before the first build."""
        return self._current()[0]

    def store(self) -> OxigraphStore:
        """Its store, open for reading. Raises NotBuiltError or StoreError."""
        return self._current()[1]

    def generation_or_none(self) -> Generation | None:
        """The generation that is served now, or None before the first build."""
        try:
            return self.generation()
        except NotBuiltError:
            return None

    def sizes(self) -> Mapping[str, int]:
        """The number of triples in each named graph; counted once per generation. Raises as ``store`` does."""
        generation, store = self._current()
        with self._lock:
            if self._sizes is None or self._sizes[0] != generation.id:
                self._sizes = (generation.id, store.sizes())
            return self._sizes[1]

    def searcher(self) -> Searcher:
        """Searches its clauses; opened once per generation. Raises as ``store`` does, and as ``open_searcher``."""
        generation, store = self._current()
        with self._lock:
            if self._searcher is None or self._searcher[0] != generation.id:
                self._searcher = (generation.id, open_searcher(generation, store, self._embedding_model))
            return self._searcher[1]

    def close(self) -> None:
        """Let go of the store."""
        with self._lock:
            self._open = self._searcher = None

    def _current(self) -> tuple[Generation, OxigraphStore]:
        with self._lock:
            if self._open is None or self._open[0].id != current_id(self._data):
                generation = current(self._data)
                self._open = (generation, generation.open())
            return self._open
