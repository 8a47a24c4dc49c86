"""Which agreements a question points to: by the sort that heads a title, by words of a title, by year."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from api.ask.names import Names
from api.ask.terms import Terms
from api.records.models import Document
from api.search.question import Question
from api.search.thesaurus import Stems
from ingest.index import plain_words
from ingest.packaged import read_toml
from ontology.folding import fold

_SURE = 1.0
_LIKELY = 0.6
_LEAST_STEM = 4
_YEAR = re.compile(r"(?:19|20)\d\d")


def named_agreements(question: Question, names: Names, terms: Terms) -> Mapping[str, float]:
    """How surely ``question`` points to each agreement; those that it does not point to are left out.

    The sort of an agreement ("evaluatie", "samenwerkingsconvenant") that heads its title and no other is sure, and so
    is a year beside any sort; a sort elsewhere in a title or in the name of what an annex belongs to, or a year by
    itself, is likely, and so is any sort beside a year of none. "De overeenkomst" by itself points to none.
    """
    text = question.text
    sorts, parts = _sorts_in(text), _parts_in(question, frozenset(terms(_data()["generic"])))

    def meant(word: str) -> bool:
        return word.endswith(sorts) or any(all(part in word for part in several) for several in parts)

    headed = [one.id for one in names.documents if meant(_head(one))]
    found = {one.id: _LIKELY for one in names.documents if any(meant(word) for word in _words(one))}
    found |= dict.fromkeys(headed, _SURE if len(headed) == 1 else _LIKELY)
    dated = names.dated(text)
    if not dated and _YEAR.search(text):
        return dict.fromkeys(found, _LIKELY)
    if dated and any(_pattern("beside").search(word) for word in plain_words(text)):
        return dict.fromkeys(dated, _SURE) | {one: value for one, value in found.items() if value == _SURE}
    found |= {document: max(found.get(document, 0.0), _LIKELY) for document in dated}
    sure = {document: value for document, value in found.items() if value == _SURE}
    return sure or found


def pointing_words(text: str) -> str:
    """The words of ``text`` that say of which agreement something is asked: sorts of agreements, and years."""
    folded = fold(text)
    called = " ".join(asked for asked, pattern in _called() if pattern.search(folded))
    own = (word for word in plain_words(text) if _is_sort(word) or _YEAR.fullmatch(word))
    return " ".join((*own, called))


def _parts_in(question: Question, generic: frozenset[str]) -> list[Stems]:
    """The sorts that the question paraphrases by the parts of one long word: "agreement between more parties"."""
    several = [tuple(filter(_is_long, stems)) for idea in question.ideas for stems in idea]
    return [stems for stems in several if len(stems) > 1 and not generic.isdisjoint(stems)]


def _is_long(stem: str) -> bool:
    return len(stem) >= _LEAST_STEM


def _sorts_in(text: str) -> tuple[str, ...]:
    table: Mapping[str, str] = read_toml("api.ask", "agreements.toml")["called"]
    folded = fold(text)
    called = (word for asked, pattern in _called() if pattern.search(folded) for word in table[asked].split())
    words = {*(word for word in plain_words(text) if _is_sort(word)), *called}
    return tuple(words - set(_data()["generic"].split()))


def _head(document: Document) -> str:
    """The first sort of agreement in the title."""
    return next((word for word in plain_words(document.title) if _is_sort(word)), "")


def _words(document: Document) -> set[str]:
    return set(plain_words(f"{document.title} {(document.annex_of or '').replace('-', ' ')}"))


def _is_sort(word: str) -> bool:
    return _pattern("sorts").search(word) is not None


@cache
def _called() -> tuple[tuple[str, re.Pattern[str]], ...]:
    table: Mapping[str, str] = read_toml("api.ask", "agreements.toml")["called"]
    return tuple((asked, re.compile(rf"\b{re.escape(asked)}\b")) for asked in table)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(_data()[name])


def _data() -> Mapping[str, str]:
    table: Mapping[str, str] = read_toml("api.ask", "agreements.toml")["agreements"]
    return table
