"""A clause as the classifier reads it, and what it tells of one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ingest.model.statements import Kind

Chances = Mapping[Kind | None, float]
"""How likely a clause is of each kind, or states nothing (None)."""


@dataclass(frozen=True, slots=True)
class Passage:
    """``words`` of a clause with its surroundings.

    ``place`` says in a word or two where it stands ("item", "cell parties"); then come the two nearest ``headings``,
    the ``lead`` of its list, and the head of its table ``row``. All but the words may be empty.
    """

    words: str
    place: str = ""
    headings: str = ""
    lead: str = ""
    row: str = ""
