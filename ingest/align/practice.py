"""What was found, and the agreement that it is about."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from ingest.align.meaning import Vectors, closeness
from ingest.model.comparison import Clause, ClauseNature, Link, LinkKind

_BEGINNING = 5
_COMMON = 60
_MOST = 4
_LEAST = 0.4
_AGREED = (ClauseNature.NORM, ClauseNature.TEXT)


def practice(clauses: Sequence[Clause], known: Vectors) -> Iterator[Link]:
    """For each finding that tells of a deviation, the agreed clauses nearest to it: by rare beginnings of words, by who
    and which act they share, and by meaning.
    """
    agreed = [p for p, clause in enumerate(clauses) if clause.nature in _AGREED]
    index: dict[str, list[int]] = defaultdict(list)
    for position in agreed:
        for feature in _features(clauses[position]):
            index[feature].append(position)
    for position, clause in enumerate(clauses):
        if clause.nature is ClauseNature.FINDING and any(slot.slot == "deviation" for slot in clause.comparables):
            yield from _nearest(position, clauses, index, known)


def _nearest(position: int, clauses: Sequence[Clause], index: dict[str, list[int]], known: Vectors) -> Iterator[Link]:
    finding = clauses[position]
    weights: Counter[int] = Counter()
    features = _features(finding)
    for feature in features:
        places = index.get(feature, ())
        if 0 < len(places) <= _COMMON:
            for place in places:
                weights[place] += 1.0 / (1.0 + len(places) / 8.0)  # type: ignore[assignment]
    scored = []
    for place, weight in weights.items():
        agreed = clauses[place]
        acts = 0.12 * bool(set(finding.acts) & set(agreed.acts))
        who = 0.1 * bool(set(finding.actors) & {*agreed.actors, *agreed.bearers})
        score = 0.35 * min(1.0, weight / 1.6) + acts + who + 0.5 * closeness(known, position, place)
        scored.append((score, -place))
    for score, place in sorted(scored, reverse=True)[:_MOST]:
        if score >= _LEAST:
            yield Link(LinkKind.PRACTICE, position, -place, round(min(score, 1.0), 3), "a finding and what was agreed")


def _features(clause: Clause) -> frozenset[str]:
    who = {*clause.actors, *clause.bearers}
    return frozenset(
        {
            *(term[:_BEGINNING] for term in clause.terms),
            *(f"@{actor}" for actor in who),
            *(f"@{actor} {act}" for actor in who for act in clause.acts),
        }
    )
