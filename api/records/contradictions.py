"""Contradictions as records, the surest first, with what people found of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from api.records.envelope import Page
from api.records.filters import Filter
from api.records.models import (
    Contradiction,
    ContradictionDetail,
    ContradictionSeverity,
    Message,
    QuotingSide,
    Side,
    Verdict,
)
from api.records.queries import Bound, Row, keys
from api.records.verdicts import verdicts
from ingest.errors import NotFoundError
from ingest.graph import contradiction_iri
from ingest.publish import Generation
from ingest.store import Store

_NO_PAIR = "-"
_WEIGHTS: Mapping[ContradictionSeverity, tuple[ContradictionSeverity, ...]] = {
    "hard": ("hard",),
    "soft": ("hard", "soft"),
}


def contradictions(
    generation: Generation, store: Store, wanted: Filter, *, after: str | None = None, limit: int
) -> Page[Contradiction]:
    """At most ``limit`` contradictions: what is certain before proposals, then the surest first.

    A pair that a person found no contradiction is left out unless ``wanted`` asks for that verdict. Raises
    NotFoundError or InputError (see Filter, key_of), and VerdictsError.
    """
    given = verdicts(generation.data)
    found = keys(store, "contradictions", _bound(store, wanted, given), after=after, limit=limit)
    items = [_contradiction(row, given) for row in found.rows]
    return Page(items=items, next=found.next, truncated=found.next is not None)


def all_contradictions(generation: Generation, store: Store, wanted: Filter) -> Iterator[Contradiction]:
    """Every contradiction in the same order. Raises as ``contradictions`` does."""
    given = verdicts(generation.data)
    return (_contradiction(row, given) for row in keys(store, "contradictions", _bound(store, wanted, given)).rows)


def contradictions_in_detail(generation: Generation, store: Store, wanted: Filter) -> Iterator[ContradictionDetail]:
    """The same, each with its rule and what it quotes."""
    given = verdicts(generation.data)
    return (_detail(row, given) for row in keys(store, "contradictions", _bound(store, wanted, given)).rows)


def contradiction(generation: Generation, store: Store, key: str) -> ContradictionDetail:
    """The contradiction with this key or IRI, whatever the verdict on it. Raises NotFoundError or VerdictsError."""
    pair = key.removeprefix(str(contradiction_iri("")))
    given = verdicts(generation.data)
    asked = {**_judged(given), "dismissed": None, "pair": pair or _NO_PAIR, "unsure": "yes"}
    for row in keys(store, "contradictions", asked).rows:
        return _detail(row, given)
    raise NotFoundError(f"no contradiction has the key '{key}'", "look for its key in the list of contradictions")


def as_grave_as(severity: ContradictionSeverity) -> tuple[ContradictionSeverity, ...]:
    """``severity`` and what is graver."""
    return _WEIGHTS[severity]


def _bound(store: Store, wanted: Filter, given: Mapping[str, Verdict]) -> Bound:
    bound = {**wanted.bound_to_contradictions(store), **_judged(given)}
    if wanted.verdict:
        chosen = [key for key, verdict in given.items() if verdict.verdict in wanted.verdict]
        bound |= {"pair": chosen or _NO_PAIR, "dismissed": None, "unsure": "yes"}
    return bound


def _judged(given: Mapping[str, Verdict]) -> Bound:
    codes = {"agreed": "agree", "explained": "explained", "dismissed": "not-a-contradiction"}
    return {
        name: [key for key, verdict in given.items() if verdict.verdict == code] or None for name, code in codes.items()
    }


def _contradiction(row: Row, given: Mapping[str, Verdict]) -> Contradiction:
    return Contradiction(a=Side(**_side(row, "a")), b=Side(**_side(row, "b")), **_what(row, given))


def _detail(row: Row, given: Mapping[str, Verdict]) -> ContradictionDetail:
    return ContradictionDetail(
        a=QuotingSide(**_side(row, "a"), quotes=row["aQuotes"]),
        b=QuotingSide(**_side(row, "b"), quotes=row["bQuotes"]),
        rule=row["rule"],
        **_what(row, given),
    )


def _what(row: Row, given: Mapping[str, Verdict]) -> dict[str, Any]:
    verdict = given.get(row["pair"])
    explained = verdict is not None and verdict.verdict == "explained"
    return {
        "id": row["contradiction"],
        **{name: row[name] for name in ("type", "scope", "severity", "status", "proposal")},
        "explanation": Message(nl=row["nl"], en=row["en"]),
        "confidence": float(row["confidence"]),
        "reason": verdict.note if explained and verdict else row["reason"],
        "verdict": verdict,
    }


def _side(row: Row, side: str) -> dict[str, Any]:
    return {name: row[f"{side}{name.capitalize()}"] for name in ("document", "section", "start", "end", "text")}
