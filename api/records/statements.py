"""Statements and deadlines as records, each with the words of its clause."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from api.records.envelope import Page
from api.records.filters import CODES, Filter
from api.records.models import ActorRef, DatedStatement, Deadline, Statement
from api.records.queries import Row, batches, keys, rows
from ingest.store import Store


def statements(store: Store, wanted: Filter, *, after: str | None = None, limit: int) -> Page[Statement]:
    """At most ``limit`` statements in reading order. Raises NotFoundError or InputError (see Filter, key_of)."""
    found = keys(store, "statement-keys", wanted.bound_to_statements(store), after=after, limit=limit)
    return Page(items=_statements(store, found.rows), next=found.next, truncated=found.next is not None)


def all_statements(store: Store, wanted: Filter) -> Iterator[Statement]:
    """Every statement in reading order, read as they are asked for."""
    found = keys(store, "statement-keys", wanted.bound_to_statements(store))
    for batch in batches(found.rows):
        yield from _statements(store, batch)


def deadlines(store: Store, wanted: Filter, *, after: str | None = None, limit: int) -> Page[DatedStatement]:
    """At most ``limit`` deadlines in order of day; those without a day come last."""
    found = keys(store, "statement-keys", _dated(store, wanted), after=after, limit=limit)
    return Page(items=_deadlines(store, found.rows), next=found.next, truncated=found.next is not None)


def all_deadlines(store: Store, wanted: Filter) -> Iterator[DatedStatement]:
    """Every deadline in order of day, read as they are asked for."""
    found = keys(store, "statement-keys", _dated(store, wanted))
    for batch in batches(found.rows):
        yield from _deadlines(store, batch)


def _dated(store: Store, wanted: Filter) -> dict[str, Any]:
    return {**wanted.bound_to_statements(store), "type": wanted.type or CODES["type"], "order": "day"}


def _statements(store: Store, found: Sequence[Row]) -> list[Statement]:
    return [
        Statement(
            **_clause(row, actors),
            counterparties=actors.get("counterparty", []),
            action=row["action"] or "",
            deadline=_deadline(row) if row["value"] is not None else None,
            condition=row["condition"],
            confidence=float(row["confidence"]),
        )
        for row, actors in _slots(store, found)
    ]


def _deadlines(store: Store, found: Sequence[Row]) -> list[DatedStatement]:
    return [
        DatedStatement(
            **_clause(row, actors),
            action=row["action"] or "",
            deadline=_deadline(row),
            event=row["event"],
            earliest=row["earliest"],
            latest=row["latest"],
            confidence=float(row["confidence"]),
        )
        for row, actors in _slots(store, found)
    ]


def _slots(store: Store, found: Sequence[Row]) -> Iterator[tuple[Row, dict[str, list[ActorRef]]]]:
    """The slots of each statement in the order of ``found``, with its actors by slot, each once."""
    wanted = [row["statement"] for row in found]
    if not wanted:
        return
    slots = {row["statement"]: row for row in rows(store, "statement-slots", statement=wanted)}
    actors: dict[str, dict[str, list[ActorRef]]] = {}
    for statement, group in groupby(rows(store, "slot-actors", statement=wanted), key=lambda row: row["statement"]):
        by_slot = actors.setdefault(statement, {})
        for row in group:
            actor = ActorRef(id=row["actor"], label=row["label"])
            named = by_slot.setdefault(row["slot"], [])
            if actor not in named:
                named.append(actor)
    for statement in wanted:
        yield slots[statement], actors.get(statement, {})


def _clause(row: Row, actors: Mapping[str, list[ActorRef]]) -> dict[str, Any]:
    place = {name: row[name] for name in ("document", "section", "start", "end", "text")}
    return {"id": row["statement"], **place, "kind": row["kind"], "bearers": actors.get("bearer", [])}


def _deadline(row: Row) -> Deadline:
    return Deadline(type=row["type"], relation=row["relation"], value=row["value"], surface=row["surface"])
