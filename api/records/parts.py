"""Who does what: rows of matrices as they stand, and the part of each actor in each activity."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from api.records.envelope import Page, counted_page
from api.records.filters import Filter, documents_named
from api.records.models import ActorRef, Part, RaciRow
from api.records.queries import Row, batches, keys, rows
from ingest.store import Store
from ontology.queries import query


def parts(store: Store, wanted: Filter, *, after: str | None = None, limit: int) -> Page[Part]:
    """At most ``limit`` parts, read from a matrix or derived from norms.

    Raises NotFoundError or InputError (see Filter, key_of).
    """
    found = keys(store, "part-keys", wanted.bound_to_parts(store), after=after, limit=limit)
    return Page(items=_parts(store, found.rows), next=found.next, truncated=found.next is not None)


def all_parts(store: Store, wanted: Filter) -> Iterator[Part]:
    """Every part, read as they are asked for."""
    found = keys(store, "part-keys", wanted.bound_to_parts(store))
    for batch in batches(found.rows):
        yield from _parts(store, batch)


def raci(store: Store, documents: Sequence[str] = (), *, after: str | None = None, limit: int) -> Page[RaciRow]:
    """At most ``limit`` rows of matrices in reading order. Raises NotFoundError or InputError."""
    return counted_page(all_raci(store, documents), after=after, limit=limit)


def all_raci(store: Store, documents: Sequence[str] = ()) -> list[RaciRow]:
    """Every row of every matrix in reading order; an actor without a letter is left out of its row."""
    text = query("raci").bind({"document": documents_named(store, documents) or None})
    table: dict[object, dict[str, Any]] = {}
    for cell in store.select(text).records():
        fields = {name: cell[name] for name in ("document", "section", "activity", "start", "end")}
        row = table.setdefault(cell["statement"], {**fields, "assignments": {}})
        if cell["letter"] is not None:
            row["assignments"].setdefault(cell["actorLabel"], []).append(cell["letter"])
    return [RaciRow.model_validate(row) for row in table.values()]


def _parts(store: Store, found: Sequence[Row]) -> list[Part]:
    if not found:
        return []
    places = {
        row["statement"]: row for row in rows(store, "part-places", statement={row["statement"] for row in found})
    }
    labels = {
        row["actor"]: str(row["label"]) for row in rows(store, "actor-labels", actor={row["actor"] for row in found})
    }
    return [
        Part(
            id=row["statement"],
            activity=place["activity"],
            letter=row["letter"],
            actor=ActorRef(id=row["actor"], label=labels[row["actor"]]),
            basis=row["basis"],
            **{name: place[name] for name in ("document", "section", "start", "end", "text")},
            confidence=float(place["confidence"]),
        )
        for row in found
        for place in [places[row["statement"]]]
    ]
