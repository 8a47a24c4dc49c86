"""Between the store and rdflib, for building, validating and serialising graphs."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from oxrdflib import OxigraphStore as RdflibBackend
from rdflib import Dataset, Graph

from ingest.store.oxigraph import OxigraphStore
from ingest.store.protocol import DumpFormat, Store


def to_ntriples(graph: Graph) -> bytes:
    """An rdflib graph as N-Triples, the bytes that ``Store.insert`` and ``Store.replace`` take."""
    return graph.serialize(format="nt", encoding="utf-8")


def to_graph(store: Store, graphs: Sequence[str] | None = None) -> Graph:
    """A plain rdflib graph in memory that holds the named graphs (all of them by default) together.

    SHACL engines get this and never a live view: the cost is bound to what is copied.
    """
    merged = Graph()
    for name in store.graphs() if graphs is None else graphs:
        buffer = BytesIO()
        store.dump(buffer, DumpFormat.N_TRIPLES, graph=name)
        merged.parse(data=buffer.getvalue(), format="nt")
    return merged


def as_dataset(store: OxigraphStore) -> Dataset:
    """A live rdflib view of the store, whose queries run on Oxigraph over the union of the named graphs."""
    return Dataset(RdflibBackend(store=store.engine), default_union=True)
