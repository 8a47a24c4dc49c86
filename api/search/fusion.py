"""Rankings joined into one.

Method: Cormack, Clarke and Büttcher, Reciprocal Rank Fusion (SIGIR 2009).
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.index import Found

_DAMPING = 8

Ranking = tuple[float, Sequence[Found]]
"""What was found, best first, and how much its order weighs."""


def fused(rankings: Sequence[Ranking]) -> list[tuple[Found, float]]:
    """Everything in any of the rankings, best first, with a score that is 1 for what is first in all of them."""
    most = sum(weight for weight, _ in rankings) / (_DAMPING + 1)
    scores: dict[tuple[str, int, int], float] = {}
    clauses: dict[tuple[str, int, int], Found] = {}
    for weight, ranking in rankings:
        for rank, found in enumerate(ranking, start=1):
            place = (found.document, found.start, found.end)
            clauses.setdefault(place, found)
            scores[place] = scores.get(place, 0.0) + weight / (_DAMPING + rank)
    return [
        (clauses[place], scores[place] / most) for place in sorted(scores, key=lambda place: (-scores[place], place))
    ]
