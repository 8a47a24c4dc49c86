"""What validation found in the graph that is served."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args
from urllib.parse import unquote

from api.records.envelope import Page
from api.records.filters import documents_named
from api.records.models import Finding, Message, Severity
from api.records.queries import Bound, Row, keys, rows
from ingest.store import Store

SEVERITIES: tuple[Severity, ...] = get_args(Severity)


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingFilter:
    """Which findings: of these severities, shapes (IRIs) and agreements (ids or IRIs); none of a kind means all."""

    severities: Sequence[str] = ()
    shapes: Sequence[str] = ()
    documents: Sequence[str] = ()

    def bound(self, store: Store) -> Bound:
        """The parameters of the query. Raises NotFoundError for an agreement that is not there."""
        named = documents_named(store, self.documents)
        return {"wanted": self.severities or None, "shape": self.shapes or None, "document": named or None}


EVERY = FindingFilter()


def findings(store: Store, wanted: FindingFilter = EVERY, *, after: str | None = None, limit: int) -> Page[Finding]:
    """At most ``limit`` findings, the heaviest first. Raises NotFoundError or InputError."""
    found = keys(store, "findings", wanted.bound(store), after=after, limit=limit)
    return Page(items=[_finding(row) for row in found.rows], next=found.next, truncated=found.next is not None)


def all_findings(store: Store, wanted: FindingFilter = EVERY) -> Iterator[Finding]:
    """Every finding, the heaviest first. Raises NotFoundError."""
    return (_finding(row) for row in keys(store, "findings", wanted.bound(store)).rows)


def counts(store: Store) -> Mapping[str, int]:
    """The number of findings of each severity, the heaviest first."""
    found = {row["severity"]: row["number"] for row in rows(store, "finding-counts")}
    return {severity: found.get(severity, 0) for severity in SEVERITIES}


def as_heavy_as(severity: Severity) -> tuple[Severity, ...]:
    """``severity`` and all that weigh more."""
    return SEVERITIES[: SEVERITIES.index(severity) + 1]


def _finding(row: Row) -> Finding:
    return Finding(
        shape=row["shape"],
        severity=row["severity"],
        focus=row["focus"],
        document=None if row["agreement"] is None else unquote(row["agreement"]),
        section=row["section"],
        path=row["path"],
        value=row["value"],
        message=Message(nl=row["nl"], en=row["en"]),
    )
