"""Asks the rules: from aligned clauses to pairs that seem to contradict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from ingest.compare.actors import Kin
from ingest.compare.facts import facts
from ingest.model.comparison import Clause, Comparable, Link
from ingest.store import memory_store
from ontology.namespaces import ID
from shapes.contradictions import ContradictionRule, contradiction_rules

_LINES = 100_000
"""How many facts go into the store at once: bounds what is held in memory beside it."""
_GRAPH = str(ID["graph/comparison"])


@dataclass(frozen=True, slots=True)
class Hit:
    """A pair that a rule found: clauses by position, the slots that differ where the rule tells, and its values."""

    rule: ContradictionRule
    first: int
    second: int
    score: float
    values: Mapping[str, str]
    first_slot: Comparable | None = None
    second_slot: Comparable | None = None


def ask_rules(clauses: Sequence[Clause], links: Sequence[Link], kin: Kin) -> Iterator[Hit]:
    """Every pair that any rule finds, best first within a rule."""
    with memory_store() as store:
        lines = facts(clauses, links, kin)
        while chunk := "".join(islice(lines, _LINES)):
            store.insert(_GRAPH, chunk.encode("utf-8"))
        for rule in contradiction_rules():
            found = sorted(
                (_hit(rule, row, clauses) for row in store.select(rule.query).records()),
                key=lambda hit: (-hit.score, hit.first, hit.second, sorted(hit.values.items())),
            )
            yield from _kept(rule, found, clauses)


def _kept(rule: ContradictionRule, hits: Sequence[Hit], clauses: Sequence[Clause]) -> Iterator[Hit]:
    """Not more than the rule wants of one clause, or of two lists."""
    taken: Counter[object] = Counter()
    for hit in hits:
        place: object = hit.first
        if rule.keep < 0:
            place = tuple((c.document, c.group or c.node) for c in (clauses[hit.first], clauses[hit.second]))
        if rule.keep and taken[place] >= abs(rule.keep):
            continue
        taken[place] += 1
        yield hit


def _hit(rule: ContradictionRule, row: Mapping[str, object], clauses: Sequence[Clause]) -> Hit:
    first, second = _position(row["first"]), _position(row["second"])
    score = row["score"]
    assert isinstance(score, float)
    return Hit(
        rule,
        first,
        second,
        score,
        {name: str(value) for name, value in row.items() if value is not None},
        _slot(row.get("firstSlot"), clauses[first]),
        _slot(row.get("secondSlot"), clauses[second]),
    )


def _position(name: object) -> int:
    return int(str(name).removeprefix(str(ID["clause/"])))


def _slot(name: object, clause: Clause) -> Comparable | None:
    return clause.comparables[int(str(name).rpartition("/")[2])] if name is not None else None
