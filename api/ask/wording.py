"""How much of a question stands in clauses, in what stands around them and in their agreements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from api.ask.clauses import Clause
from api.ask.missing import called_in, has_focus, names_called
from api.ask.names import Names
from api.ask.question import Question
from api.ask.terms import Sought, Terms, cover
from api.ask.titles import pointed, title_terms

_ASIDE = 0.5
_NONE = frozenset[str]()


class Wording:
    """Compares the words of ``question`` with those of the clauses that were found for it."""

    def __init__(self, question: Question, clauses: Sequence[Clause], names: Names, terms: Terms) -> None:
        self._question, self._names, self._terms = question, names, terms
        self._own = [frozenset(terms(f"{clause.place.text} {clause.action}")) for clause in clauses]
        self._above = [frozenset(terms(f"{clause.place.context} {clause.place.section}")) for clause in clauses]
        self._titles = title_terms(names, {clause.place.document for clause in clauses}, terms)
        vocabulary = _NONE.union(*self._own, *self._above, *self._titles.values())
        self._wanted = [one.widened(vocabulary) for one in question.wanted]
        self._rarest = max(
            (one for one in self._wanted if one.full and one.known), key=lambda one: one.weight, default=None
        )
        self._topics = self._topics_by_agreement()
        self._points = pointed(question.wanted, self._titles)
        self._called = names_called(question)
        self._clauses = clauses
        self._there = [
            called_in(self._called, question, clause, names, own | above | self._title(clause))
            for clause, own, above in zip(clauses, self._own, self._above, strict=True)
        ]

    def features(self) -> Iterator[Mapping[str, float]]:
        """Those of each clause, in order (see api/ask/features.py)."""
        best = max((clause.place.score for clause in self._clauses), default=1.0) or 1.0
        said, names, first = self._by_agreement()
        beside = self._by_section()
        covers = {document: cover(self._wanted, terms) for document, terms in said.items()}
        for clause, own, above, there in zip(self._clauses, self._own, self._above, self._there, strict=True):
            document, around = clause.place.document, own | above
            yield {
                "search": clause.place.score / best,
                "first": first[document] / best,
                "cover": cover(self._wanted, own),
                "context": cover(self._wanted, own, above),
                "titled": cover(self._wanted, own | self._title(clause), above),
                "beside": cover(self._topics[document], own, above | beside[document, clause.place.section]),
                "agreement": covers[document],
                "rarest": self._of_rarest(own, around),
                "exact": self._exact(own),
                "title": self._points[document],
                "focus": float(has_focus(self._question, around, self._terms)),
                "called": self._share(there),
                "absent": 1.0 - self._share(names[document]),
            }

    def _title(self, clause: Clause) -> frozenset[str]:
        return self._titles.get(clause.place.document, _NONE)

    def _topics_by_agreement(self) -> Mapping[str, Sequence[Sought]]:
        """What the question is about apart from the actors that it names and the words of each agreement's title."""
        called = frozenset(self._terms(" ".join(word for named in self._question.actors for word in named.words)))
        topic = [one for one in self._wanted if one.full and not any(called >= set(own) for own in one.own)]
        return {
            document: [one for one in topic if not one.found_in(title)] or topic or self._wanted
            for document, title in self._titles.items()
        }

    def _by_agreement(self) -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]], dict[str, float]]:
        """By agreement: the terms of its clauses, the names of the question in these, and the best of their scores."""
        said, names, first = (
            dict(self._titles),
            defaultdict[str, frozenset[str]](frozenset),
            defaultdict[str, float](float),
        )
        for clause, own, above, there in zip(self._clauses, self._own, self._above, self._there, strict=True):
            document = clause.place.document
            said[document] |= own | above
            names[document] |= there
            first[document] = max(first[document], clause.place.score)
        return said, names, first

    def _by_section(self) -> Mapping[tuple[str, str], frozenset[str]]:
        terms = defaultdict[tuple[str, str], frozenset[str]](frozenset)
        for clause, own in zip(self._clauses, self._own, strict=True):
            terms[clause.place.document, clause.place.section] |= own
        return terms

    def _of_rarest(self, own: frozenset[str], around: frozenset[str]) -> float:
        if self._rarest is None:
            return 0.0
        return max(self._rarest.found_in(own), _ASIDE * self._rarest.found_in(around))

    def _exact(self, own: frozenset[str]) -> float:
        """The share of the clause's terms that the question has a form of."""
        asked = {stem for one in self._wanted for stems in one.forms for stem in stems}
        return len(own & asked) / len(own) if own else 0.0

    def _share(self, there: frozenset[str]) -> float:
        return len(there) / len(self._called) if self._called else 1.0
