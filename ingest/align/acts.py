"""What a clause has done, to which products, and the case that it is confined to."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ingest.align.words import stem, words
from ingest.packaged import read_toml
from ingest.understand.guarded import Guarded, guarded
from ontology.folding import fold

_ABOUT = re.compile(
    r"\b(?:van|over|uit|bij|na|aan)\s+(?:(?:de|het|deze|die|dit|een|zijn|haar|\w+e)\s+){0,2}$", re.IGNORECASE
)
_SUBJECT = re.compile(r"\s*(?:dit|dat|deze|het|de)\s+", re.IGNORECASE)
_ELLIPTIC = re.compile(r"(?P<first>[^\W\d_]{3,})-\s+(?:en|of)\s+(?:de\s+|het\s+)?$")


BARE = "~"
"""Begins the key of a product that only a head names."""
_LEAST_PART, _PART = 4, 7
_REMEMBERED = 1024
"""For how many texts acts and products are kept: those of a clause are asked for several times in a row."""


@cache
def _acts() -> dict[str, Guarded]:
    raw = read_toml("ingest.align", "data/acts.toml")["acts"]
    return {act: guarded(expression, re.IGNORECASE) for act, expression in raw.items()}


@cache
def _contrasts() -> dict[str, dict[str, re.Pattern[str]]]:
    raw = read_toml("ingest.align", "data/acts.toml")["contrasts"]
    return {
        group: {mark: re.compile(expression, re.IGNORECASE) for mark, expression in marks.items()}
        for group, marks in raw.items()
    }


@cache
def _heads() -> tuple[str, ...]:
    heads: list[str] = read_toml("ingest.align", "data/acts.toml")["products"]["heads"]
    return tuple(map(fold, heads))


@cache
def layers() -> dict[str, str]:
    """The layer of the task that each act belongs to."""
    raw: dict[str, list[str]] = read_toml("ingest.align", "data/acts.toml")["layers"]
    return {act: layer for layer, acts in raw.items() for act in acts}


@lru_cache(maxsize=_REMEMBERED)
def acts_in(text: str) -> tuple[tuple[int, str], ...]:
    """The acts that ``text`` states, each with the position of its words, in order."""
    found = [(match.start(), act) for act, expression in _acts().items() for match in expression.finditer(text)]
    return tuple(sorted(found))


def only_mentioned(text: str, position: int) -> bool:
    """Whether the act at ``position`` is only what another act is about: "een besluit over de evaluatie"."""
    return bool(_ABOUT.search(text, max(0, position - 30), position) or _SUBJECT.fullmatch(text[:position]))


def contrasts_in(text: str) -> tuple[str, ...]:
    """The marks of the case that ``text`` is confined to: "presence:without"; none of a group of which it has two."""
    marks = []
    for group, expressions in _contrasts().items():
        found = [mark for mark, expression in expressions.items() if expression.search(text)]
        if len(found) == 1:
            marks.append(f"{group}:{found[0]}")
    return tuple(marks)


def is_bare(word: str) -> bool:
    """Whether a product is named by a head alone ("de begroting"), which tells not which one."""
    plain = fold(word)
    return plain in _heads() or stem(plain) in {stem(head) for head in _heads()}


def kind_of_product(word: str) -> str | None:
    """What sort of product a compound names: its first part and the family of its head ("meerjaren plan"); None for a
    word that is nothing but a head.
    """
    plain = fold(word)
    families: dict[str, list[str]] = read_toml("ingest.align", "data/acts.toml")["families"]
    for family, heads in families.items():
        head = next((head for head in sorted(map(fold, heads), key=len, reverse=True) if plain.endswith(head)), None)
        first = plain[: -len(head)] if head else ""
        if len(first) >= _LEAST_PART:
            return f"{first[:_PART]} {family}"
    return None


@lru_cache(maxsize=_REMEMBERED)
def products_in(text: str) -> tuple[tuple[int, int, str], ...]:
    """The plans, papers and products that ``text`` names: position and stem, compounds as one word. A first part that
    stands by itself has the plainest head: "beleids- en werkplan" names a "beleidsplan".
    """
    found = []
    for start, end, word in words(text):
        plain = fold(word)
        if not plain.endswith(_heads()):
            continue
        found.append((start, end, stem(word)))
        before = _ELLIPTIC.search(text, max(0, start - 40), start)
        if before is not None:
            head = min((head for head in _heads() if plain.endswith(head)), key=len)
            found.append((before.start(), end, stem(before["first"] + head)))
    return tuple(found)
