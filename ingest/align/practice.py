"""What was found, and the agreement that it is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from ingest.align.meaning import Meanings
from ingest.align.related import Related
from ingest.model.comparison import Clause, ClauseNature, Link, LinkKind

_BEGINNING = 5
_COMMON = 60
_MOST = 4
_LEAST = 0.38
_LEAST_WORDS = 2
_AGREED = (ClauseNature.NORM, ClauseNature.TEXT)
_ENOUGH = 1.6
"""The weight of shared features at which words can say no more."""


def practice(clauses: Sequence[Clause], meanings: Meanings, related: Related) -> Iterator[Link]:
    """For each finding that tells of a deviation, the agreed clauses nearest to it: by rare beginnings of words, by who
    and which act they share, and by meaning. What is found of an organisation is held beside what was agreed for a role
    that it fills. Only agreements that the report is about count, as ``related`` knows them.
    """
    roles = _roles(clauses)
    index: dict[str, list[int]] = defaultdict(list)
    for position, clause in enumerate(clauses):
        if clause.nature in _AGREED:
            for feature in _features(clause, {}):
                index[feature].append(position)
    for position, clause in enumerate(clauses):
        if clause.nature is ClauseNature.FINDING and any(slot.slot == "deviation" for slot in clause.comparables):
            near = _nearest(position, clauses, index, meanings, roles)
            about = (link for link in near if related.evaluates(clause.document, clauses[link.right].document))
            yield from islice(about, _MOST)


def _roles(clauses: Sequence[Clause]) -> dict[str, set[str]]:
    """The roles that each organisation is said to fill, those of one agreement alone left out."""
    found: dict[str, set[str]] = defaultdict(set)
    for clause in clauses:
        for slot in clause.comparables:
            who, _, role = slot.key.partition(" ")
            if slot.slot == "role" and slot.value == "yes" and "/" not in role:
                found[who].add(role)
    return found


def _nearest(
    position: int,
    clauses: Sequence[Clause],
    index: Mapping[str, list[int]],
    meanings: Meanings,
    roles: Mapping[str, set[str]],
) -> Iterator[Link]:
    finding = clauses[position]
    who = _who(finding, roles)
    weights: dict[int, float] = defaultdict(float)
    for feature in sorted(_features(finding, roles)):
        places = index.get(feature, [])
        if len(places) <= _COMMON:
            for place in places:
                weights[place] += 1.0 / (1.0 + len(places) / 8.0)
    shared = {}
    for place, weight in weights.items():
        agreed = clauses[place]
        acts = bool(set(finding.acts) & set(agreed.acts))
        actors = len(who & {*agreed.actors, *agreed.bearers})
        products = bool(_products(finding) & _products(agreed))
        words = len(_beginnings(finding) & _beginnings(agreed))
        if (actors or products) and (acts or words >= _LEAST_WORDS):
            rare = 0.35 * min(1.0, weight / _ENOUGH)
            shared[place] = rare + 0.12 * acts + 0.1 * min(actors, 2) + 0.1 * products
    close = meanings.closeness([(position, place) for place in shared])
    scored = [(told + 0.4 * near, -place) for (place, told), near in zip(shared.items(), close, strict=True)]
    for score, place in sorted(scored, reverse=True):
        if score >= _LEAST:
            yield Link(LinkKind.PRACTICE, position, -place, round(min(score, 1.0), 3), "a finding and what was agreed")


def _beginnings(clause: Clause) -> set[str]:
    return {term[:_BEGINNING] for term in clause.terms}


def _features(clause: Clause, roles: Mapping[str, set[str]]) -> set[str]:
    who = _who(clause, roles)
    return {
        *_beginnings(clause),
        *(f"@{actor}" for actor in who),
        *(f"@{actor} {act}" for actor in who for act in clause.acts),
    }


def _who(clause: Clause, roles: Mapping[str, set[str]]) -> set[str]:
    named = {*clause.actors, *clause.bearers}
    return named | {role for actor in named for role in roles.get(actor, ())}


def _products(clause: Clause) -> set[str]:
    return {slot.key for slot in clause.comparables if slot.slot == "product"}
