"""Query results as bytes in the standard formats, cut at a number of rows and of bytes, and saying so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import islice

import pyoxigraph as ox

from ingest.store.convert import to_engine
from ingest.store.oxigraph import OxigraphStore, explained
from ingest.store.rows import WRITERS
from ingest.store.syntax import declared_prefixes, starred_order
from ingest.store.terms import Triple

_GRAPH_FORMATS = {
    "turtle": ox.RdfFormat.TURTLE,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdfxml": ox.RdfFormat.RDF_XML,
}
_BOOLEAN_FORMATS = {
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
}
_COMMENTED = frozenset({"turtle", "ntriples"})


class Cut(StrEnum):
    """Which limit cut a result."""

    ROWS = "rows"
    BYTES = "bytes"


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that a result may hold: rows (or triples), and bytes of its serialisation."""

    rows: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Encoded:
    """A serialised result: its bytes, the format's name, how many rows (or triples) it has, what cut it."""

    body: bytes
    format: str
    rows: int
    cut: Cut | None = None


class NoFormatError(Exception):
    """The result is of a family (rows or triples) for which the caller named no format."""


def answer(
    store: OxigraphStore,
    query: str,
    limits: Limits,
    *,
    rows_as: str | None = "json",
    triples_as: str | None = "turtle",
    graphs: Sequence[str] | None = None,
    named: Sequence[str] | None = None,
) -> Encoded:
    """Evaluate a query and serialise what comes out.

    ``rows_as`` (json, xml, csv, tsv) serves SELECT and ASK, ``triples_as`` (turtle, ntriples, jsonld, rdfxml)
    CONSTRUCT and DESCRIBE; None means that the caller takes none of that family, and then NoFormatError is
    raised. ``graphs`` and ``named`` are as for ``OxigraphStore.evaluate``, which also tells what else is raised.
    """
    results = store.evaluate(query, graphs=graphs, named=named)
    with explained():
        if isinstance(results, ox.QueryTriples):
            return _triples(results, _wanted(triples_as), limits, declared_prefixes(query))
        if isinstance(results, ox.QueryBoolean):
            name = _wanted(rows_as)
            return Encoded(results.serialize(format=_BOOLEAN_FORMATS[name]) or b"", name, 1)
        names = starred_order(query, [variable.value for variable in results.variables])
        return _rows(results, names, _wanted(rows_as), limits)


def serialise(triples: Iterable[Triple], form: str, prefixes: Mapping[str, str] | None = None) -> bytes:
    """Triples as turtle, ntriples, jsonld or rdfxml, shortened by ``prefixes`` where the format has those."""
    return _written([to_engine(triple) for triple in triples], form, dict(prefixes or {}))


def _wanted(name: str | None) -> str:
    if name is None:
        raise NoFormatError
    return name


def _rows(results: ox.QuerySolutions, names: Sequence[str], form: str, limits: Limits) -> Encoded:
    writer = WRITERS[form](names)
    term = lru_cache(maxsize=4096)(writer.term)
    rows: list[str] = []
    size = len((writer.head() + writer.end_cut).encode()) + len(Cut.BYTES)
    cut: Cut | None = None
    for solution in results:
        if len(rows) == limits.rows:
            cut = Cut.ROWS
            break
        values = (solution[name] for name in names)
        row = writer.row([None if value is None else term(value) for value in values])
        size += len(row.encode()) + len(writer.between)
        if size > limits.bytes:
            cut = Cut.BYTES
            break
        rows.append(row)
    end = writer.end if cut is None else writer.end_cut.replace("{}", cut)
    return Encoded((writer.head() + writer.between.join(rows) + end).encode(), form, len(rows), cut)


def _triples(results: ox.QueryTriples, form: str, limits: Limits, prefixes: dict[str, str]) -> Encoded:
    triples = list(islice(results, limits.rows + 1))
    cut = Cut.ROWS if len(triples) > limits.rows else None
    triples = triples[: limits.rows]
    body = _written(triples, form, prefixes)
    while triples and len(body) > limits.bytes:
        cut = Cut.BYTES
        triples = triples[: len(triples) * limits.bytes * 9 // (len(body) * 10)]
        body = _written(triples, form, prefixes)
    if cut is not None and form in _COMMENTED:
        body += f"# cut: {cut.value}\n".encode()
    return Encoded(body, form, len(triples), cut)


def _written(triples: list[ox.Triple], form: str, prefixes: dict[str, str]) -> bytes:
    return ox.serialize(triples, format=_GRAPH_FORMATS[form], prefixes=prefixes) or b""
