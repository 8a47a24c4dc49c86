"""What a question is bound to that a clause may miss: the thing that it asks which or how many of, and names."""

from __future__ import annotations

import re
from collections.abc import Set
from functools import cache

from api.ask.clauses import Clause
from api.ask.names import Names
from api.ask.question import Question
from api.ask.terms import Terms
from ingest.packaged import read_toml
from ontology.folding import fold

_WORD = re.compile(r"[\w-]+")
_THERE = 0.2
_LONG = 7
_ENDING = 2
_SHORT = 3


def has_focus(question: Question, own: Set[str], terms: Terms) -> bool:
    """Whether ``own`` terms, of a clause and what stands above it, hold the thing that ``question`` asks which, what or
    how many of ("welke boete", "how many chauffeurs"); True when it asks for no such thing.
    """
    match = _asked(question.language).search(fold(question.looked.text))
    if match is None:
        return True
    focus = set(terms(match["thing"]))
    bound = [one for one in question.wanted if one.full and any(focus & set(stems) for stems in one.own)]
    return all(one.widened(own).found_in(own) > _THERE for one in bound[:1])


def names_called(question: Question) -> frozenset[str]:
    """The words in capitals in ``question`` but for its first, folded."""
    return frozenset(fold(word) for word in _WORD.findall(question.looked.text)[1:] if any(map(str.isupper, word)))


def called_in(
    called: frozenset[str], question: Question, clause: Clause, names: Names, own: Set[str]
) -> frozenset[str]:
    """Those of the names ``called`` that ``own`` terms, the words of ``clause`` or an actor in it have."""
    if not called:
        return called
    place = clause.place
    text = fold(" ".join((place.text, place.context, place.section)))
    there = {part.actor.id for part in clause.parts} | names.ids_in(place.text, place.document)
    known = {word for named in question.actors if named.actor.id in there for word in named.words} | question.dated
    return frozenset(word for word in called if word in known or _stem(word) in text or _said(word, question, own))


def _stem(word: str) -> str:
    return word[:-_ENDING] if len(word) > _LONG else word


def _said(word: str, question: Question, own: Set[str]) -> bool:
    """Whether ``own`` terms have the idea of the question that ``word`` stands for."""
    return any(
        one.found_in(own) > _THERE or any(stem.startswith(_stem(word)) for stem in own if len(word) > _SHORT)
        for one in question.wanted
        if any(word.startswith(stem) for stems in one.own for stem in stems)
    )


@cache
def _asked(language: str) -> re.Pattern[str]:
    return re.compile(read_toml("api.ask", "intents.toml")["focus"][language])
