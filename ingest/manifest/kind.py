"""What sort of document an agreement is where nobody stated it.

The kind whose words come first in the title decides, or else in the file's name or a line of the cover: "Evaluatie van
het convenant" is an evaluation, "Convenant evaluatie" an agreement. Words that say little ("rapport") count only beside
a heading of that kind of document, and several such headings count by themselves. A text in articles is no evaluation.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ingest.model.agreement import AgreementKind
from ingest.packaged import read_toml

_HEADING = re.compile(
    r"[#*_ ]*(?:(?:hoofdstuk|deel) )?(?:(?:[ivxlc]+|[\d.]+|[a-z])[.:)]?\s+)?(?P<words>[^\d|]*?)[ .:*_]*\d{0,3}",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"[#*_ ]*artikel \d", re.IGNORECASE)
_ARTICLES = 3
_ENOUGH = 2
_COVER = 8


def guess_kind(title: str, lines: Sequence[str], stem: str) -> AgreementKind:
    """The likely kind of the agreement with this ``title``, these ``lines`` (outer white space trimmed) and this
    file's ``stem``; without any sign an agreement.
    """
    articled = sum(bool(_ARTICLE.match(line)) for line in lines) >= _ARTICLES
    seen = _headings(lines)
    for name in (title, re.sub(r"[-_]+", " ", stem), *_cover(lines)):
        kind = _first_named(name.lower(), seen)
        if kind is not None:
            return AgreementKind.AGREEMENT if articled and kind is AgreementKind.EVALUATION else kind
    return AgreementKind.EVALUATION if len(seen) >= _ENOUGH and not articled else AgreementKind.AGREEMENT


def _cover(lines: Sequence[str]) -> list[str]:
    """The lines that a text opens with, up to its first sentence."""
    printed = [line.strip("#*_ ") for line in lines if line][:_COVER]
    ends = next((i for i, line in enumerate(printed) if line.endswith((".", ":", ";", ","))), len(printed))
    return printed[:ends]


def _first_named(name: str, headings: set[str]) -> AgreementKind | None:
    """The kind whose words come first in ``name``; ``headings`` are those of an evaluation that the text has."""
    found = [
        (match.start(), order, kind)
        for order, (kind, pattern, supported) in enumerate(_words())
        if (headings or not supported) and (match := pattern.search(name))
    ]
    return min(found)[2] if found else None


@cache
def _words() -> list[tuple[AgreementKind, re.Pattern[str], bool]]:
    rows = read_toml("ingest.manifest", "guess.toml")["kind"]["words"]
    return [(AgreementKind(row["kind"]), re.compile(row["expression"]), row.get("supported", False)) for row in rows]


def _headings(lines: Sequence[str]) -> set[str]:
    """The parts of an evaluation that have a heading of their own, each counted once."""
    parts: dict[str, str] = read_toml("ingest.manifest", "guess.toml")["kind"]["evaluation"]
    patterns = {part: re.compile(expression) for part, expression in parts.items()}
    words = {match["words"].lower() for line in lines if len(line) < 80 and (match := _HEADING.fullmatch(line))}
    return {part for part, pattern in patterns.items() if any(pattern.fullmatch(heading) for heading in words)}
