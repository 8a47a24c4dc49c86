"""What holds of two clauses taken together, before any rule is asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ingest.align.acts import layers
from ingest.align.words import is_content, plain_verbs, stem, words
from ingest.compare.actors import Kin, Match
from ingest.model.comparison import Clause

_OF_ACTORS = frozenset({"risk", "chooses", "adopts", "drafts", "on-behalf-of", "reports-to", "client-of"})
_NONE = "none:"
_LEAST_PART = 6
_SAME_OBJECT = 0.6


@dataclass(frozen=True, slots=True)
class View:
    """A clause as pairs look at it: the values of each slot (letters apart), words, layers and marks of its case."""

    clause: Clause
    values: Mapping[str, frozenset[str]]
    terms: frozenset[str]
    layers: frozenset[str]
    marks: Mapping[str, str]
    others: tuple[str, ...]


def view(clause: Clause) -> View:
    """What pairs need of ``clause``."""
    values: dict[str, set[str]] = {}
    for slot in clause.comparables:
        name = f"{slot.slot}-{slot.key}" if slot.slot == "letter" else slot.slot
        values.setdefault(name, set()).add(slot.value)
    known = layers()
    return View(
        clause=clause,
        values={name: frozenset(found) for name, found in values.items()},
        terms=frozenset(clause.terms),
        layers=frozenset(known.get(act, act) for act in clause.acts),
        marks=dict(mark.split(":", 1) for mark in clause.contrasts),
        others=tuple(actor for actor in clause.actors if actor not in clause.bearers),
    )


def case_match(left: View, right: View) -> str:
    """Whether the clauses are confined to one case: "other" when their marks exclude each other."""
    return "other" if any(right.marks.get(group, mark) != mark for group, mark in left.marks.items()) else "same"


def layer_match(left: View, right: View) -> str:
    """Whether the clauses speak of one layer of a task: "other" when they share no layer though both have one."""
    if not left.layers or not right.layers:
        return "open"
    return "same" if left.layers & right.layers else "other"


def shared_part(left: View, right: View) -> float:
    """The share of their words that two clauses have in common (the coefficient of Dice)."""
    return round(2 * len(left.terms & right.terms) / max(1, len(left.terms) + len(right.terms)), 3)


def same_object(left: View, right: View) -> bool:
    """Whether two activities share most of their words but the verb."""
    one, other = sorted((_object(left.clause), _object(right.clause)), key=len)
    shared = [term for term in one if any(_same_word(term, word) for word in other)]
    return len(shared) >= _SAME_OBJECT * max(1, len(one))


def slot_matches(left: View, right: View, kin: Kin) -> Iterator[tuple[str, str]]:
    """For each slot that both clauses have, how it stands: "agreesOn" a value, "disjointOn" or "differsOn" actors."""
    for slot in sorted(left.values.keys() & right.values.keys()):
        one, other = left.values[slot], right.values[slot]
        if one & other:
            yield "agreesOn", slot
        elif slot in _OF_ACTORS:
            match = kin.match(_actors(one), _actors(other))
            denied = any(value.startswith(_NONE) for value in one | other)
            if match is Match.DISJOINT and not denied:
                yield "disjointOn", slot
            elif match in (Match.OVERLAP, Match.SAME):
                yield "differsOn", slot


def _actors(values: Iterable[str]) -> list[str]:
    """The actors in values of which each may name several: "a+b", "none:a"."""
    return sorted({actor for value in values for actor in value.removeprefix(_NONE).split("+")})


def _same_word(one: str, other: str) -> bool:
    """Whether two words are one, or one is the last part of the other: incidents are of the kind security incidents."""
    if min(len(one), len(other)) < _LEAST_PART:
        return one == other
    return one.endswith(other) or other.endswith(one)


def _object(clause: Clause) -> set[str]:
    """The words of an activity without its verb, which stands first ("Plannen van ritten") or is a plain one."""
    found = [(word, stem(word)) for _, _, word in words(clause.text) if is_content(word)]
    verb = 1 if found and found[0][0].endswith("en") else 0
    return {term for _, term in found[verb:]} - plain_verbs()
