"""How much of a question stands in the title of each agreement."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from math import log

from api.ask.names import Names
from api.ask.question import Question
from api.ask.terms import Sought, Terms

_STRONG = 0.5


def title_terms(names: Names, documents: Iterable[str], terms: Terms) -> dict[str, frozenset[str]]:
    """The terms of the title and the id of each of ``documents``."""
    wanted = set(documents)
    return {
        one.id: frozenset(terms(f"{one.title} {one.id.replace('-', ' ')}"))
        for one in names.documents
        if one.id in wanted
    }


def pointed(wanted: Sequence[Sought], titles: Mapping[str, Set[str]]) -> dict[str, float]:
    """How strongly the words of a question point to each title: 1 for a word that no other title has, less for one that
    several have, nothing for one that all have.
    """
    scores = dict.fromkeys(titles, 0.0)
    vocabulary = frozenset[str]().union(*titles.values())
    for one in (one.widened(vocabulary) for one in wanted):
        there = {document: found for document, own in titles.items() if (found := one.found_in(own))}
        telling = _telling(len(there), len(titles))
        for document, found in there.items():
            scores[document] += telling * found
    return {document: min(1.0, score) for document, score in scores.items()}


def pointed_to(question: Question, names: Names, found: Iterable[str], terms: Terms) -> list[str]:
    """The agreements that ``question`` surely points to, and those among ``found`` whose titles have most of it."""
    scores = pointed(question.wanted, title_terms(names, found, terms))
    most = max(scores.values(), default=0.0)
    titled = [document for document, score in scores.items() if score == most >= _STRONG]
    return sorted({*titled, *(document for document, value in question.documents.items() if value == 1.0)})


def _telling(having: int, among: int) -> float:
    return log((among + 1) / (having + 1)) / log((among + 1) / 2) if 0 < having < among else 0.0
