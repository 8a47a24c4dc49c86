"""Clauses in the order in which they answer, and how sure the first one is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import exp

from api.ask.clauses import Clause
from api.ask.features import Compared, Features
from ingest.packaged import read_toml


@dataclass(frozen=True, slots=True)
class Ranked:
    """A clause with its score and the chance that it is the answer."""

    clause: Clause
    features: Features
    score: float
    chance: float


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each feature weighs for the order of clauses and, apart from that, for the chance that a clause answers;
    below ``threshold`` it does not. Clauses whose scores differ by no more than ``same`` answer alike well, those that
    differ by no more than ``also`` answer as well when they are of other agreements.
    """

    order: Mapping[str, float]
    chances: Mapping[str, float]
    bias: float
    threshold: float
    same: float
    also: float

    def score(self, features: Features) -> float:
        """The weighted sum."""
        return sum(weight * features[name] for name, weight in self.order.items())

    def chance(self, features: Features) -> float:
        """The logistic of the weighted sum.

        The weights are fitted by tests/measure/fit_ask.py on questions with and without an answer: the maximum of the
        likelihood, with the squared weights as penalty, that the first clause is a labelled one.
        """
        total = self.bias + sum(weight * features[name] for name, weight in self.chances.items())
        return 1 / (1 + exp(-total))


def packaged_weights() -> Weights:
    """The weights that come with the product."""
    table = read_toml("api.ask", "weights.toml")
    return Weights(table["order"], table["chances"], **table["certainty"])


def rank(compared: Iterable[Compared], weights: Weights) -> list[Ranked]:
    """The clauses, best first; of equal ones the one that stands first. The chance of a clause also rests on its
    ``score`` and its ``lead``: how far it is ahead of the next one, if it is the first.
    """
    scored = sorted(
        ((weights.score(one.features), one) for one in compared),
        key=lambda pair: (-pair[0], pair[1].clause.place.document, pair[1].clause.place.start),
    )
    scores = [score for score, _ in scored]
    leads = [scores[0] - scores[1], *(0.0 for _ in scores[1:])] if len(scores) > 1 else [0.0 for _ in scores]
    return [
        Ranked(one.clause, one.features, score, weights.chance({**one.features, "score": score, "lead": lead}))
        for (score, one), lead in zip(scored, leads, strict=True)
    ]
