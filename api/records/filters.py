"""What a list is narrowed by, as people say it, and how that is found in the graph."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import get_args
from urllib.parse import unquote

from api.records.models import VerdictCode
from api.records.queries import Bound, rows
from ingest.errors import InputError, NotFoundError
from ingest.model.contradictions import (
    ContradictionScope,
    ContradictionSeverity,
    ContradictionStatus,
    ContradictionType,
)
from ingest.model.statements import DeadlineType, Kind, RaciLetter
from ingest.store import Store
from ontology.namespaces import ID
from ontology.queries import query

ACTOR = str(ID["actor/"])
AGREEMENT = str(ID["agreement/"])
CODES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "kind": tuple(kind.value for kind in Kind),
        "type": (*(form.value for form in DeadlineType), *(slot.value for slot in ContradictionType)),
        "letter": tuple(letter.value for letter in RaciLetter),
        "basis": ("matrix", "norm"),
        "scope": tuple(scope.value for scope in ContradictionScope),
        "severity": tuple(severity.value for severity in ContradictionSeverity),
        "status": tuple(status.value for status in ContradictionStatus),
        "verdict": get_args(VerdictCode),
    }
)
"""The codes that a condition takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Conditions that must all hold; within one condition any of its values will do.

    ``document`` holds ids or IRIs of agreements. ``actor`` (any part) and ``bearer`` hold names, aliases, keys or
    IRIs. ``words`` must all occur, whatever their case and accents. ``since`` and ``until`` bound the days that a
    deadline can denote: what has no day falls outside every period; ``type`` is the form of a deadline, or what a
    contradiction is about. ``least`` is the lowest confidence. ``letter`` and ``basis`` (matrix or norm) narrow parts
    in activities. ``scope``, ``severity``, ``status`` and ``verdict`` narrow contradictions; ``proposals`` adds those
    that are no more than a proposal.
    """

    document: tuple[str, ...] = ()
    actor: tuple[str, ...] = ()
    bearer: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    type: tuple[str, ...] = ()
    words: str | None = None
    since: date | None = None
    until: date | None = None
    least: float | None = None
    letter: tuple[str, ...] = ()
    basis: str | None = None
    scope: tuple[str, ...] = ()
    severity: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    verdict: tuple[str, ...] = ()
    proposals: bool = False

    def __post_init__(self) -> None:
        """Raise InputError for a code that there is not, and for a period that ends before it begins."""
        for name, codes in CODES.items():
            given = getattr(self, name) or ()
            for code in (given,) if isinstance(given, str) else given:
                if code not in codes:
                    raise InputError(f"there is no {name} '{code}'", f"take one of {', '.join(codes)}")
        if self.since and self.until and self.since > self.until:
            raise InputError(f"the period ends ({self.until}) before it begins ({self.since})", "swap from and to")

    def bound(self, store: Store) -> Bound:
        """The parameters that every list takes. Raises NotFoundError for an agreement or actor that is not there."""
        return {
            "document": documents_named(store, self.document) or None,
            "actor": actors_named(store, self.actor) or None,
            "word": self.words if self.words and self.words.strip() else None,
            "least": self.least,
        }

    def bound_to_statements(self, store: Store) -> Bound:
        """The same, with the parameters that only statements take."""
        return {
            **self.bound(store),
            "bearer": actors_named(store, self.bearer) or None,
            "kind": self.kind or None,
            "type": self.type or None,
            "from": self.since,
            "to": self.until,
        }

    def bound_to_parts(self, store: Store) -> Bound:
        """The same, with the parameters that only parts in activities take."""
        return {**self.bound(store), "only": self.letter or None, "from": self.basis}

    def bound_to_contradictions(self, store: Store) -> Bound:
        """The same, with the parameters that only contradictions take, but for verdicts."""
        return {
            **self.bound(store),
            "about": self.type or None,
            "reach": self.scope or None,
            "weight": self.severity or None,
            "standing": self.status or None,
            "unsure": "yes" if self.proposals else None,
        }


def documents_named(store: Store, names: Iterable[str]) -> list[str]:
    """The ids of agreements given by id or IRI. Raises NotFoundError."""
    wanted = [unquote(name.removeprefix(AGREEMENT)) if name.startswith(AGREEMENT) else name for name in names]
    if not wanted:
        return []
    known = {str(row["document"]) for row in store.select(query("documents").bind({})).records()}
    for name in wanted:
        if name not in known:
            raise NotFoundError(f"no agreement is called '{name}'", f"take one of {', '.join(sorted(known))}")
    return wanted


def actors_named(store: Store, names: Iterable[str]) -> list[str]:
    """The IRIs of the actors that go by each name, alias, key or IRI. Raises NotFoundError when none does."""
    found: dict[str, None] = {}
    for name in names:
        key = unquote(name.removeprefix(ACTOR)) if name.startswith(ACTOR) else name
        actors = [str(row["actor"]) for row in rows(store, "find-actors", name=key, key=key)] if key.strip() else []
        if not actors:
            raise NotFoundError(f"no actor is called '{name}'", "look among the actors for the names that are known")
        found.update(dict.fromkeys(actors))
    return list(found)
