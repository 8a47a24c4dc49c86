"""Closed classes of Dutch words (``data/grammar.toml``)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Grammar:
    """Sets of words in lower case; what each holds stands in the data file."""

    subordinators: frozenset[str]
    openers: frozenset[str]
    not_openers: frozenset[str]
    modals: frozenset[str]
    auxiliaries: frozenset[str]
    particles: frozenset[str]
    joins: frozenset[str]
    questions: frozenset[str]


@cache
def grammar() -> Grammar:
    """The packaged word classes, read once."""
    text = resources.files("ingest.understand").joinpath("data/grammar.toml").read_text(encoding="utf-8")
    return Grammar(**{name: frozenset(words) for name, words in tomllib.loads(text).items()})
