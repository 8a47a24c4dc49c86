"""Makes ``made_up`` importable by every test, and builds the corpus once for all tests that ask the real graph."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.build import build
from ingest.publish import current
from ingest.store import Store

CORPUS = Path(__file__).parents[1] / "corpus"


@pytest.fixture(scope="session")
def corpus_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with one generation, built from the corpus."""
    folder = tmp_path_factory.mktemp("corpus")
    build(CORPUS, folder)
    return folder


@pytest.fixture(scope="session")
def corpus_store(corpus_data: Path) -> Iterator[Store]:
    """Its graph, open for reading."""
    with current(corpus_data).open() as store:
        yield store
