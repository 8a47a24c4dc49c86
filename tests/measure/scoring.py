"""Predicted statements against labels: which go together, and how many are right in what.

The rules are those of the labels: pairs are one to one, with at least half of their joint stretch in common, best
overlap first; only the labelled stretch of a document counts; a label that is not sure counts neither way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from labelled import Statement

_LEAST_OVERLAP = 0.5
_LEAST_COVER = 0.5
_MARGIN = 5

Chooses = Callable[[Statement], bool]


@dataclass(frozen=True, slots=True)
class Rate:
    """Precision, recall and their harmonic mean; with nothing to find or nothing found they are 0."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Figures:
    """How many labels and predictions count, and the figures over them.

    ``bearer`` and ``bearer_overlap`` are shares of the ``norms`` that were found and have a labelled bearer.
    """

    labels: int
    predictions: int
    span: Rate
    kind: Rate
    norms: int
    bearer: float
    bearer_overlap: float
    deadlines: int
    deadline: Rate
    who_must_what: Rate


@dataclass(frozen=True, slots=True)
class Comparison:
    """Labels and predictions that count, and the label that goes with a prediction, by the prediction's index.

    ``unsure`` are the labels that count neither way.
    """

    labels: tuple[Statement, ...]
    predictions: tuple[Statement, ...]
    label_of: Mapping[int, Statement]
    unsure: tuple[Statement, ...] = ()

    @property
    def pairs(self) -> list[tuple[Statement, Statement]]:
        """Predictions with their labels."""
        return [(self.predictions[index], label) for index, label in self.label_of.items()]

    @property
    def missed(self) -> list[Statement]:
        """Labels without a prediction."""
        found = {id(label) for label in self.label_of.values()}
        return [label for label in self.labels if id(label) not in found]

    @property
    def extra(self) -> list[Statement]:
        """Predictions without a label."""
        return [found for index, found in enumerate(self.predictions) if index not in self.label_of]

    def of(self, chooses: Chooses) -> Figures:
        """The figures of the statements that ``chooses`` takes: labels for recall, predictions for precision."""
        labels = [label for label in self.labels if chooses(label)]
        predictions = [found for found in self.predictions if chooses(found)]
        pairs = self.pairs

        def rate(right: Sequence[tuple[Statement, Statement]], found: int, there: int) -> Rate:
            precise = sum(chooses(prediction) for prediction, _ in right)
            recalled = sum(chooses(label) for _, label in right)
            return Rate(precise / found if found else 0.0, recalled / there if there else 0.0)

        norms = [(p, q) for p, q in pairs if chooses(q) and q.norm and q.keys]
        dated = [(p, q) for p, q in pairs if q.deadline and p.deadline == q.deadline]
        whole = [(p, q) for p, q in pairs if p.norm and q.norm and p.keys == q.keys]
        deadlines = sum(bool(label.deadline) for label in labels)
        return Figures(
            labels=len(labels),
            predictions=len(predictions),
            span=rate(pairs, len(predictions), len(labels)),
            kind=rate([(p, q) for p, q in pairs if p.kind == q.kind], len(predictions), len(labels)),
            norms=len(norms),
            bearer=_share(p.keys == q.keys for p, q in norms),
            bearer_overlap=_share(bool(p.keys & q.keys) for p, q in norms),
            deadlines=deadlines,
            deadline=rate(dated, sum(bool(p.deadline) for p in predictions), deadlines),
            who_must_what=rate(whole, sum(p.norm for p in predictions), sum(q.norm for q in labels)),
        )


def compare(predictions: Iterable[Statement], labels: Iterable[Statement]) -> Comparison:
    """Put predictions beside labels; what lies outside the labelled stretch of its document is left out."""
    labels = list(labels)
    predictions = _within_stretch(predictions, labels)
    paired = dict(_match(predictions, labels))
    unsure = tuple(label for label in labels if not label.sure)
    counted = [
        index
        for index, found in enumerate(predictions)
        if (labels[paired[index]].sure if index in paired else not _lies_on(found, unsure))
    ]
    return Comparison(
        labels=tuple(label for label in labels if label.sure),
        predictions=tuple(predictions[index] for index in counted),
        label_of={turn: labels[paired[index]] for turn, index in enumerate(counted) if index in paired},
        unsure=unsure,
    )


def is_right(prediction: Statement, label: Statement | None) -> bool:
    """Whether the prediction is a labelled statement, of the label's kind and, for a norm, with its bearers."""
    if label is None or prediction.kind != label.kind:
        return False
    return not label.norm or prediction.keys == label.keys


def _within_stretch(predictions: Iterable[Statement], labels: Sequence[Statement]) -> list[Statement]:
    stretches: dict[str, tuple[int, int]] = {}
    for label in labels:
        first, last = stretches.get(label.document, (label.start, label.end))
        stretches[label.document] = min(first, label.start), max(last, label.end)
    return [
        found
        for found in predictions
        if found.document in stretches
        and found.start >= stretches[found.document][0] - _MARGIN
        and found.end <= stretches[found.document][1] + _MARGIN
    ]


def _match(predictions: Sequence[Statement], labels: Sequence[Statement]) -> list[tuple[int, int]]:
    candidates = sorted(
        (
            (overlap, here, there)
            for here, found in enumerate(predictions)
            for there, label in enumerate(labels)
            if found.document == label.document and (overlap := _overlap(found, label)) >= _LEAST_OVERLAP
        ),
        reverse=True,
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, here, there in candidates:
        if here not in pairs and there not in taken:
            pairs[here] = there
            taken.add(there)
    return list(pairs.items())


def _common(a: Statement, b: Statement) -> int:
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def _overlap(a: Statement, b: Statement) -> float:
    return _common(a, b) / (max(a.end, b.end) - min(a.start, b.start))


def _lies_on(found: Statement, labels: Iterable[Statement]) -> bool:
    return any(
        found.document == label.document
        and _common(found, label) > _LEAST_COVER * min(found.end - found.start, label.end - label.start)
        for label in labels
    )


def _share(right: Iterable[bool]) -> float:
    outcomes = list(right)
    return sum(outcomes) / len(outcomes) if outcomes else 0.0
