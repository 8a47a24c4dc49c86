"""Measure the search index on many clauses: how long it takes to build, how fast it answers, what it misses.

    python tests/measure/search_scale.py [--clauses 100000] [--folder DIR]

The clauses are those of the regulations in AFSPRAKEN_SHARED (default ../shared). Each figure is one line,
``name value``. The folder is kept when it is named, and an index that stands in it is asked without building again.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import sys
import tarfile
import tempfile
import time
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from rdflib import Graph

ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("AFSPRAKEN_SHARED", ROOT.parent / "shared")).resolve()
ARCHIVE = SHARED / "data" / "laws-nl-3000.tar.gz"
QUESTIONS = ROOT / "tests" / "labels" / "questions"
sys.path.insert(0, str(ROOT))

from api.search import Searcher  # noqa: E402
from ingest.encoding import load_encoder  # noqa: E402
from ingest.index import Entry, Index, IndexWriter, entries  # noqa: E402
from ingest.model.agreement import ManifestEntry  # noqa: E402
from ingest.read import read_source  # noqa: E402
from ingest.store import memory_store  # noqa: E402
from ingest.structure import sections, structure  # noqa: E402


def regulations(most: int) -> Iterator[list[Entry]]:
    """The clauses of one regulation after the other, until there are ``most``."""
    done = 0
    with tarfile.open(ARCHIVE) as archive, tempfile.TemporaryDirectory() as folder:
        for member in archive:
            content = archive.extractfile(member) if member.name.endswith(".md") else None
            if content is None:
                continue
            path = Path(folder, Path(member.name).name)
            path.write_bytes(content.read())
            entry = ManifestEntry(path.stem, path, path.stem, sha256(path.read_bytes()).hexdigest())
            source = read_source(entry)
            tree = structure(source)
            found = entries(entry, source, tree, sections(tree), Graph())[: most - done]
            path.unlink()
            yield found
            done += len(found)
            if done >= most:
                return


def questions() -> list[str]:
    """The questions over the corpus; what they ask does not matter here."""
    lines = (line for path in sorted(QUESTIONS.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines())
    return [json.loads(line)["question"] for line in lines]


def built(folder: Path, clauses: int) -> None:
    """Build the index, and print how long reading and indexing took."""
    writer, indexing, start = IndexWriter(folder, load_encoder()), 0.0, time.perf_counter()
    for found in regulations(clauses):
        begun = time.perf_counter()
        writer.add(found)
        indexing += time.perf_counter() - begun
    begun = time.perf_counter()
    print(f"clauses {writer.finish()}")
    finishing = time.perf_counter() - begun
    print(f"build_seconds {time.perf_counter() - start:.0f}")
    print(f"embedding_seconds {indexing:.0f}")
    print(f"finishing_seconds {finishing:.0f}")
    print(f"peak_mib {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f}", flush=True)


def asked(folder: Path) -> None:
    """Ask every question twice, the second time by the clock, and compare the nearest clauses with exact search."""
    index, encoder = Index.open(folder), load_encoder()
    searcher = Searcher(index, encoder, memory_store())
    times = []
    for turn in range(2):
        for question in questions():
            begun = time.perf_counter()
            searcher.search(question)
            if turn:
                times.append(time.perf_counter() - begun)
    times.sort()
    print(f"search_p50_ms {1000 * times[len(times) // 2]:.1f}")
    print(f"search_p95_ms {1000 * times[int(0.95 * len(times))]:.1f}")
    shared = 0
    vectors = encoder.encode(questions())
    for vector in vectors:
        near, exact = (
            {(one.document, one.start) for one in index.dense(vector, 10, exact=whole)} for whole in (False, True)
        )
        shared += len(near & exact)
    print(f"recall_at_10_of_exact {shared / (10 * len(vectors)):.3f}")


def main() -> None:
    """Build where nothing stands yet, then ask."""
    parser = argparse.ArgumentParser(description="Measure the search index on many clauses.")
    parser.add_argument("--clauses", type=int, default=100_000)
    parser.add_argument("--folder", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.folder or Path(temporary, "index")
        if not folder.exists():
            built(folder, options.clauses)
        asked(folder)


if __name__ == "__main__":
    main()
