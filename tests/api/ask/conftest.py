"""The made-up agreements, and those of another subject, ready to be asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from api.ask import Asked, ask
from api.ask.names import Names, names_of
from api.search import Searcher, open_searcher
from ingest.build import build
from ingest.publish import Generation, current
from ingest.store import Store

AGREEMENTS = Path(__file__).parents[2] / "labels" / "asked" / "agreements"

Ask = Callable[[str], Asked]


@pytest.fixture(scope="session")
def searcher(generation: Generation, store: Store) -> Searcher:
    return open_searcher(generation, store)


@pytest.fixture(scope="session")
def names(store: Store) -> Names:
    return names_of(store)


@pytest.fixture(scope="session")
def asking(store: Store, searcher: Searcher) -> Ask:
    """Ask the made-up agreements."""
    return lambda question: ask(question, store, searcher)


@pytest.fixture(scope="session")
def other_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Searcher]]:
    """The agreements on waste and archives, read from their files."""
    folder = tmp_path_factory.mktemp("other")
    build(AGREEMENTS, folder)
    generation = current(folder)
    with generation.open() as store:
        yield store, open_searcher(generation, store)


@pytest.fixture(scope="session")
def asking_others(other_store: tuple[Store, Searcher]) -> Ask:
    """Ask the agreements on waste and archives."""
    return lambda question: ask(question, *other_store)
