"""Acts: what a question asks who does, when or how, and which clauses state it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from math import log

from ingest.packaged import read_toml
from ontology.folding import fold

_MOST = 4.0


def acts_asked(question: str) -> frozenset[str]:
    """The acts that ``question`` asks after ("Wie stelt het plan vast?": adopt)."""
    return _acts_in(question, "asked")


def acts_said(text: str, among: Iterable[str]) -> frozenset[str]:
    """Those acts ``among`` that a clause with this ``text`` states."""
    return _acts_in(text, "said", among)


def fits_of_acts(question: str, texts: Sequence[str]) -> list[float]:
    """For each of ``texts`` how much it states of what ``question`` asks after (0 to 1), an act weighing more the fewer
    of the texts state it.
    """
    asked = acts_asked(question)
    said = [acts_said(text, asked) for text in texts]
    rarity = {act: log((len(texts) + 1) / (sum(act in one for one in said) + 1)) for act in sorted(asked)}
    return [min(1.0, sum(rarity[act] for act in sorted(one)) / _MOST) for one in said]


def _acts_in(text: str, column: str, among: Iterable[str] | None = None) -> frozenset[str]:
    folded, patterns = fold(text), _patterns(column)
    return frozenset(act for act in (patterns if among is None else among) if patterns[act].search(folded))


@cache
def _patterns(column: str) -> Mapping[str, re.Pattern[str]]:
    table: Mapping[str, Mapping[str, str]] = read_toml("api.ask", "acts.toml")["acts"]
    return {act: re.compile(patterns[column]) for act, patterns in table.items()}
