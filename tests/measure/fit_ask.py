"""Fit the weights of api/ask/weights.toml to the labelled questions, and print them.

    fit_ask.py DATA OTHER

DATA is a data folder built from the corpus, OTHER one built from tests/labels/asked/agreements. The weights by which
clauses are ordered are those with the highest mean reciprocal rank of the first labelled clause, found by random steps
from the present ones, far steps being held against them. The chance that a clause answers is a logistic regression of
whether the first clause is a labelled one, over questions that it answers and questions without an answer; the squared
weights are held against them. The threshold is where most of these questions come out right. Both halves of the labels
are read; what an unseen question may expect was measured before (docs/asking.md).
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from asked import DECLINED, Record, on_evidence, sets

from api.ask.asking import ranked_clauses
from api.ask.names import names_of
from api.ask.question import read_question
from api.ask.ranking import packaged_weights
from api.search import open_searcher
from ingest.publish import current

_STEPS = 2000
_STIFFNESS = 0.002
_PENALTY = 0.003
_RATE, _ROUNDS = 0.3, 6000
_DECLINED_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Case:
    """A question with the features of its clauses, a row each, and which of them are labelled."""

    question: Record
    features: Sequence[Mapping[str, float]]
    labelled: np.ndarray

    def table(self, names: Sequence[str]) -> np.ndarray:
        return np.array([[one[name] for name in names] for one in self.features])


def cases(folders: Mapping[str, Path]) -> list[Case]:
    """The questions with what is found for them; a set is asked of the folder that its name begins with."""
    found = []
    for name, questions in sets().items():
        generation = current(folders[name.partition("-")[0]])
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
                found.append(Case(question, [one.features for one in ranked], np.array(labelled, dtype=bool)))
    return found


def fit_order(found: Sequence[Case], start: Mapping[str, float]) -> dict[str, float]:
    """The weights by which labelled clauses come first."""
    names = list(start)
    tables = [(case.table(names), case.labelled) for case in found if case.labelled.any()]
    begin = np.array([start[name] for name in names])

    def worth(weights: np.ndarray) -> float:
        ranks = 0.0
        for table, labelled in tables:
            scores = table @ weights
            ranks += 1 / (1 + (scores > scores[labelled].max()).sum())
        return float(ranks / len(tables) - _STIFFNESS * (((weights - begin) / (begin + 1)) ** 2).sum())

    chance = np.random.default_rng(1)
    best, most = begin, worth(begin)
    for _ in range(_STEPS):
        tried = best.copy()
        place = chance.integers(len(names))
        tried[place] = max(0.0, tried[place] * np.exp(0.4 * chance.normal()) + 0.1 * chance.normal())
        if (now := worth(tried)) > most:
            best, most = tried, now
    return dict(zip(names, best.round(2).tolist(), strict=True))


def fit_chances(found: Sequence[Case], order: Mapping[str, float], names: Sequence[str]) -> tuple[list[float], float]:
    """The weights of ``names`` and the bias."""
    weights = np.array(list(order.values()))
    rows, right = [], []
    for case in found:
        if not case.features:
            continue
        first = int(np.argmax(case.table(list(order)) @ weights))
        if case.question["intent"] == DECLINED or case.labelled[first]:
            rows.append([*(case.features[first][name] for name in names), 1.0])
            right.append(float(case.labelled[first]))
    table, wanted = np.array(rows), np.array(right)
    shares = np.where(wanted == 0, _DECLINED_SHARE * wanted.sum() / max(1.0, (wanted == 0).sum()), 1.0)
    fitted = np.zeros(table.shape[1])
    for _ in range(_ROUNDS):
        said = 1 / (1 + np.exp(-table @ fitted))
        slope = table.T @ (shares * (said - wanted)) / len(wanted)
        fitted -= _RATE * (slope + _PENALTY * np.append(fitted[:-1], 0.0))
    return fitted[:-1].round(2).tolist(), float(fitted[-1].round(2))


def main() -> None:
    """Print the tables of weights.toml."""
    found = cases({"corpus": Path(sys.argv[1]), "other": Path(sys.argv[2])})
    present = packaged_weights()
    order = fit_order(found, present.order)
    chances, bias = fit_chances(found, order, list(present.chances))
    print("[order]", *(f"{name} = {value}" for name, value in order.items()), sep="\n")
    print("\n[chances]", *(f"{name} = {value}" for name, value in zip(present.chances, chances, strict=True)), sep="\n")
    print(f"\n[certainty]\nbias = {bias}")


if __name__ == "__main__":
    main()
