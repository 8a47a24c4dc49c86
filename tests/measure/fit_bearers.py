"""Fit the weights of ingest/understand/data/choice.toml to the labelled agreements.

    fit_bearers.py [--check]

Every labelled agreement that was not kept for testing is read; each norm without bearers that fits a labelled norm
gives one choice among candidates. The weights are those with the highest likelihood of the labelled candidates, the
chance of each being the softmax of its weighted sum; the squared weights are held against it (a conditional logit:
McFadden, Conditional logit analysis of qualitative choice behavior, 1974). First it is told how often each eighth of
the agreements is right with the weights that the others give, at several least chances; then the weights of all are
written, unless ``--check`` asks for the table alone.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
from fitting import least, loss_of_choices
from labelled import labels_of, predictions_of, read_lines, read_names
from product import AGREEMENTS, REGULATIONS, ROOT, labelled_texts
from scoring import compare

from ingest.understand import statements as stage
from ingest.understand.choice.candidates import Features, candidates
from ingest.understand.choice.choosing import Weights, likeliest
from ingest.understand.choice.setting import Candidate, setting_of

sys.path.insert(0, str(REGULATIONS))
from reading import records, understood_alone

TARGET = ROOT / "ingest" / "understand" / "data" / "choice.toml"
LEAST = 0.3
_FOLDS, _PENALTY = 8, 1.0
_LEASTS = (0.0, 0.3, 0.4, 0.5)
_HEAD = """\
# How much each feature of a candidate counts when it is asked whom a norm is for that names nobody, and the least
# chance with which somebody is named. What each feature is stands in ingest/understand/choice/candidates.py.
# Made by: python tests/measure/fit_bearers.py
# From: {choices} norms of {documents} agreements.
"""


@dataclass(frozen=True, slots=True)
class Choice:
    """The candidates of one norm of an agreement, and which of them are as labelled."""

    document: str
    candidates: Mapping[Candidate, Features]
    right: frozenset[Candidate]


def main() -> None:
    """Print the table and write the weights."""
    parser = argparse.ArgumentParser(description="Fit the weights by which bearers are chosen.")
    parser.add_argument("--check", action="store_true", help="show the table and write nothing")
    check = parser.parse_args().check
    found = list(choices())
    names = sorted({name for choice in found for features in choice.candidates.values() for name in features})
    print(f"{len(found)} norms\nleast chance, named, of these right, rightly nobody")
    unseen = list(_unseen(found, names))
    for chance in _LEASTS:
        print(chance, *_counts(unseen, chance))
    if not check:
        TARGET.write_text(_as_toml(found, fit(found, names)), encoding="utf-8")


def choices() -> Iterator[Choice]:
    """The norms without bearers in the labelled agreements."""
    labels = read_lines(AGREEMENTS / "dev.jsonl")
    for name, path in labelled_texts(labels).items():
        yield from _choices(name, path, [label for label in labels if label["document"] == name])


def _choices(document: str, path: Path, labels: Sequence[Mapping[str, Any]]) -> Iterator[Choice]:
    names = read_names(AGREEMENTS / "actors.json")
    with patch.object(stage, "choose_bearers", side_effect=lambda *given: given[1]) as asked:
        read, registry = understood_alone(path)
    units, judged, tree = asked.call_args.args
    setting = setting_of(units, judged, tree)
    spans = [stage.evidence_span(unit.clause.mapped, read.source.text) for unit in units]
    turns = {(span.start, span.end): turn for turn, span in enumerate(spans)}
    compared = compare(predictions_of(records(read.statements, registry), names), labels_of(labels, names))
    for prediction, label in compared.pairs:
        if prediction.norm and label.norm and not prediction.bearers:
            found = candidates(setting, turns[prediction.start, prediction.end])
            called = {one: names.keys(document, [registry.actors[key].label for key in one]) for one in found}
            yield Choice(document, found, frozenset(one for one in found if called[one] == label.keys))


def fit(found: Sequence[Choice], names: Sequence[str]) -> Weights:
    """The likeliest weights for choices of which a candidate is right."""
    tables = [
        (
            np.array([[features.get(name, 0.0) for name in names] for features in choice.candidates.values()]),
            np.array([one in choice.right for one in choice.candidates]),
        )
        for choice in found
        if choice.right
    ]
    fitted = least(loss_of_choices(tables, _PENALTY), len(names))
    return Weights(dict(zip(names, map(float, fitted), strict=True)), LEAST)


def _unseen(found: Sequence[Choice], names: Sequence[str]) -> Iterator[tuple[Choice, Candidate, float]]:
    """Each choice with what the weights choose that the other agreements give, and its chance."""
    documents = sorted({choice.document for choice in found})
    random.Random(1).shuffle(documents)
    for fold in range(_FOLDS):
        left = set(documents[fold::_FOLDS])
        weights = fit([choice for choice in found if choice.document not in left], names)
        yield from ((one, *likeliest(one.candidates, weights)) for one in found if one.document in left)


def _counts(chosen: Sequence[tuple[Choice, Candidate, float]], least: float) -> tuple[int, int, int]:
    said = [(choice, bearers if chance >= least else ()) for choice, bearers, chance in chosen]
    named = [bearers in choice.right for choice, bearers in said if bearers]
    return len(named), sum(named), sum(() in choice.right for choice, bearers in said if not bearers)


def _as_toml(found: Sequence[Choice], weights: Weights) -> str:
    head = _HEAD.format(choices=len(found), documents=len({choice.document for choice in found}))
    lines = [f"{name} = {weight:.2f}" for name, weight in weights.features.items()]
    return "\n".join([head + f"least = {weights.least}", "", "[features]", *lines, ""])


if __name__ == "__main__":
    main()
