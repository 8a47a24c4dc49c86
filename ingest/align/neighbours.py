"""Links that the structure of an agreement gives: an item and its lead, parts and totals, rows and their section."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from itertools import combinations

from ingest.model.comparison import Clause, ClauseNature, Link, LinkKind

_CERTAIN = 0.8
_WINDOW = 8
_MOST = 40
_NUMBER = re.compile(r"^[\d.]+")


def neighbours(clauses: Sequence[Clause]) -> Iterator[Link]:
    """The links within each agreement that do not rest on words alone."""
    yield from _parents(clauses)
    yield from _periods(clauses)
    yield from _sums(clauses)
    yield from _siblings(clauses)
    yield from _prose_and_rows(clauses)
    yield from _moments(clauses)


def _has(clause: Clause, *slots: str) -> bool:
    return any(slot.slot in slots for slot in clause.comparables)


def _grouped(
    clauses: Sequence[Clause], key: Callable[[Clause], Hashable | None]
) -> Iterator[list[int]]:
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
        for position in members:
            if position != totals[0]:
                yield Link(LinkKind.SUM, position, totals[0], _CERTAIN, "a part and the total")


def _siblings(clauses: Sequence[Clause]) -> Iterator[Link]:
    def table(clause: Clause) -> tuple[str, str] | None:
        return (clause.document, clause.group) if clause.nature is ClauseNature.ROW else None

    for members in _grouped(clauses, table):
        for left, right in combinations(members, 2):
            shared = set(clauses[left].terms) & set(clauses[right].terms)
            score = 0.4 + 0.5 * len(shared) / max(1, len(set(clauses[left].terms)))
            yield Link(LinkKind.ROW, left, right, round(min(score, 0.9), 3), "rows of one table")


def _prose_and_rows(clauses: Sequence[Clause]) -> Iterator[Link]:
    """Prose and the rows of the tables in the same numbered section, where they share the beginning of a word."""
    def numbered(clause: Clause) -> tuple[str, str] | None:
        number = _NUMBER.match(clause.section)
        wanted = clause.nature is ClauseNature.ROW or _has(clause, "answers", "single-point")
        return (clause.document, number.group().rstrip(".")) if number and wanted else None

    for members in _grouped(clauses, numbered):
        prose = [p for p in members if clauses[p].nature is not ClauseNature.ROW]
        rows = [p for p in members if clauses[p].nature is ClauseNature.ROW]
        for one in prose:
            for row in rows:
                score = _overlap(clauses[one], clauses[row])
                yield Link(LinkKind.ROW, one, row, score, "prose and table of one section")


def _overlap(one: Clause, row: Clause) -> float:
    beginnings = {term[:5] for term in one.terms}
    hits = sum(1 for term in set(row.terms) if term[:5] in beginnings or any(term[-5:] == t[-5:] for t in one.terms))
    return round(min(0.95, 0.3 + 0.6 * hits / max(1, len(set(row.terms)))), 3)


def _moments(clauses: Sequence[Clause]) -> Iterator[Link]:
    timed = [position for position, clause in enumerate(clauses) if _has(clause, "moment")]
    for turn, left in enumerate(timed):
        for right in timed[turn + 1 : turn + _WINDOW]:
            one, other = clauses[left], clauses[right]
            if (one.document, one.section) == (other.document, other.section) and right - left <= _WINDOW:
                yield Link(LinkKind.NEAR, left, right, 0.6, "moments close to each other")
