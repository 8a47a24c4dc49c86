"""The term and the meaning of a definition (``data/definitions.toml``)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ingest.packaged import read_toml

_QUOTES = " “”„\"‘’'"


@dataclass(frozen=True, slots=True)
class DefinitionPattern:
    """A way to write a definition; ``expression`` has the groups ``term`` and ``meaning``."""

    id: str
    expression: re.Pattern[str]
    example: str
    term: str


@dataclass(frozen=True, slots=True)
class _Data:
    patterns: tuple[DefinitionPattern, ...]
    pronouns: frozenset[str]
    articles: re.Pattern[str]


@cache
def _data() -> _Data:
    raw = read_toml("ingest.understand", "data/definitions.toml")
    patterns = tuple(
        DefinitionPattern(p["id"], re.compile(p["expression"], re.DOTALL), p["example"], p["term"])
        for p in raw["pattern"]
    )
    return _Data(patterns, frozenset(raw["pronouns"]), re.compile(raw["articles"], re.IGNORECASE))


def definition_patterns() -> tuple[DefinitionPattern, ...]:
    """The packaged patterns in their order."""
    return _data().patterns


def term_and_meaning(text: str) -> tuple[str, str] | None:
    """The term that ``text`` defines, without its article, and what it means; None when no term is named.

    The meaning is empty where the definition only gives a name to what went before.
    """
    data = _data()
    for pattern in data.patterns:
        match = pattern.expression.match(text)
        if match:
            term = data.articles.sub("", match["term"].strip(_QUOTES)).strip(_QUOTES)
            named = term and term.lower().split()[0] not in data.pronouns
            return (term, match["meaning"].strip()) if named else None
    return None
