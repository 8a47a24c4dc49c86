"""The likeliest bearers of norms that rules leave without any."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import exp

from ingest.model.statements import NORMS
from ingest.model.tree import Node
from ingest.packaged import read_toml
from ingest.understand.choice.candidates import NOBODY, Features, candidates
from ingest.understand.choice.setting import Candidate, setting_of
from ingest.understand.judgement import Judged
from ingest.understand.norms.groups import Bearers
from ingest.understand.units import Unit

CHOSEN = "bearer.chosen"
"""The id that stands where a rule's would when the bearers were chosen among candidates."""


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each feature weighs, and the ``least`` chance with which somebody is named at all."""

    features: Mapping[str, float]
    least: float


def choose_bearers(units: Sequence[Unit], judged: Sequence[Judged | None], tree: Node) -> list[Judged | None]:
    """The judgements of the ``units`` of ``tree``, in which each norm without bearers has those that it most likely
    has, and how sure they are.
    """
    left = [(turn, one) for turn, one in enumerate(judged) if one is not None and one.kind in NORMS and not one.bearers]
    out = list(judged)
    if not left:
        return out
    setting, weights = setting_of(units, judged, tree), packaged_weights()
    for turn, one in left:
        bearers, chance = likeliest(candidates(setting, turn), weights)
        if bearers != NOBODY and chance >= weights.least:
            found = Bearers(bearers, CHOSEN, chance)
            confidence = round(one.sure * chance, 3)
            out[turn] = replace(one, rules=(*one.rules, CHOSEN), confidence=confidence, bearers=bearers, found=found)
    return out


def likeliest(found: Mapping[Candidate, Features], weights: Weights) -> tuple[Candidate, float]:
    """The candidate with the highest weighted sum of features, and its chance: its share in the softmax of all."""
    scores = {bearers: _score(features, weights) for bearers, features in found.items()}
    best = max(scores, key=lambda one: (scores[one], one))
    return best, 1 / sum(exp(score - scores[best]) for score in scores.values())


@cache
def packaged_weights() -> Weights:
    """The weights that come with the product (``data/choice.toml``)."""
    raw = read_toml("ingest.understand", "data/choice.toml")
    return Weights(raw["features"], raw["least"])


def _score(features: Features, weights: Weights) -> float:
    return sum(weights.features[name] * value for name, value in features.items())
