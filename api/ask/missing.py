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
_FULL = 0.5
_THERE = 0.2


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


def has_names(question: Question, clause: Clause, names: Names) -> bool:
    """Whether ``clause``, what stands above it, the title of its agreement or an actor in it has every name that
    ``question`` has in capitals.
    """
    called = [fold(word) for word in _WORD.findall(question.looked.text)[1:] if any(map(str.isupper, word))]
    if not called:
        return True
    place = clause.place
    title = next((one.title for one in names.documents if one.id == place.document), "")
    text = fold(" ".join((place.text, clause.action, place.context, place.section, title)))
    there = {part.actor.id for part in clause.parts} | names.ids_in(place.text, place.document)
    known = {word for named in question.actors if named.actor.id in there for word in named.words}
    return all(word in text or word in known or word in question.dated for word in called)


@cache
def _asked(language: str) -> re.Pattern[str]:
    return re.compile(read_toml("api.ask", "intents.toml")["focus"][language])
