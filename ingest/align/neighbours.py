"""Links that the structure of an agreement gives: an item and its lead, parts and totals, rows and their section."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from itertools import combinations, pairwise

from ingest.align.meaning import Meanings
from ingest.align.words import plain_verbs
from ingest.model.comparison import Clause, ClauseNature, Link, LinkKind

_CERTAIN = 0.8
_WINDOW = 8
_SOON = 2
_MOST = 40
_NEAREST_ROWS = 3
_NUMBER = re.compile(r"^[\d.]+")


def neighbours(clauses: Sequence[Clause], meanings: Meanings) -> Iterator[Link]:
    """The links within each agreement that do not rest on words alone; ``meanings`` those of the clauses."""
    yield from _parents(clauses)
    yield from _periods(clauses)
    yield from _sums(clauses)
    yield from _siblings(clauses, meanings)
    yield from _prose_and_rows(clauses, meanings)
    yield from _moments(clauses)
    yield from _views(clauses)


def _has(clause: Clause, *slots: str) -> bool:
    return any(slot.slot in slots for slot in clause.comparables)


def _grouped(clauses: Sequence[Clause], key: Callable[[Clause], Hashable | None]) -> Iterator[list[int]]:
    groups: dict[Hashable, list[int]] = defaultdict(list)
    for position, clause in enumerate(clauses):
        found = key(clause)
        if found is not None:
            groups[found].append(position)
    for members in groups.values():
        yield members[:_MOST]


def _parents(clauses: Sequence[Clause]) -> Iterator[Link]:
    """An item with a frequency and the member or item above it that has one too."""
    above = defaultdict(list)
    for position, clause in enumerate(clauses):
        if _has(clause, "frequency"):
            above[clause.document, clause.node].append(position)
    for position, clause in enumerate(clauses):
        if not _has(clause, "frequency"):
            continue
        node = clause.parent
        while node:
            for other in above.get((clause.document, node), ()):
                if other != position:
                    yield Link(LinkKind.PARENT, other, position, _CERTAIN, "an item and what it hangs under")
            node = node.rpartition("__")[0]


def _periods(clauses: Sequence[Clause]) -> Iterator[Link]:
    def section(clause: Clause) -> tuple[str, str] | None:
        return (clause.document, clause.section) if _has(clause, "period") else None

    for members in _grouped(clauses, section):
        for position in members:
            yield Link(LinkKind.PERIOD, position, position, _CERTAIN, "periods in one clause")
        for left, right in combinations(members, 2):
            yield Link(LinkKind.PERIOD, left, right, _CERTAIN, "periods in one section")


def _sums(clauses: Sequence[Clause]) -> Iterator[Link]:
    """Each part of a key of distribution and its total: the row that holds 100% or says so."""

    def table(clause: Clause) -> tuple[str, str] | None:
        return (clause.document, clause.parent) if _has(clause, "amount") and clause.parent else None

    for members in _grouped(clauses, table):
        totals = [p for p in members if "totaal" in clauses[p].text.lower()]
        if len(totals) != 1 or len(members) < 3:
            continue
        parts = [position for position in members if position != totals[0]]
        off = _off(clauses, parts, totals[0])
        for position in parts:
            yield Link(LinkKind.SUM, position, totals[0], _CERTAIN, "a part and the total")
            if off:
                yield Link(LinkKind.SUM_OFF, position, totals[0], _CERTAIN, "parts that do not add up to the total")


def _off(clauses: Sequence[Clause], parts: Sequence[int], total: int) -> bool:
    """Whether parts in one unit, each with its rounding, miss the total."""
    whole = {slot.key: slot for slot in clauses[total].comparables if slot.slot == "amount"}
    for unit, slot in whole.items():
        found = [s for part in parts for s in clauses[part].comparables if s.slot == "amount" and s.key == unit]
        room = (slot.upper or 0.0) + sum(part.upper or 0.0 for part in found)
        if len(found) == len(parts) and abs(sum(part.number or 0.0 for part in found) - (slot.number or 0.0)) > room:
            return True
    return False


def _siblings(clauses: Sequence[Clause], meanings: Meanings) -> Iterator[Link]:
    """The rows of one table, closest in meaning first."""

    def table(clause: Clause) -> tuple[str, str] | None:
        return (clause.document, clause.group) if clause.nature is ClauseNature.ROW else None

    for members in _grouped(clauses, table):
        pairs = [(left, right) for left, right in combinations(members, 2) if _unlike(clauses[left], clauses[right])]
        for (left, right), close in zip(pairs, meanings.closeness(pairs), strict=True):
            acts = 0.3 * bool(set(clauses[left].acts) & set(clauses[right].acts))
            score = min(1.0, 0.4 + acts + 0.5 * close)
            yield Link(LinkKind.ROW, left, right, round(score, 3), "rows of one table")


def _unlike(left: Clause, right: Clause) -> bool:
    """Whether two rows differ in who is accountable or in how many are, or one has nobody to do the work."""
    one, other = _holders(left), _holders(right)
    return one["A"] != other["A"] or bool(one["R"]) != bool(other["R"])


def _holders(row: Clause) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {"A": set(), "R": set()}
    for slot in row.comparables:
        if slot.slot == "letter" and slot.key in found:
            found[slot.key].add(slot.value)
    return found


def _prose_and_rows(clauses: Sequence[Clause], meanings: Meanings) -> Iterator[Link]:
    """Prose that says who answers for something, and the rows of the tables in the same numbered section."""

    def numbered(clause: Clause) -> tuple[str, str] | None:
        number = _NUMBER.match(clause.section)
        wanted = clause.nature is ClauseNature.ROW or _has(clause, "answers", "single-point")
        return (clause.document, number.group().rstrip(".")) if number and wanted else None

    for members in _grouped(clauses, numbered):
        prose = [p for p in members if clauses[p].nature is not ClauseNature.ROW]
        rows = [p for p in members if clauses[p].nature is ClauseNature.ROW]
        counts = Counter(term for row in rows for term in set(clauses[row].terms))
        for one in prose:
            scored = [
                (_telling(clauses[one], clauses[row], counts, len(rows)), close, row)
                for row, close in zip(rows, meanings.closeness([(one, row) for row in rows]), strict=True)
            ]
            telling = [(told + close, row) for told, close, row in scored if told > 0]
            nearest = telling or [(close, row) for _, close, row in scored]
            for score, row in sorted(nearest, key=lambda item: (-item[0], item[1]))[: _NEAREST_ROWS if telling else 1]:
                yield Link(
                    LinkKind.ROW, one, row, round(min(1.0, 0.4 + 0.4 * score), 3), "prose and table of one section"
                )


def _telling(one: Clause, row: Clause, counts: Counter[str], rows: int) -> float:
    """How much the words that prose and row share tell: those of few rows tell more. A part of a compound counts."""
    shared = {
        term
        for term in row.terms
        if any(t.startswith(term) or t.endswith(term) or term.startswith(t) for t in one.terms)
    }
    told = [term for term in shared if len(term) > 3 and term not in plain_verbs()]
    own = {term for term in row.terms if term not in plain_verbs()}
    covered = len(told) / max(1, len(own))
    return min(1.0, sum(1 - 0.8 * counts[term] / rows for term in told)) + 0.5 * covered


def _views(clauses: Sequence[Clause]) -> Iterator[Link]:
    """What two hold of one matter, one just after the other."""
    held = [position for position, clause in enumerate(clauses) if _has(clause, "view")]
    for left, right in pairwise(held):
        if right - left <= _SOON and clauses[left].section == clauses[right].section:
            yield Link(LinkKind.NEAR, left, right, _CERTAIN, "views just after each other")


def _moments(clauses: Sequence[Clause]) -> Iterator[Link]:
    timed = [position for position, clause in enumerate(clauses) if _has(clause, "moment")]
    for turn, left in enumerate(timed):
        for right in timed[turn + 1 : turn + _WINDOW]:
            one, other = clauses[left], clauses[right]
            if (one.document, one.section) == (other.document, other.section) and right - left <= _WINDOW:
                yield Link(LinkKind.NEAR, left, right, 0.6, "moments close to each other")
