"""Contradictions as records, the surest first, with what people found of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from api.records.envelope import Page, counted_page
from api.records.filters import Filter
from api.records.models import (
    Contradiction,
    ContradictionDetail,
    ContradictionSeverity,
    Fault,
    Message,
    Quote,
    QuotingSide,
    Verdict,
    VerdictCode,
)
from api.records.queries import Bound, Row, batches, keys, rows
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
    """At most ``limit`` contradictions: proposals last, what is open before what is settled, then the surest first.

    A pair that a person found no contradiction is left out unless ``wanted`` asks for that verdict. Raises
    NotFoundError or InputError (see Filter, key_of), and VerdictsError.
    """
    given = verdicts(generation.data)
    found = keys(store, "contradiction-keys", _bound(store, wanted, given), after=after, limit=limit)
    items = [Contradiction(**_what(row, given)) for row in _slots(store, found.rows)]
    return Page(items=items, next=found.next, truncated=found.next is not None)


def all_contradictions(generation: Generation, store: Store, wanted: Filter) -> Iterator[Contradiction]:
    """Every contradiction in the same order. Raises as ``contradictions`` does."""
    given = verdicts(generation.data)
    for batch in batches(keys(store, "contradiction-keys", _bound(store, wanted, given)).rows):
        yield from (Contradiction(**_what(row, given)) for row in _slots(store, batch))


def faults(
    generation: Generation, store: Store, wanted: Filter, *, after: str | None = None, limit: int
) -> Page[Fault]:
    """The same list, with one entry for all pairs that show one fault and have one status. Raises as above."""
    given = verdicts(generation.data)
    found = keys(store, "contradiction-keys", _bound(store, wanted, given)).rows
    page = counted_page(_by_fault(found), after=after, limit=limit)
    return Page(items=list(_faults(store, page.items, given)), next=page.next, truncated=page.truncated)


def all_faults(generation: Generation, store: Store, wanted: Filter) -> Iterator[Fault]:
    """Every entry of that list."""
    given = verdicts(generation.data)
    found = keys(store, "contradiction-keys", _bound(store, wanted, given)).rows
    yield from _faults(store, _by_fault(found), given)


def contradictions_in_detail(generation: Generation, store: Store, wanted: Filter) -> Iterator[ContradictionDetail]:
    """The same, each with its rule and what it quotes."""
    given = verdicts(generation.data)
    for batch in batches(keys(store, "contradiction-keys", _bound(store, wanted, given)).rows):
        yield from (_detail(row, given) for row in _slots(store, batch))


def contradiction(generation: Generation, store: Store, key: str) -> ContradictionDetail:
    """The contradiction with this key or IRI, whatever the verdict on it. Raises NotFoundError or VerdictsError."""
    pair = key.removeprefix(str(contradiction_iri("")))
    given = verdicts(generation.data)
    asked = {**_judged(given), "dismissed": _NO_PAIR, "pair": pair or _NO_PAIR, "unsure": "yes"}
    for row in _slots(store, keys(store, "contradiction-keys", asked).rows):
        return _detail(row, given)
    raise NotFoundError(f"no contradiction has the key '{key}'", "look for its key in the list of contradictions")


def as_grave_as(severity: ContradictionSeverity) -> tuple[ContradictionSeverity, ...]:
    """``severity`` and what is graver."""
    return _WEIGHTS[severity]


def _bound(store: Store, wanted: Filter, given: Mapping[str, Verdict]) -> Bound:
    bound = {**wanted.bound_to_contradictions(store), **_judged(given)}
    if wanted.verdict:
        chosen = [key for key, verdict in given.items() if verdict.verdict in wanted.verdict]
        bound |= {"pair": chosen or _NO_PAIR, "dismissed": _NO_PAIR, "unsure": "yes"}
    return bound


def _judged(given: Mapping[str, Verdict]) -> Bound:
    def pairs(code: VerdictCode) -> list[str]:
        return [key for key, verdict in given.items() if verdict.verdict == code] or [_NO_PAIR]

    return {"agreed": pairs("agree"), "explained": pairs("explained"), "dismissed": pairs("not-a-contradiction")}


def _slots(store: Store, found: Sequence[Row]) -> Iterator[Row]:
    """The slots of each contradiction in the order of ``found``, with its status and whether it is a proposal."""
    wanted = [row["contradiction"] for row in found]
    slots = (
        {row["contradiction"]: row for row in rows(store, "contradiction-slots", contradiction=wanted)}
        if wanted
        else {}
    )
    return ({**slots[row["contradiction"]], **row} for row in found)


def _by_fault(found: Iterable[Row]) -> list[list[Row]]:
    groups: dict[tuple[object, ...], list[Row]] = {}
    for row in found:
        fault = row["repeats"] or row["contradiction"]
        groups.setdefault((fault, row["status"], row["proposal"]), []).append(row)
    return list(groups.values())


def _faults(store: Store, groups: Iterable[Sequence[Row]], given: Mapping[str, Verdict]) -> Iterator[Fault]:
    for batch in batches(groups):
        filled = _slots(store, [row for group in batch for row in group])
        pairs = (Contradiction(**_what(row, given)) for row in filled)
        for group in batch:
            first, *also = islice(pairs, len(group))
            yield Fault(**dict(first), also=also)


def _detail(row: Row, given: Mapping[str, Verdict]) -> ContradictionDetail:
    what = _what(row, given)
    sides = {side: QuotingSide(**dict(what[side]), quotes=row[f"{side}Quotes"]) for side in ("a", "b")}
    return ContradictionDetail(**{**what, **sides}, rule=row["rule"])


def _what(row: Row, given: Mapping[str, Verdict]) -> dict[str, Any]:
    verdict = given.get(row["pair"])
    return {
        "id": row["contradiction"],
        **{name: row[name] for name in ("type", "scope", "severity", "status", "proposal")},
        "a": _side(row, "a"),
        "b": _side(row, "b"),
        "explanation": Message(nl=row["nl"], en=row["en"]),
        "confidence": float(row["confidence"]),
        "reason": _reason(row, verdict),
        "verdict": verdict,
        "repeats": row["repeats"],
    }


def _reason(row: Row, verdict: Verdict | None) -> Message | None:
    """Why the status is not open: what the person who explained it wrote, else what the agreements say."""
    if verdict is not None and verdict.verdict == "explained" and verdict.note:
        return Message(nl=verdict.note, en=verdict.note)
    return Message(nl=row["reasonNl"], en=row["reasonEn"]) if row["reasonNl"] else None


def _side(row: Row, side: str) -> Quote:
    names = ("document", "section", "start", "end", "text")
    return Quote(**{name: row[f"{side}{name.capitalize()}"] for name in names})
