"""Agreements as the manifest describes them, and their exact text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from api.records.filters import documents_named
from api.records.models import Document
from api.records.queries import rows, split
from ingest.publish import Generation
from ingest.store import Store
from ontology.queries import query

_FIELDS = ("title", "version", "status", "kind", "language", "origin", "sha256", "guessed")


def all_documents(store: Store, names: Sequence[str] = ()) -> list[Document]:
    """Every agreement of the corpus, or those with these ids or IRIs, the earliest first. Raises NotFoundError."""
    wanted = documents_named(store, names)
    counts: dict[str, dict[str, int]] = defaultdict(dict)
    for row in rows(store, "counts"):
        counts[row["document"]][row["kind"]] = row["number"]
    found = store.select(query("documents").bind({})).records()
    return [
        Document.model_validate(
            {
                "id": row["document"],
                "iri": row["agreement"],
                **{name: row[name] for name in _FIELDS},
                "date": None if row["date"] is None else str(row["date"]),
                "annex_of": row["annexOf"],
                "evaluates": split(row["evaluates"]),
                "counts": dict(sorted(counts[str(row["document"])].items())),
            }
        )
        for row in found
        if not wanted or row["document"] in wanted
    ]


def document(store: Store, name: str) -> Document:
    """The agreement with this id or IRI. Raises NotFoundError."""
    return all_documents(store, (name,))[0]


def text(generation: Generation, store: Store, name: str) -> str:
    """The text of an agreement in which every offset counts. Raises NotFoundError, or NotBuiltError when the
    build did not keep it.
    """
    (wanted,) = documents_named(store, (name,))
    return generation.read(f"texts/{wanted}.txt").decode("utf-8")
