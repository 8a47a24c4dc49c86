"""The SPARQL that finds the clause of an answer: a named question with its parameters bound."""

from __future__ import annotations

from collections.abc import Iterator

from api.ask.clauses import Clause
from api.ask.question import Question
from ingest.index import plain_words
from ingest.packaged import read_toml
from ingest.store import Store
from ontology.queries import NamedQuery, query

_OTHERWISE = "otherwise"
_LEAST_LETTERS = 4
_MOST_WORDS = 3


def competency_query(question: Question, clause: Clause | None, store: Store) -> str:
    """The first named question for the intent of ``question`` whose rows have ``clause``, bound to the words that
    both have and to the agreement; without a clause the one that would have found it.
    """
    several = list(_bound(question, clause))
    if clause is not None:
        for text in several:
            rows = store.select(text).records()
            if any((row["document"], row["start"]) == (clause.place.document, clause.place.start) for row in rows):
                return text
    return several[0]


def _bound(question: Question, clause: Clause | None) -> Iterator[str]:
    table = read_toml("api.ask", "competency.toml")["queries"]
    for entry in (*table.get(question.intent.name, ()), *table[_OTHERWISE]):
        named = query(entry["query"])
        words = _words(question, clause)
        needed = {one.name for one in named.parameters if one.required}
        document = clause.place.document if clause and (question.documents or "document" in needed) else None
        values = {"words": " ".join(words) or None, "document": document}
        if all(values.get(name) for name in needed):
            yield _select(named, values)


def _select(named: NamedQuery, values: dict[str, str | None]) -> str:
    known = {one.name for one in named.parameters}
    return named.bind({name: value for name, value in values.items() if name in known})


def _words(question: Question, clause: Clause | None) -> list[str]:
    """The words of the question, or of its meaning, as they stand in the clause; the rarest first."""
    rarest_first = sorted(question.wanted, key=lambda one: -one.weight)
    stems = [stem for one in rarest_first for form in one.forms for stem in form if len(stem) >= _LEAST_LETTERS]
    if clause is None:
        return list(dict.fromkeys(stems))[:_MOST_WORDS]
    there = plain_words(f"{clause.action} {clause.place.text}")
    shared = [word for stem in stems for word in there if word.startswith(stem)]
    return list(dict.fromkeys(shared))[:_MOST_WORDS]
