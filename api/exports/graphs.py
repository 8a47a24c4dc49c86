"""The graph itself in the formats of RDF."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import IO

from api.records.filters import documents_named
from ingest.graph import graph_iri
from ingest.store import DumpFormat, Store, memory_store

FORMATS: Mapping[str, DumpFormat] = MappingProxyType(
    {
        "turtle": DumpFormat.TURTLE,
        "trig": DumpFormat.TRIG,
        "nquads": DumpFormat.N_QUADS,
        "jsonld": DumpFormat.JSON_LD,
        "ntriples": DumpFormat.N_TRIPLES,
    }
)
_TRIPLES_ONLY = frozenset({DumpFormat.TURTLE, DumpFormat.N_TRIPLES})


def write_graph(output: IO[bytes], store: Store, form: str, *, documents: Sequence[str] = ()) -> None:
    """Write the whole store, or the graphs of these agreements, in one of FORMATS.

    Turtle and N-Triples have no graph names: they hold the triples of one graph after the other. Raises
    NotFoundError for an agreement that is not there.
    """
    wanted = [str(graph_iri(document)) for document in documents_named(store, documents)]
    if FORMATS[form] in _TRIPLES_ONLY:
        for graph in wanted or store.graphs():
            store.dump(output, FORMATS[form], graph=graph)
    elif wanted:
        with memory_store() as part:
            _copy(store, part, wanted)
            part.dump(output, FORMATS[form])
    else:
        store.dump(output, FORMATS[form])


def _copy(store: Store, part: Store, graphs: Iterable[str]) -> None:
    for graph in graphs:
        triples = io.BytesIO()
        store.dump(triples, DumpFormat.N_TRIPLES, graph=graph)
        part.insert(graph, triples.getvalue())
