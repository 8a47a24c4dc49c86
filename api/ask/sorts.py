"""Sorts of clauses that seldom answer (what only introduces, why an agreement was made, who makes it), and subjects."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from api.ask.clauses import Clause, plain
from ingest.packaged import read_toml
from ontology.folding import fold


def sorts_of(clause: Clause) -> dict[str, float]:
    """For each sort whether ``clause`` is of it (1 or 0): opening, recital, party."""
    text = fold(plain(clause.place.text))
    above = fold(plain(clause.place.context))
    own, over = _patterns("text"), _patterns("above")
    return {
        name: float(bool(own[name].search(text)) or (name in over and bool(over[name].search(above)))) for name in own
    }


def subject_of(clause: Clause) -> str:
    """What ``clause`` says what it is or what it holds; empty where it says neither."""
    match = _patterns("says")["what"].match(plain(clause.place.text))
    return match["subject"] if match else ""


@cache
def _patterns(where: str) -> Mapping[str, re.Pattern[str]]:
    table: Mapping[str, str] = read_toml("api.ask", "sorts.toml")[where]
    return {name: re.compile(pattern) for name, pattern in table.items()}
