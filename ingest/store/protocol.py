"""What every home of the graph offers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import IO, Protocol

from ingest.store.terms import Solutions, Triple


class DumpFormat(StrEnum):
    """The serialisations that a whole store or one graph can be written in, by media type."""

    N_QUADS = "application/n-quads"
    TRIG = "application/trig"
    JSON_LD = "application/ld+json"
    TURTLE = "text/turtle"
    N_TRIPLES = "application/n-triples"


class Store(Protocol):
    """A set of named graphs that answers SPARQL 1.1 queries.

    Queries see the union of all named graphs as their default graph unless ``graphs`` names which ones to take
    or the query itself says FROM, which chooses among the graphs that are here. No query fetches anything:
    SERVICE and updates raise ForbiddenQueryError. No query is bounded either: those that come from outside go
    through the bounded service.

    Every method raises StoreError when the files or the server fail; query methods raise QueryError when the
    query does not parse, cannot be evaluated or is of another form than the method's name.
    """

    def select(self, query: str, *, graphs: Sequence[str] | None = None) -> Solutions:
        """The solutions of a SELECT query."""
        ...

    def ask(self, query: str, *, graphs: Sequence[str] | None = None) -> bool:
        """The answer to an ASK query."""
        ...

    def construct(self, query: str, *, graphs: Sequence[str] | None = None) -> tuple[Triple, ...]:
        """The triples of a CONSTRUCT or DESCRIBE query."""
        ...

    def describe(self, iri: str) -> tuple[Triple, ...]:
        """Every triple whose subject is ``iri``, with the triples of blank nodes below it."""
        ...

    def insert(self, graph: str, triples: Iterable[Triple] | bytes) -> None:
        """Add triples (values, or N-Triples in UTF-8) to the named graph; all of them or none."""
        ...

    def replace(self, graph: str, triples: Iterable[Triple] | bytes) -> None:
        """Make the named graph hold exactly these triples; it keeps what it had when they do not parse."""
        ...

    def remove(self, graph: str) -> None:
        """Take a named graph out; nothing happens when it is not there."""
        ...

    def graphs(self) -> tuple[str, ...]:
        """The IRIs of the named graphs, sorted."""
        ...

    def count(self, graph: str | None = None) -> int:
        """The number of triples in one named graph, or of quads in the whole store."""
        ...

    def sizes(self) -> dict[str, int]:
        """The number of triples in each named graph, by IRI, sorted."""
        ...

    def dump(self, output: IO[bytes], form: DumpFormat = DumpFormat.N_QUADS, *, graph: str | None = None) -> None:
        """Write the whole store, or one named graph, to ``output``. Formats for triples need ``graph``."""
        ...

    def checkpoint(self, folder: Path) -> None:
        """Make an independent copy in ``folder``, which must not exist yet."""
        ...

    def close(self) -> None:
        """Let go of the files; the store answers nothing afterwards."""
        ...
