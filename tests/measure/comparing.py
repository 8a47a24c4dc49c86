"""How comparing grows with the corpus: ``python tests/measure/comparing.py [CLAUSES …]``.

Makes corpora of the sizes asked for out of the clauses of ``corpus/``, by repeating them under other names: each copy
is a set of agreements of its own, whose words and actors bear a number, so that copies meet only as strangers do.
Prints for each size the seconds that alignment and rules take and how many pairs came out. Reading and understanding
are not counted: they are done once for each agreement.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from resource import RUSAGE_SELF, getrusage

import numpy as np

from ingest.align import Names, Related, Vectors, align, comparable_clauses, vectors
from ingest.build import _read, _registry
from ingest.compare import compare
from ingest.graph import provision_iri, row_names, statement_names
from ingest.manifest import read_manifest
from ingest.model.actors import Relation
from ingest.model.agreement import ManifestEntry
from ingest.model.comparison import Clause
from ingest.structure import sections
from ingest.understand import ActorRegistry, understand_agreement

CORPUS = Path(__file__).parents[2] / "corpus"
SIZES = (0, 5_000, 50_000)


def made() -> tuple[list[Clause], list[Relation], tuple[ManifestEntry, ...], ActorRegistry]:
    """The clauses of the corpus with what comparing them needs."""
    manifest = read_manifest(CORPUS)
    registry = _registry(manifest, lambda _: None)
    clauses: list[Clause] = []
    relations: list[Relation] = []
    for entry in manifest.entries:
        source, tree = _read(entry)
        understood = understand_agreement(entry, source, tree, registry, {})
        names = Names(
            {statement: str(iri) for statement, iri in statement_names(understood)},
            {row: str(iri) for row, iri in row_names(understood)},
            lambda eid, document=entry.id: str(provision_iri(document, eid)),  # type: ignore[misc]
        )
        clauses += comparable_clauses(understood, registry, names, sections(tree))
        relations += understood.relations
    return clauses, relations, manifest.entries, registry


def renamed(clause: Clause, turn: int) -> Clause:
    """The clause as it stands in copy ``turn`` of the corpus: other words, other actors, another agreement."""

    def other(name: str) -> str:
        return f"{name}{turn}"

    return replace(
        clause,
        document=other(clause.document),
        subject=other(clause.subject),
        terms=tuple(map(other, clause.terms)),
        actors=tuple(map(other, clause.actors)),
        bearers=tuple(map(other, clause.bearers)),
        comparables=tuple(replace(slot, key=other(slot.key) if slot.key else "") for slot in clause.comparables),
    )


def copies(clauses: Sequence[Clause], known: Vectors, size: int) -> tuple[list[Clause], Vectors]:
    """At least ``size`` clauses, in whole copies, with their vectors; the clauses themselves come first."""
    turns = max(1, -(-size // len(clauses)))
    found = [renamed(clause, turn) if turn else clause for turn in range(turns) for clause in clauses]
    return found, np.concatenate([known] * turns)


def measured(sizes: Sequence[int]) -> Iterator[tuple[int, int, float, int]]:
    """For each size: clauses, alignments, seconds, contradictions."""
    clauses, relations, entries, registry = made()
    known = vectors(clauses)
    for size in sizes:
        many, their = copies(clauses, known, size)
        names = sorted({clause.document for clause in many})
        plain = {entry.id: entry for entry in entries}
        listed = [replace(next(e for i, e in plain.items() if name.startswith(i)), id=name) for name in names]
        start = time.perf_counter()
        links = align(many, their, Related(many, listed, registry.actors))
        found = compare(many, links, entries=listed, actors=registry.actors, relations=relations)
        yield len(many), len(links), time.perf_counter() - start, len(found)


def main(arguments: Sequence[str]) -> None:
    """Print a line for each size."""
    for clauses, links, seconds, found in measured([int(size) for size in arguments] or SIZES):
        memory = getrusage(RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{clauses} clauses {links} alignments {seconds:.1f} s {found} contradictions {memory:.0f} MiB", flush=True
        )


if __name__ == "__main__":
    main(sys.argv[1:])
