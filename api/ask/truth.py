"""Yes or no, from what a question and a clause deny, confine and except."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from api.ask.clauses import Clause, plain
from api.ask.question import Question
from ingest.packaged import read_toml
from ontology.folding import fold


def truth_of(clause: Clause, question: Question) -> str | None:
    """Yes or no in the language of the question; None where the question leaves a choice ("dit of dat?"), which the
    words of the clause answer.

    It is no where only one of the two denies, where the clause forbids, and where the clause confines what the
    question leaves open: to others than those in the question, to consent where the question says "zelf", to
    exceptions where it says "alle", or to less where it says "ook".
    """
    if _says("choices", question.text):
        return None
    denied = _says("negations", _core(clause, question)) != _says("negations", question.text)
    says_no = denied or clause.kind == "prohibition" or _confined(clause, question)
    answers: dict[str, dict[str, str]] = _data()["truth"]
    return answers[question.language]["no" if says_no else "yes"]


def _confined(clause: Clause, question: Question) -> bool:
    text = clause.place.text
    bound = _says("exclusions", text) or _says("singled", question.text)
    return (bound and _of_others(clause, question)) or any(
        _matches(pair["asked"], question.text) and _matches(pair["said"], text) for pair in _data()["confined"]
    )


def _of_others(clause: Clause, question: Question) -> bool:
    """Whether the question names actors, the clause is about others and none of those in the question."""
    there = {part.actor.id for part in clause.parts}
    return bool(question.actor_ids) and bool(there) and question.actor_ids.isdisjoint(there)


def _core(clause: Clause, question: Question) -> str:
    """The part of ``clause`` between commas and contrasts that has most of the question's words."""
    parts = _pattern(_data()["breaks"]).split(plain(clause.place.text))
    words = {stem for one in question.wanted for stems in one.forms for stem in stems}
    return max(parts, key=lambda part: sum(word in fold(part) for word in words))


def _says(name: str, text: str) -> bool:
    return _matches(_data()[name], text)


def _matches(pattern: str, text: str) -> bool:
    return _pattern(pattern).search(fold(text)) is not None


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _data() -> dict[str, Any]:
    return read_toml("api.ask", "truth.toml")
