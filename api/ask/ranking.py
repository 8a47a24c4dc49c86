"""Clauses in the order in which they answer, and how sure the first one is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import exp

from api.ask.clauses import Clause
from api.ask.features import Compared, Features
from ingest.packaged import read_toml

_MISSING = 0.45


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
        """The logistic of the weighted sum, halved for a clause that misses what the question is bound to.

        The weights are fitted by tests/measure/fit_ask.py on questions with and without an answer: the maximum of the
        likelihood, with the squared weights as penalty, that the first clause is a labelled one; the threshold is where
        most questions come out right.
        """
        total = self.bias + sum(weight * features[name] for name, weight in self.chances.items())
        return 1 / (1 + exp(-total)) * (1.0 if features["whole"] else _MISSING)


def packaged_weights() -> Weights:
    """The weights that come with the product."""
    table = read_toml("api.ask", "weights.toml")
    return Weights(table["order"], table["chances"], **table["certainty"])


def rank(compared: Iterable[Compared], weights: Weights) -> list[Ranked]:
    """The clauses, best first; of equal ones the one that stands first."""
    ranked = [
        Ranked(one.clause, one.features, weights.score(one.features), weights.chance(one.features)) for one in compared
    ]
    return sorted(ranked, key=lambda one: (-one.score, one.clause.place.document, one.clause.place.start))
