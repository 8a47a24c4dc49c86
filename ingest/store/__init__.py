"""The one seam to the triple store: a protocol, its Oxigraph homes, and results as plain values."""

from ingest.store.errors import ForbiddenQueryError, QueryError, ReadOnlyError, StoreError
from ingest.store.oxigraph import OxigraphStore, memory_store, open_store
from ingest.store.protocol import DumpFormat, Store
from ingest.store.terms import Blank, Iri, Literal, Solutions, Term, Triple

__all__ = [
    "Blank",
    "DumpFormat",
    "ForbiddenQueryError",
    "Iri",
    "Literal",
    "OxigraphStore",
    "QueryError",
    "ReadOnlyError",
    "Solutions",
    "Store",
    "StoreError",
    "Term",
    "Triple",
    "memory_store",
    "open_store",
]
