"""How often statements are right, against how sure they say they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scoring import Comparison, is_right

PROPOSAL = 0.5
"""Below this confidence a statement is a proposal."""
_BINS = 10


@dataclass(frozen=True, slots=True)
class Group:
    """Statements with a confidence from ``low`` to ``high``: their number, mean confidence and share that is right."""

    low: float
    high: float
    number: int
    confidence: float
    right: float


@dataclass(frozen=True, slots=True)
class Reliability:
    """The statements in ten groups by confidence, empty ones left out, and what is shown and what is proposed.

    ``error`` is the expected calibration error: the mean distance between confidence and share right over the groups,
    weighed by their size (Guo et al. 2017). ``brier`` is the mean squared distance of each confidence to 1 when right
    and 0 when wrong (Brier 1950).
    """

    groups: tuple[Group, ...]
    error: float
    brier: float
    shown: Group
    proposed: Group


Outcome = tuple[float, bool]


def outcomes(compared: Comparison) -> list[Outcome]:
    """The confidence of each prediction that counts, and whether it is right."""
    return [
        (found.confidence, is_right(found, compared.label_of.get(index)))
        for index, found in enumerate(compared.predictions)
    ]


def reliability(found: Sequence[Outcome]) -> Reliability:
    """The reliability of ``found``; of nothing, everything is 0."""
    groups = [_group(found, number / _BINS, (number + 1) / _BINS) for number in range(_BINS)]
    groups = [group for group in groups if group.number]
    total = max(len(found), 1)
    return Reliability(
        groups=tuple(groups),
        error=sum(group.number * abs(group.confidence - group.right) for group in groups) / total,
        brier=sum((confidence - right) ** 2 for confidence, right in found) / total,
        shown=_group(found, PROPOSAL, 1.0),
        proposed=_group(found, 0.0, PROPOSAL),
    )


def _group(found: Iterable[Outcome], low: float, high: float) -> Group:
    inside = [(sure, right) for sure, right in found if low <= sure < high or sure == high == 1.0]
    number = len(inside)
    return Group(
        low,
        high,
        number,
        confidence=sum(sure for sure, _ in inside) / number if number else 0.0,
        right=sum(right for _, right in inside) / number if number else 0.0,
    )
