"""Pairs that show one fault at several places: a clause that is repeated, or a value that stands in more than one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.compare.rules import Hit
from ingest.model.comparison import Clause, ClauseNature, Comparable
from ontology.folding import fold

_AROUND = " .,;:"
Said = tuple[object, ...]


def first_of_each_fault(hits: Sequence[Hit], clauses: Sequence[Clause]) -> list[int]:
    """For each of ``hits`` the place of the first that shows the same fault, which is its own where it is the first.

    Two pairs show one fault when the same rule found them, one clause says the same in the same words, and the other
    the same value, or for a row of a matrix has the same letters in the same table.
    """
    firsts: dict[Said, int] = {}
    found = []
    for place, hit in enumerate(hits):
        names = list(_names(hit, clauses))
        first = min((firsts[name] for name in names if name in firsts), default=place)
        firsts |= {name: first for name in names if name not in firsts}
        found.append(first)
    return found


def _names(hit: Hit, clauses: Sequence[Clause]) -> Iterator[Said]:
    one, other = clauses[hit.first], clauses[hit.second]
    inside = hit.first == hit.second
    yield hit.rule.id, *_words(one, hit.first_slot if inside else None), *_value(other, hit.second_slot)
    yield hit.rule.id, *_words(other, hit.second_slot if inside else None), *_value(one, hit.first_slot)


def _words(clause: Clause, part: Comparable | None) -> Said:
    return (fold(part.words if part else clause.text).strip(_AROUND),)


def _value(clause: Clause, slot: Comparable | None) -> Said:
    if slot is not None:
        return slot.slot, slot.key, slot.value
    if clause.nature is ClauseNature.ROW:
        letters = sorted((held.key, held.value) for held in clause.comparables if held.slot == "letter")
        return clause.document, clause.group, *letters
    return _words(clause, None)
