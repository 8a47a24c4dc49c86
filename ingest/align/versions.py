"""Versions of one list: which item of the one is which of the other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from ingest.model.comparison import Clause, ClauseNature, Link, LinkKind

_SAME = 0.5
_LEAST_PAIRS = 8
_LEAST_SHARED = 3
_NEAR = 3
_BONUS = 0.1
_RESEMBLES = 0.4


def versions(clauses: Sequence[Clause], scores: Mapping[tuple[int, int], float]) -> Iterator[Link]:
    """The items of two versions of a list, one by one, and those that only one of the versions has."""
    same = list(_same_items(clauses, scores))
    yield from same
    yield from _dropped(clauses, scores, same)


def _same_items(clauses: Sequence[Clause], scores: Mapping[tuple[int, int], float]) -> Iterator[Link]:
    """Items of two agreements that are each other's best match, where the agreements share at least a few such items.

    ``scores`` are those of the pairs that speak of the same. A pair whose neighbours match too scores higher: items
    keep their order from one version to the next.
    """
    similar = {pair: _dice(clauses[pair[0]], clauses[pair[1]]) for pair in scores if _may(clauses, pair)}
    best: dict[tuple[int, str], tuple[float, int]] = {}
    for (left, right), score in similar.items():
        for one, other in ((left, right), (right, left)):
            place = (one, clauses[other].document)
            best[place] = max(best.get(place, (0.0, -1)), (score, other))
    mutual = [
        (left, right, score)
        for (left, right), score in similar.items()
        if score >= _SAME
        and _shared(clauses[left], clauses[right]) >= _LEAST_SHARED
        and best[left, clauses[right].document][1] == right
        and best[right, clauses[left].document][1] == left
    ]
    counts = Counter(_documents(clauses, left, right) for left, right, _ in mutual)
    partner: dict[int, set[int]] = defaultdict(set)
    for left, right, _ in mutual:
        partner[left].add(right)
    for left, right, score in mutual:
        if counts[_documents(clauses, left, right)] >= _LEAST_PAIRS:
            ordered = any(
                other + step in partner.get(left + step, ())
                for step in range(-_NEAR, _NEAR + 1)
                if step
                for other in (right,)
            )
            yield Link(LinkKind.VERSION, left, right, min(1.0, round(score + _BONUS * ordered, 3)), "the same item")


def _dropped(
    clauses: Sequence[Clause], scores: Mapping[tuple[int, int], float], same: Sequence[Link]
) -> Iterator[Link]:
    """Items of one version that stand between two which follow on each other in the other version.

    Each is linked with the item of the other version after which it is missing, unless something there resembles it.
    """
    resembled: set[tuple[int, str]] = set()
    for (left, right), score in scores.items():
        if score >= _RESEMBLES:
            resembled |= {(left, clauses[right].document), (right, clauses[left].document)}
    pairs = sorted({pair for link in same for pair in ((link.left, link.right), (link.right, link.left))})
    followed: dict[tuple[str, str], tuple[int, int]] = {}
    for one, other in pairs:
        documents = clauses[one].document, clauses[other].document
        before = followed.get(documents)
        followed[documents] = one, other
        if before is None or not _within(clauses, before[0], one) or _between(clauses, before[1], other) != []:
            continue
        for missing in _between(clauses, before[0], one) or ():
            if (missing, documents[1]) not in resembled and len(clauses[missing].terms) >= _LEAST_SHARED:
                yield Link(LinkKind.DROPPED, missing, before[1], _SAME, "an item that the other version lacks")


def _within(clauses: Sequence[Clause], first: int, last: int) -> bool:
    """Whether both stand in one list."""
    return first < last and clauses[first].group != "" and clauses[first].group == clauses[last].group


def _between(clauses: Sequence[Clause], first: int, last: int) -> list[int] | None:
    """The items of the list of both that stand between them; None where they are not of one list, in this order."""
    if not _within(clauses, first, last):
        return None
    return [place for place in range(first + 1, last) if clauses[place].group == clauses[first].group]


def _may(clauses: Sequence[Clause], pair: tuple[int, int]) -> bool:
    natures = (ClauseNature.NORM, ClauseNature.TEXT)
    left, right = clauses[pair[0]], clauses[pair[1]]
    return left.document != right.document and left.nature in natures and right.nature in natures


def _documents(clauses: Sequence[Clause], left: int, right: int) -> tuple[str, ...]:
    return tuple(sorted((clauses[left].document, clauses[right].document)))


def _shared(left: Clause, right: Clause) -> int:
    return len({*left.terms, *left.contrasts} & {*right.terms, *right.contrasts})


def _dice(left: Clause, right: Clause) -> float:
    one, other = {*left.terms, *left.actors, *left.contrasts}, {*right.terms, *right.actors, *right.contrasts}
    return 2 * len(one & other) / max(1, len(one) + len(other))
