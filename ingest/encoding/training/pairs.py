"""Questions in everyday words with the clauses that answer them, and other clauses of the same text that do not."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sentence_transformers import SentenceTransformer

from ingest.encoding.passages import passage

QUESTIONS = Path(__file__).with_name("questions.jsonl")
_PASSED, _DEEPEST = 2, 32
_SHORTEST = 15

Place = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause as it is embedded: its words, and below what they stand (outermost first)."""

    place: Place
    words: str
    above: tuple[str, ...]

    def passage(self, depth: int) -> str:
        """The words after the ``depth`` nearest things above them."""
        return passage(self.words, self.above[-depth:])


@dataclass(frozen=True, slots=True)
class Pair:
    """A question, the clause that answers it, and clauses that are near in meaning and do not."""

    question: str
    clause: Clause
    others: Sequence[Clause]


def read_clauses(path: Path) -> list[Clause]:
    """The clauses in a file with a record a line: ``document``, ``start``, ``end``, ``words`` and ``above``."""
    records = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return [Clause((one["document"], one["start"], one["end"]), one["words"], tuple(one["above"])) for one in records]


def read_pairs(clauses: Sequence[Clause], base: SentenceTransformer) -> list[Pair]:
    """The questions of QUESTIONS that ``clauses`` answer. The clauses that do not answer are those of the same text
    that ``base`` finds nearest after the first two, which may answer too.
    """
    by_place = {clause.place: clause for clause in clauses}
    of_text: Mapping[str, list[Clause]] = defaultdict(list)
    for clause in clauses:
        if len(clause.words) > _SHORTEST:
            of_text[clause.place[0]].append(clause)
    asked: Mapping[str, list[tuple[str, Clause]]] = defaultdict(list)
    for line in QUESTIONS.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        found = by_place.get((record["document"], record["start"], record["end"]))
        if found is not None:
            asked[found.place[0]].append((record["question"], found))
    return [pair for text, questions in sorted(asked.items()) for pair in _with_others(questions, of_text[text], base)]


def _with_others(
    questions: Sequence[tuple[str, Clause]], clauses: Sequence[Clause], base: SentenceTransformer
) -> list[Pair]:
    passages = base.encode([clause.passage(2) for clause in clauses], normalize_embeddings=True)
    vectors = base.encode([question for question, _ in questions], normalize_embeddings=True)
    pairs = []
    for (question, answer), near in zip(questions, vectors @ passages.T, strict=True):
        order = [clauses[place] for place in np.argsort(-near)]
        apart = [other for other in order if _apart(other, answer)]
        pairs.append(Pair(question, answer, apart[_PASSED:_DEEPEST]))
    return pairs


def _apart(one: Clause, other: Clause) -> bool:
    """Whether the two clauses of one text share no place and no words."""
    (_, start, end), (_, first, last) = one.place, other.place
    return (end <= first or start >= last) and one.words.lower() != other.words.lower()
