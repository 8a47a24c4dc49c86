"""How far clauses speak of the same: rare words shared, by blocking on those words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log

import numpy as np
from scipy import sparse

from ingest.model.comparison import Clause

_COMMON = 60
"""A word in more clauses than this brings no candidates; it still counts in the score. Bounds the work."""
_LEAST = 0.3
_MOST = 14
_ROWS = 2048
_PREFIX = 7
_PREFIX_WEIGHT = 0.35


@dataclass(frozen=True, slots=True)
class Topic:
    """Two clauses, by position, that speak of the same, how far (0 to 1), and the rarest words that they share."""

    left: int
    right: int
    score: float
    shared: tuple[str, ...]


def topics(clauses: Sequence[Clause]) -> Iterator[Topic]:
    """The pairs of clauses that share rare words, each once, for every clause at most its best.

    The score is the mean of the cosine of the two bags of words, weighted by how rare a word is, and of the share of
    the smaller bag that the other holds. Cost grows with the number of clauses, since common words bring no pairs.
    """
    bags = [_bag(clause) for clause in clauses]
    counts = Counter(term for bag in bags for term in bag)
    columns = {term: index for index, term in enumerate(sorted(counts))}
    matrix = _matrix(bags, counts, columns)
    rare = np.array([1.0 if 1 < counts[term] <= _COMMON else 0.0 for term in sorted(counts)])
    block = matrix @ sparse.diags_array(rare)
    squares = np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel()
    for left, right, score in _scored(matrix, block.tocsr(), squares):
        shared = sorted(bags[left].keys() & bags[right].keys(), key=lambda term: (counts[term], term))
        yield Topic(left, right, score, tuple(term for term in shared if "~" not in term)[:4])


def _bag(clause: Clause) -> dict[str, float]:
    bag = dict.fromkeys(clause.terms, 1.0)
    for term in clause.terms:
        if len(term) > _PREFIX:
            bag[f"{term[:_PREFIX]}~"] = _PREFIX_WEIGHT
            bag[f"~{term[-_PREFIX:]}"] = _PREFIX_WEIGHT
    for actor in clause.actors:
        bag[f"@{actor}"] = 0.6
    return bag


def _matrix(bags: Sequence[dict[str, float]], counts: Counter[str], columns: dict[str, int]) -> sparse.csr_array:
    total = len(bags)
    rows, places, weights = [], [], []
    for row, bag in enumerate(bags):
        for term, weight in bag.items():
            rows.append(row)
            places.append(columns[term])
            weights.append(weight * log(1 + total / counts[term]))
    return sparse.csr_array((weights, (rows, places)), shape=(total, len(columns)), dtype=np.float64)


def _scored(matrix: sparse.csr_array, block: sparse.csr_array, squares: np.ndarray) -> Iterator[tuple[int, int, float]]:
    transposed = block.T.tocsr()
    seen: set[tuple[int, int]] = set()
    for start in range(0, matrix.shape[0], _ROWS):
        shared = (block[start : start + _ROWS] @ transposed).tocoo()
        left, right = shared.coords[0] + start, shared.coords[1]
        kept = left != right
        left, right, rough = left[kept], right[kept], shared.data[kept]
        promising = rough >= 0.5 * _LEAST * np.minimum(squares[left], squares[right])
        left, right = left[promising], right[promising]
        dots = np.asarray(matrix[left].multiply(matrix[right]).sum(axis=1)).ravel()
        cosine = dots / np.sqrt(squares[left] * squares[right])
        within = dots / np.minimum(squares[left], squares[right])
        scores = 0.5 * cosine + 0.5 * within
        yield from _best(left, right, scores, seen)


def _best(
    left: np.ndarray, right: np.ndarray, scores: np.ndarray, seen: set[tuple[int, int]]
) -> Iterator[tuple[int, int, float]]:
    order = np.lexsort((right, -scores, left))
    taken: Counter[int] = Counter()
    for index in order:
        one, other, score = int(left[index]), int(right[index]), float(scores[index])
        if score < _LEAST or taken[one] >= _MOST:
            continue
        taken[one] += 1
        pair = (min(one, other), max(one, other))
        if pair not in seen:
            seen.add(pair)
            yield (*pair, round(min(score, 1.0), 4))
