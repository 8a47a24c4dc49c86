"""An agreement with everything that was read from it: what the graph is made of."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.model.actors import Actor, Relation
from ingest.model.agreement import ManifestEntry, Source
from ingest.model.statements import Responsibility, Statement
from ingest.model.tree import Node


@dataclass(frozen=True, slots=True)
class UnderstoodAgreement:
    """The manifest entry, the source, its tree, and what was understood; ``actors`` are those it names."""

    entry: ManifestEntry
    source: Source
    tree: Node
    actors: tuple[Actor, ...]
    statements: tuple[Statement, ...]
    responsibilities: tuple[Responsibility, ...]
    relations: tuple[Relation, ...]
