"""The step of the build that compares: takes each agreement as it is read, then stores what comparing gives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ingest.align import Meanings, Names, Related, align, comparable_clauses
from ingest.compare import compare
from ingest.encoding import load_encoder
from ingest.graph import (
    CONTRADICTIONS_GRAPH,
    CORRESPONDENCES_GRAPH,
    contradictions_graph,
    correspondences_graph,
    ntriples,
    provision_iri,
    row_names,
    statement_names,
)
from ingest.model.actors import Relation
from ingest.model.agreement import ManifestEntry
from ingest.model.comparison import Clause, Link
from ingest.model.contradictions import Contradiction
from ingest.model.understood import UnderstoodAgreement
from ingest.store import Store
from ingest.understand import ActorRegistry

_LEAST_SCORE = 0.5
"""Alignments below this serve the rules as candidates but are not worth keeping in the graph."""


class Comparison:
    """Gathers the clauses of every agreement, with their slots, and compares them when all are there."""

    def __init__(self, entries: Sequence[ManifestEntry], registry: ActorRegistry) -> None:
        self._entries, self._registry = entries, registry
        self._clauses: list[Clause] = []
        self._relations: list[Relation] = []

    def add(self, understood: UnderstoodAgreement, sections: Mapping[str, str]) -> None:
        """Take the clauses of one agreement; ``sections`` gives the place of its nodes for a reader, by eId."""
        document = understood.entry.id
        names = Names(
            statements={statement: str(iri) for statement, iri in statement_names(understood)},
            rows={row: str(iri) for row, iri in row_names(understood)},
            node=lambda eid: str(provision_iri(document, eid)),
        )
        self._clauses += comparable_clauses(understood, self._registry, names, sections)
        self._relations += understood.relations

    def found(self) -> tuple[tuple[Link, ...], tuple[Contradiction, ...]]:
        """The alignments and the contradictions of all agreements taken so far, each best first."""
        related = Related(self._clauses, self._entries, self._registry.actors)
        links = align(self._clauses, Meanings(self._clauses, load_encoder()), related)
        contradictions = compare(
            self._clauses,
            links,
            entries=self._entries,
            actors=self._registry.actors,
            relations=self._relations,
        )
        return links, contradictions

    def store(self, store: Store) -> int:
        """Put alignments and contradictions in their graphs, in the place of what was there; gives how many
        contradictions there are.
        """
        links, contradictions = self.found()
        graph = correspondences_graph(self._clauses, links, _LEAST_SCORE)
        store.replace(str(CORRESPONDENCES_GRAPH), ntriples(graph))
        store.replace(str(CONTRADICTIONS_GRAPH), ntriples(contradictions_graph(contradictions)))
        return len(contradictions)
