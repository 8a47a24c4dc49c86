"""How well a clause answers a question: which of its ideas it has, and whether it is the sort of clause that answers.

A clause counts an idea once, by the term for it that is nearest and rarest, so that one idea in many words does not
outweigh two ideas; what stands only above the clause, or in the title of its agreement, counts less.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import log

from api.search.question import Idea, Question
from api.search.thesaurus import Stems
from ingest.index import Found

_ABOVE, _IN_TITLE = 0.6, 0.25
_USUAL_LENGTH, _PER_TERM = 12, 0.01
_STATEMENT, _TRAIT = 0.15, 0.25
_STATEMENT_NEAR, _TRAIT_NEAR = 0.05, 0.1
_ASKING = 0.7


class Ranker:
    """Orders clauses by how well they answer; ``terms`` says in how many of ``clauses`` clauses each term stands."""

    def __init__(self, terms: Mapping[str, int], clauses: int) -> None:
        self._terms, self._clauses = terms, clauses

    def by_words(self, question: Question, found: Iterable[Found]) -> list[Found]:
        """The clauses by the ideas of the question that they have."""
        ideas = [self._weighed(idea) for idea in question.ideas]
        return sorted(
            found,
            key=lambda one: -_coverage(ideas, one) * _promise(one, question, statement=_STATEMENT, trait=_TRAIT),
        )

    def by_meaning(self, question: Question, found: Iterable[Found]) -> list[Found]:
        """The clauses by how near they are in meaning, which is their score."""
        return sorted(
            found,
            key=lambda one: -one.score * _promise(one, question, statement=_STATEMENT_NEAR, trait=_TRAIT_NEAR),
        )

    def _weighed(self, idea: Idea) -> list[tuple[Stems, float]]:
        return [
            (stems, nearness * sum(map(self.rarity, stems)) / len(stems) ** 0.5) for stems, nearness in idea.items()
        ]

    def rarity(self, term: str) -> float:
        """The inverse document frequency of BM25."""
        has = self._terms.get(term, 0)
        return log(1 + (self._clauses - has + 0.5) / (has + 0.5))


def _coverage(ideas: Iterable[Iterable[tuple[Stems, float]]], found: Found) -> float:
    words = set(found.word_terms)
    above = words.union(found.context_terms)
    title = words.union(found.title_terms)

    def share(stems: Stems) -> float:
        if words.issuperset(stems):
            return 1.0
        return _ABOVE if above.issuperset(stems) else _IN_TITLE if title.issuperset(stems) else 0.0

    covered = sum(max((share(stems) * weight for stems, weight in idea), default=0.0) for idea in ideas)
    return covered / (1 + _PER_TERM * max(0, len(words) - _USUAL_LENGTH))


def _promise(found: Found, question: Question, *, statement: float, trait: float) -> float:
    """How much likelier than any clause this one answers: statements do, and more so those with what is asked for; what
    asks itself hardly does.
    """
    fits = not question.traits.isdisjoint(found.traits)
    asks = found.text.rstrip().endswith("?")
    return (1 + statement * (found.statement is not None)) * (1 + trait * fits) * (_ASKING if asks else 1)
