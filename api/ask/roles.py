"""Roles that a question abbreviates or paraphrases, in the names that Dutch agreements give them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from api.search.thesaurus import Language
from ingest.packaged import read_toml
from ontology.folding import fold

_CAPITALS = re.compile(r"\b[A-Z]{2,}\b")


def written_out(question: str) -> str:
    """``question`` with the abbreviations of roles written out."""
    short: Mapping[str, str] = _data()["abbreviations"]
    return _CAPITALS.sub(lambda match: short.get(match.group(), match.group()), question)


def with_roles(question: str, language: Language) -> str:
    """``question`` followed by the names of the roles that it paraphrases."""
    folded = fold(question)
    return " . ".join((question, *(means for pattern, means in _roles(language) if pattern.search(folded))))


@cache
def _roles(language: Language) -> tuple[tuple[re.Pattern[str], str], ...]:
    table: Mapping[str, str] = _data()["roles"][language]
    return tuple((re.compile(rf"\b{re.escape(asked)}\b"), " . ".join(m.split())) for asked, m in table.items())


def _data() -> dict[str, Any]:
    return read_toml("api.ask", "roles.toml")
