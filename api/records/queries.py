"""The queries beside this file: what the records need beyond the named questions, bound and asked in the same way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import islice
from typing import Any, TypeVar

from api.records.envelope import cursor, key_of
from ingest.store import Store
from ontology.queries import NamedQuery
from ontology.queries.named import parse_query
from ontology.queries.parameters import Value

Row = Mapping[str, Any]
Bound = Mapping[str, Value | Iterable[Value] | None]

_AT_ONCE = 500

One = TypeVar("One")


@cache
def record_query(name: str) -> NamedQuery:
    """The query in ``name``.rq of this package."""
    return parse_query(name, files("api.records").joinpath(f"{name}.rq").read_text("utf-8"))


def rows(store: Store, name: str, /, **values: Value | Iterable[Value] | None) -> list[dict[str, Any]]:
    """The solutions of a query of this package, as plain values. Raises ParameterError."""
    return store.select(record_query(name).bind(values)).records()


@dataclass(frozen=True, slots=True)
class Keys:
    """The rows of part of a list, and the cursor to the rest or None."""

    rows: Sequence[Row]
    next: str | None = None


def keys(store: Store, name: str, values: Bound, *, after: str | None = None, limit: int | None = None) -> Keys:
    """At most ``limit`` rows (None: all) of a query that orders by ``?key``, from after a cursor on.

    Raises InputError for a cursor that was not given out.
    """
    text = record_query(name).bind({**values, "after": None if after is None else key_of(after)})
    if limit is None:
        return Keys(store.select(text).records())
    found = store.select(f"{text}\nLIMIT {limit + 1}\n").records()
    more = len(found) > limit
    return Keys(found[:limit], cursor(str(found[limit - 1]["key"])) if more else None)


def batches(items: Iterable[One]) -> Iterator[list[One]]:
    """``items`` in lists that are short enough to be bound in one query."""
    rest = iter(items)
    while batch := list(islice(rest, _AT_ONCE)):
        yield batch


def split(joined: object) -> list[str]:
    """The sorted values of a column that a query joined with U+001F; none when it is unbound."""
    return sorted(str(joined).split("\x1f"), key=str.casefold) if joined else []
