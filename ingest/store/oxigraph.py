"""The embedded home of the graph: Oxigraph, on disk or in memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import IO, Self

import pyoxigraph as ox

from ingest.store.convert import from_engine, to_engine, triple_from_engine
from ingest.store.errors import QueryError, ReadOnlyError, StoreError
from ingest.store.protocol import DumpFormat
from ingest.store.syntax import check_query, has_from, syntax_message
from ingest.store.terms import Solutions, Triple

Results = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples

_NEEDS_GRAPH = frozenset({DumpFormat.TURTLE, DumpFormat.N_TRIPLES})


@contextmanager
def explained() -> Iterator[None]:
    """Turn the exceptions of the engine into those of this package."""
    try:
        yield
    except SyntaxError as error:
        raise QueryError(f"these triples do not parse: {error.msg}", "write them as N-Triples") from error
    except RuntimeError as error:
        raise QueryError(f"this cannot be evaluated: {error}", "leave that part out") from error
    except OSError as error:
        raise StoreError(f"the graph's files fail: {error}", "build again with `afspraken build`") from error


class OxigraphStore:
    """Implements the Store protocol on Oxigraph. Made by ``open_store`` and ``memory_store``.

    It is a context manager that closes itself; Oxigraph locks a folder for as long as it is open for writing.
    """

    def __init__(self, engine: ox.Store, *, read_only: bool) -> None:
        self._open: ox.Store | None = engine
        self.read_only = read_only

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def engine(self) -> ox.Store:
        """Oxigraph's own store, for the other modules of this package. Raises StoreError when closed."""
        if self._open is None:
            raise StoreError("this graph was closed", "open it again")
        return self._open

    def _writable(self) -> ox.Store:
        if self.read_only:
            raise ReadOnlyError("this graph was opened for reading only", "write to the draft of a new build")
        return self.engine

    def evaluate(
        self, query: str, *, graphs: Sequence[str] | None = None, named: Sequence[str] | None = None
    ) -> Results:
        """Start a query and give the engine's own lazy results, for the other modules of this package.

        ``graphs`` makes up the default graph and ``named`` is what GRAPH may see; when either is given it
        overrules the query's FROM, as the SPARQL protocol asks.
        """
        check_query(query)
        with explained():
            try:
                if graphs is None and named is None:
                    return self.engine.query(query, use_default_graph_as_union=not has_from(query))
                return self.engine.query(
                    query,
                    default_graph=[_named(iri) for iri in graphs or ()],
                    named_graphs=None if named is None else [_named(iri) for iri in named],
                )
            except SyntaxError as error:
                raise QueryError(syntax_message(query, error)[1], "correct it at that place") from error

    def select(self, query: str, *, graphs: Sequence[str] | None = None) -> Solutions:
        """See Store."""
        results = self.evaluate(query, graphs=graphs)
        if not isinstance(results, ox.QuerySolutions):
            raise QueryError("this is not a SELECT query", "ask with the form that fits, or write SELECT")
        with explained():
            names = tuple(variable.value for variable in results.variables)
            return Solutions(names, tuple(tuple(from_engine(term) for term in row) for row in results))

    def ask(self, query: str, *, graphs: Sequence[str] | None = None) -> bool:
        """See Store."""
        results = self.evaluate(query, graphs=graphs)
        if not isinstance(results, ox.QueryBoolean):
            raise QueryError("this is not an ASK query", "ask with the form that fits, or write ASK")
        return bool(results)

    def construct(self, query: str, *, graphs: Sequence[str] | None = None) -> tuple[Triple, ...]:
        """See Store."""
        results = self.evaluate(query, graphs=graphs)
        if not isinstance(results, ox.QueryTriples):
            raise QueryError("this is not a CONSTRUCT or DESCRIBE query", "ask with the form that fits")
        with explained():
            return tuple(triple_from_engine(triple) for triple in results)

    def describe(self, iri: str) -> tuple[Triple, ...]:
        """See Store."""
        return self.construct(f"DESCRIBE {_named(iri)}")

    def insert(self, graph: str, triples: Iterable[Triple] | bytes) -> None:
        """See Store."""
        target = _named(graph)
        engine = self._writable()
        with explained():
            if isinstance(triples, bytes):
                engine.load(triples, ox.RdfFormat.N_TRIPLES, to_graph=target)
            else:
                engine.extend(_quads(triples, target))
            engine.add_graph(target)

    def replace(self, graph: str, triples: Iterable[Triple] | bytes) -> None:
        """See Store."""
        target = _named(graph)
        engine = self._writable()
        if not engine.contains_named_graph(target):
            return self.insert(graph, triples)
        with explained():
            if isinstance(triples, bytes):
                parsed = ox.parse(triples, ox.RdfFormat.N_TRIPLES)
                quads = [ox.Quad(quad.subject, quad.predicate, quad.object, target) for quad in parsed]
            else:
                quads = list(_quads(triples, target))
            engine.clear_graph(target)
            engine.extend(quads)
        return None

    def remove(self, graph: str) -> None:
        """See Store."""
        with explained():
            self._writable().remove_graph(_named(graph))

    def graphs(self) -> tuple[str, ...]:
        """See Store."""
        with explained():
            return tuple(sorted(name.value for name in self.engine.named_graphs() if isinstance(name, ox.NamedNode)))

    def count(self, graph: str | None = None) -> int:
        """See Store."""
        if graph is not None:
            return self.sizes().get(graph, 0)
        with explained():
            return len(self.engine)

    def sizes(self) -> dict[str, int]:
        """See Store."""
        found = self.select("SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g")
        sizes = {str(graph): int(str(number)) for graph, number in found.rows}
        return {graph: sizes.get(graph, 0) for graph in self.graphs()}

    def dump(self, output: IO[bytes], form: DumpFormat = DumpFormat.N_QUADS, *, graph: str | None = None) -> None:
        """See Store."""
        if graph is None and form in _NEEDS_GRAPH:
            raise QueryError(f"{form.value} holds one graph only", "name the graph, or take N-Quads or TriG")
        engine_format = ox.RdfFormat.from_media_type(form.value)
        with explained():
            self.engine.dump(output, engine_format, from_graph=None if graph is None else _named(graph))

    def checkpoint(self, folder: Path) -> None:
        """See Store. On one file system the copy shares its immutable files with the original."""
        with explained():
            self.engine.backup(folder)

    def flush(self) -> None:
        """Write everything to disk in the form that reads fastest. Raises ReadOnlyError."""
        with explained():
            engine = self._writable()
            engine.flush()
            engine.optimize()

    def close(self) -> None:
        """See Store."""
        self._open = None


def memory_store() -> OxigraphStore:
    """An empty store that lives in memory."""
    return OxigraphStore(ox.Store(), read_only=False)


def open_store(folder: Path, *, read_only: bool = True) -> OxigraphStore:
    """The store in ``folder``: for reading, by any number of processes at once, or for writing by one.

    Writing makes the folder when it is absent. Raises StoreError when it cannot be opened.
    """
    try:
        engine = ox.Store.read_only(str(folder)) if read_only else ox.Store(folder)
    except OSError as error:
        raise StoreError(f"no graph can be opened in {folder}: {error}", "build it with `afspraken build`") from error
    return OxigraphStore(engine, read_only=read_only)


def _named(iri: str) -> ox.NamedNode:
    try:
        return ox.NamedNode(iri)
    except ValueError as error:
        raise QueryError(f"not an absolute IRI: {iri}", "give one such as https://example.org/x") from error


def _quads(triples: Iterable[Triple], graph: ox.NamedNode) -> Iterator[ox.Quad]:
    for triple in triples:
        engine = to_engine(triple)
        yield ox.Quad(engine.subject, engine.predicate, engine.object, graph)
