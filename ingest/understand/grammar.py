"""Closed classes of Dutch words (``data/grammar.toml``)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ingest.packaged import read_toml


@dataclass(frozen=True, slots=True)
class Grammar:
    """Sets of words in lower case; what each holds stands in the data file."""

    subordinators: frozenset[str]
    openers: frozenset[str]
    not_openers: frozenset[str]
    samples: frozenset[str]
    modals: frozenset[str]
    auxiliaries: frozenset[str]
    particles: frozenset[str]
    joins: frozenset[str]
    questions: frozenset[str]
    imperatives: frozenset[str]
    pointers: frozenset[str]
    towards: frozenset[str]


@cache
def grammar() -> Grammar:
    """The packaged word classes, read once."""
    return Grammar(
        **{name: frozenset(words) for name, words in read_toml("ingest.understand", "data/grammar.toml").items()}
    )
