"""Fit the weights of api/ask/weights.toml to the labelled questions, and print them.

    fit_ask.py FOLDER

FOLDER holds a data folder for each of asked.FOLDERS, under that name, and those called agreements and five. The weights
by which clauses are ordered are those with the highest likelihood of the labelled clauses among all that were found for
a question, the chance of a clause being the softmax of its weighted sum; the squared weights are held against it. (Cao
and others, Learning to Rank: From Pairwise Approach to Listwise Approach, ICML 2007.) The chance that a clause answers
is a logistic regression of whether the first clause is a labelled one, over questions that it answers and questions
without an answer. The weights are fitted to all labels; what an unseen question may expect is told by the table that is
printed first: each fifth of the questions answered with the weights that the other four give.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from asked import DECLINED, Record, judge, label_names, on_evidence, sets, subject
from fitting import Loss, least, loss_of_choices

from api.ask.asking import answer_of, ranked_clauses
from api.ask.names import names_of
from api.ask.question import read_question
from api.ask.ranking import packaged_weights
from api.search import open_searcher
from ingest.publish import current

_ORDER_PENALTY, _CHANCE_PENALTY, _SCORE_PENALTY = 0.15, 0.3, 30.0
_DECLINED_WEIGHT = 1.3
_FOLDS = 5
_LED = ("score", "lead")


@dataclass(frozen=True, slots=True)
class Case:
    """A question with the features of its clauses, which of them are labelled, and with which the answer is right."""

    name: str
    question: Record
    features: Sequence[Mapping[str, float]]
    labelled: np.ndarray
    right: np.ndarray

    def table(self, names: Sequence[str]) -> np.ndarray:
        return np.array([[one[name] for name in names] for one in self.features]).reshape(-1, len(names))


@dataclass(frozen=True, slots=True)
class Fitted:
    """The weights by the names of their features; the last of ``chance`` is the bias."""

    order: np.ndarray
    chance: np.ndarray

    def first(self, case: Case, names: Sequence[str], chances: Sequence[str]) -> tuple[int, float]:
        """Which clause comes first, and the chance that it answers."""
        scores = case.table(names) @ self.order
        place = int(np.argmax(scores))
        return place, float(1 / (1 + np.exp(-_row(case, place, scores, chances) @ self.chance)))


def cases(folder: Path) -> list[Case]:
    """The questions with what is found for them."""
    found, called = [], label_names()
    for name, questions in sets().items():
        generation = current(folder / subject(name))
        with generation.open() as store:
            searcher, names = open_searcher(generation, store), names_of(store)
            for question in questions:
                read = read_question(question["question"], names, searcher)
                ranked = ranked_clauses(read, store, searcher, names)
                places = [one.clause.place for one in ranked]
                labelled = [
                    any(on_evidence(place.document, place.start, place.end, one) for one in question["evidence"])
                    for place in places
                ]
                right = [False] * len(ranked)
                for turn in np.flatnonzero(labelled):
                    answer = answer_of(ranked[turn], read, names, ranked).model_dump(mode="json")
                    right[turn] = judge([question], {question["id"]: [answer]}, called)[0].right
                features = [one.features for one in ranked]
                found.append(Case(name, question, features, np.array(labelled, dtype=bool), np.array(right)))
    return found


def fit(found: Sequence[Case], names: Sequence[str], chances: Sequence[str]) -> Fitted:
    """The weights that the questions in ``found`` give."""
    tables = [(case.table(names), case.labelled) for case in found if case.labelled.any()]
    order = least(loss_of_choices(tables, _ORDER_PENALTY), len(names))
    return Fitted(order, least(_chance_loss(found, order, names, chances), len(chances) + len(_LED) + 1))


def _chance_loss(found: Sequence[Case], order: np.ndarray, names: Sequence[str], chances: Sequence[str]) -> Loss:
    rows, right = [], []
    for case in found:
        if not case.features:
            continue
        scores = case.table(names) @ order
        first = int(np.argmax(scores))
        if case.question["intent"] == DECLINED or case.labelled[first]:
            rows.append(_row(case, first, scores, chances))
            right.append(float(case.labelled[first]))
    table, wanted = np.array(rows), np.array(right)
    shares = np.where(wanted == 0, _DECLINED_WEIGHT, 1.0)
    held = np.array([*(_CHANCE_PENALTY for _ in chances), _SCORE_PENALTY, _CHANCE_PENALTY, 0.0])

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        sums = table @ weights
        total = shares @ (np.logaddexp(0, sums) - wanted * sums) + held @ weights**2
        return float(total), table.T @ (shares * (1 / (1 + np.exp(-sums)) - wanted)) + 2 * held * weights

    return loss


def _row(case: Case, place: int, scores: np.ndarray, chances: Sequence[str]) -> np.ndarray:
    """What the chance rests on: features, the score, how far that is ahead of the next, and 1 for the bias."""
    ahead = float(np.diff(np.sort(scores)[-2:])[0]) if len(scores) > 1 else 0.0
    return np.array([*(case.features[place][name] for name in chances), scores[place], ahead, 1.0])


def unseen(found: Sequence[Case], names: Sequence[str], chances: Sequence[str], threshold: float) -> dict[str, str]:
    """By set and over all how many questions are right that had no part in the weights they are answered with."""
    turns = np.random.default_rng(1).permutation(len(found)) % _FOLDS
    right: dict[str, list[bool]] = defaultdict(list)
    for fold in range(_FOLDS):
        fitted = fit([case for case, turn in zip(found, turns, strict=True) if turn != fold], names, chances)
        for case, turn in zip(found, turns, strict=True):
            if turn == fold:
                place, chance = fitted.first(case, names, chances) if case.features else (0, 0.0)
                declined = case.question["intent"] == DECLINED
                good = chance < threshold if declined else chance >= threshold and bool(case.right[place])
                right[case.name].append(good)
    right["all"] = [one for several in right.values() for one in several]
    return {name: f"{sum(several)} of {len(several)}" for name, several in right.items()}


def main() -> None:
    """Print what an unseen question may expect, and the tables of weights.toml."""
    found, present = cases(Path(sys.argv[1])), packaged_weights()
    names = list(present.order)
    chances = [name for name in present.chances if name not in _LED]
    for name, count in sorted(unseen(found, names, chances, present.threshold).items()):
        print(f"# {name:<24} {count}")
    fitted = fit(found, names, chances)
    print("\n[order]", *(f"{name} = {value:.2f}" for name, value in zip(names, fitted.order, strict=True)), sep="\n")
    told = zip((*chances, *_LED, "bias"), fitted.chance, strict=True)
    print("\n[chances]", *(f"{name} = {value:.2f}" for name, value in told), sep="\n")


if __name__ == "__main__":
    main()
