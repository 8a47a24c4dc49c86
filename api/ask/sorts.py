"""Clauses that seldom answer: what only introduces, why an agreement was made, who makes it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from api.ask.clauses import Clause
from ingest.packaged import read_toml
from ontology.folding import fold


def sorts_of(clause: Clause) -> dict[str, float]:
    """For each sort whether ``clause`` is of it (1 or 0): opening, recital, party."""
    text = fold(" ".join(clause.place.text.split()))
    above = fold(" ".join(clause.place.context.split()))
    own, over = _patterns("text"), _patterns("above")
    return {
        name: float(bool(own[name].search(text)) or (name in over and bool(over[name].search(above)))) for name in own
    }


@cache
def _patterns(where: str) -> Mapping[str, re.Pattern[str]]:
    table: Mapping[str, str] = read_toml("api.ask", "sorts.toml")[where]
    return {name: re.compile(pattern) for name, pattern in table.items()}
