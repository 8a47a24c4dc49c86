"""The clauses that may answer, with everything that was read from them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

from api.records.models import ActorRef
from ingest.store import Store
from ingest.understand.values.times import read_times
from ontology.queries import NamedQuery
from ontology.queries.named import parse_query

RACI = "raci"
TEXT = "text"
_UNREAD = 0.3


@dataclass(frozen=True, slots=True)
class Time:
    """A time in a clause: ISO 8601 or EDTF, and the words that say it."""

    type: str
    relation: str
    value: str
    surface: str


@dataclass(frozen=True, slots=True)
class Part:
    """What an actor has to do with a clause: "bearer", an involvement, a letter of a matrix, or a relation (then
    ``to`` is the IRI of the other end).
    """

    name: str
    actor: ActorRef
    to: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A clause that was found: its exact words and where they stand. ``context`` are the words above it, ``iri`` is
    None for words in which nothing was read; ``score`` says how well it was found, ``nearness`` how near its meaning
    is.
    """

    document: str
    section: str
    start: int
    end: int
    text: str
    context: str
    iri: str | None
    score: float
    nearness: float = 0.0


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause that was found with its slots; ``kind`` is the kind of statement, "raci" for a row of a matrix or
    "text" where nothing was read.
    """

    place: Place
    kind: str
    confidence: float
    action: str = ""
    condition: str | None = None
    decision: str | None = None
    term: str | None = None
    times: tuple[Time, ...] = ()
    parts: tuple[Part, ...] = ()

    def beside(self, others: Iterable[Clause]) -> list[Clause]:
        """Those of ``others`` that stand below the same words in the same agreement and are of the same kind, this one
        among them, in the order of the text.
        """
        place = self.place
        alike = [
            one
            for one in others
            if (one.place.document, one.place.context, one.kind) == (place.document, place.context, self.kind)
        ]
        return sorted(alike, key=lambda one: one.place.start)

    def actors(self, names: Iterable[str]) -> list[ActorRef]:
        """The actors that have one of these parts, each once."""
        wanted = set(names)
        return list(dict.fromkeys(part.actor for part in self.parts if part.name in wanted))


def clauses_at(store: Store, places: Sequence[Place]) -> list[Clause]:
    """The clauses at ``places``, in that order; several places in one statement are one clause, the whole statement."""
    known = [place.iri for place in places if place.iri is not None]
    slots: dict[str, Mapping[str, Any]] = {}
    parts: dict[str, list[Part]] = defaultdict(list)
    if known:
        slots = {row["clause"]: row for row in _rows(store, "clauses", known)}
        for row in _rows(store, "clause-actors", known):
            if row["label"]:
                parts[row["clause"]].append(Part(row["part"], ActorRef(id=row["actor"], label=row["label"]), row["to"]))
    first = {place.iri or place: place for place in reversed(places)}
    return [
        _clause(place, slots.get(place.iri or ""), tuple(parts[place.iri or ""]))
        for place in places
        if first[place.iri or place] is place
    ]


def _clause(place: Place, slots: Mapping[str, Any] | None, parts: tuple[Part, ...]) -> Clause:
    if slots is None:
        return Clause(place, TEXT, _UNREAD, times=_times(place.text))
    place = replace(place, **{name: slots[name] for name in ("section", "start", "end", "text")})
    main = [Time(slots["type"], slots["relation"], slots["value"], slots["surface"])] if slots["value"] else []
    others = [time for time in _times(place.text) if time.value not in {one.value for one in main}]
    return Clause(
        place,
        kind=slots["kind"],
        confidence=float(slots["confidence"]),
        action=slots["action"],
        condition=slots["condition"],
        decision=slots["decision"],
        term=slots["term"],
        times=(*main, *others),
        parts=parts,
    )


def plain(text: str) -> str:
    """``text`` on one line."""
    return " ".join(text.split())


def _times(text: str) -> tuple[Time, ...]:
    line = plain(text)
    return tuple(
        Time(str(found.rule.type), str(found.rule.relation), found.value, line[found.start : found.end])
        for found in read_times(line)
    )


@cache
def _query(name: str) -> NamedQuery:
    return parse_query(name, files("api.ask").joinpath(f"{name}.rq").read_text("utf-8"))


def _rows(store: Store, name: str, clauses: Sequence[str]) -> list[dict[str, Any]]:
    return store.select(_query(name).bind({"clause": clauses})).records()


def related_places(store: Store, actors: Iterable[str], *, score: float, nearness: float) -> list[Place]:
    """Where it says who fills, represents, chairs or is a member of one of ``actors`` (IRIs)."""
    wanted = sorted(actors)
    if not wanted:
        return []
    found: list[dict[str, Any]] = store.select(_query("related").bind({"actor": wanted})).records()
    return [
        Place(
            row["document"], row["section"], row["start"], row["end"], row["text"], "", row["clause"], score, nearness
        )
        for row in found
    ]
