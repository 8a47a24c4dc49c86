"""How sure a rule is: the weight that it was given, corrected by how often it was right on labelled statements."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from ingest.packaged import read_toml


class Layer(StrEnum):
    """What a rule decides: the kind of a statement, or who bears it."""

    KIND = "kind"
    BEARER = "bearer"


@dataclass(frozen=True, slots=True)
class Tally:
    """How many labelled statements a rule read, and of how many it was right."""

    read: int
    right: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """The tallies of rules by layer and id, and the ``strength`` of a given weight: how many labels it counts for."""

    strength: float
    tallies: Mapping[Layer, Mapping[str, Tally]]


@cache
def evidence() -> Evidence:
    """The packaged evidence (``data/calibration.toml``)."""
    raw = read_toml("ingest.understand", "data/calibration.toml")
    tallies = {layer: {rule: Tally(**tally) for rule, tally in raw[layer].items()} for layer in Layer}
    return Evidence(raw["strength"], tallies)


def calibrated(layer: Layer, rule: str, given: float) -> float:
    """The weight of a rule after the evidence, from 0 to 1; ``given`` itself where there is none.

    It is the mean of a beta distribution whose prior has ``given`` as its mean (Gelman et al., Bayesian Data Analysis,
    section 2.4).
    """
    known = evidence()
    tally = known.tallies[layer].get(rule, Tally(0, 0))
    return (given * known.strength + tally.right) / (known.strength + tally.read)
