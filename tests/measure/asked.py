"""Answers to questions against labels: which are right, by intent and language.

The rules are those of the labels: the first answer must cite a labelled clause (more than a fifth of their joint
stretch, or more than half of the shorter, in common), name every labelled actor and hold the labelled value; a
question that the agreements do not answer must have no answer.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from labelled import Names, read_lines, read_names
from product import AGREEMENTS, ROOT

LABELS = ROOT / "tests" / "labels" / "asked"
FOLDERS = {"corpus": ROOT / "corpus", "other": LABELS / "agreements"}
"""The agreements that a set of questions is about, by what its name begins with; those of "agreements" and "five" are
told by ``searching.searched_agreements``."""
DECLINED = "unanswerable"
_LEAST_JOINT = 0.2
_LEAST_SHORTER = 0.5

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Judged:
    """A question with what is right about its first answer: the clause that it cites, and the whole of it."""

    question: Record
    cited: bool
    right: bool


def label_names() -> Names:
    """The names under which an answer may give a labelled actor: everywhere, and in each of the made-up agreements."""
    return Names(read_names(LABELS / "names.json").everywhere, read_names(AGREEMENTS / "actors.json").within)


def judge(questions: Iterable[Record], answers: Mapping[str, Sequence[Record]], names: Names) -> list[Judged]:
    """Each question with whether its first answer is right; ``answers`` by the question's id."""
    return [_judged(question, (answers.get(question["id"]) or [None])[0], names) for question in questions]


def answers_in(lines: bytes) -> dict[str, list[Record]]:
    """The answers by question in what ``afspraken ask --from`` writes."""
    records = (json.loads(line) for line in lines.decode("utf-8").splitlines() if line.strip())
    return {record["id"]: record["answers"] for record in records}


def sets() -> dict[str, list[dict[str, Any]]]:
    """The labelled questions by the name of their file."""
    return {path.stem: read_lines(path) for path in sorted(LABELS.glob("*.jsonl"))}


def subject(name: str) -> str:
    """Which of FOLDERS the set of questions called ``name`` is about."""
    return name.partition("-")[0]


def report(judged: Sequence[Judged]) -> str:
    """The share that is right by language and intent, and over all."""
    groups: dict[str, list[Judged]] = defaultdict(list)
    for one in judged:
        groups[f"{one.question['lang']} {one.question['intent']}"].append(one)
    lines = [f"  {name:<24} {_count(groups[name])}" for name in sorted(groups)]
    for language in ("nl", "en"):
        lines.append(f"right, {language:<19} {_count([one for one in judged if one.question['lang'] == language])}")
    declined = [one for one in judged if one.question["intent"] == DECLINED]
    asked = [one for one in judged if one.question["intent"] != DECLINED]
    lines.append(f"cites the right clause     {sum(one.cited for one in asked)} of {len(asked)}")
    lines.append(f"declined as it should      {_count(declined)}")
    lines.append(f"right                      {_count(judged)}")
    return "\n".join(lines)


def on_evidence(document: str, start: int, end: int, evidence: Record) -> bool:
    """Whether a place has enough in common with a labelled one."""
    first, last = evidence["span"]
    joint = min(end, last) - max(start, first)
    if document != evidence["document"] or joint <= 0:
        return False
    whole, shorter = max(end, last) - min(start, first), min(end - start, last - first)
    return bool(joint / whole > _LEAST_JOINT or joint / shorter > _LEAST_SHORTER)


def _count(judged: Sequence[Judged]) -> str:
    right = sum(one.right for one in judged)
    return f"{right} of {len(judged)} ({right / len(judged):.2f})" if judged else "none"


def _judged(question: Record, answer: Record | None, names: Names) -> Judged:
    if question["intent"] == DECLINED or answer is None:
        return Judged(question, False, question["intent"] == DECLINED and answer is None)
    place = answer["document"], answer["start"], answer["end"]
    cited = any(on_evidence(*place, evidence) for evidence in question["evidence"])
    document = answer["document"]
    wanted = names.keys(document, question["actors"])
    named = names.keys(document, (actor["label"] for actor in answer["actors"]))
    said = answer["value"] or f"{answer['answer']} {answer['text']}"
    return Judged(question, cited, cited and wanted <= named and _holds(said, question["value"]))


def _holds(said: str, value: str | None) -> bool:
    return value is None or any(_plain(one) in _plain(said) for one in value.split("|"))


def _plain(text: str) -> str:
    ascii_only = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", " ", ascii_only).strip()
