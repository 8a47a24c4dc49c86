"""What lines are gathered into: headings, paragraphs of running text, list items and table rows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from ingest.structure.conventions import conventions
from ingest.structure.lines import opens_lower
from ingest.structure.markers import Marker

_INNER_STOP = re.compile(r"[^\W\d_]{3,}[.!?]\)? +[A-Z]")
_TABBED_NUMBER = re.compile(r"^[\w.()]{1,8}\t+")
_LEGEND = re.compile(r"\S+: \S")


class Form(Enum):
    """What a chunk is taken for."""

    TEXT = auto()
    HEADING = auto()
    ITEM = auto()
    ROW = auto()


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some lines that belong together. ``start`` to ``end`` hold them with their marks, ``ranges`` the words only.

    ``gap`` is true after a paragraph's white space or a page's end; ``hashes`` is the level of a Markdown heading;
    ``word`` and ``number`` are the word and number of a heading such as "Artikel 3"; ``cells`` are the ranges of the
    cells of a row where white space alone parts them.
    """

    form: Form
    start: int
    end: int
    ranges: tuple[tuple[int, int], ...]
    gap: bool
    indent: int
    marker: Marker | None = None
    hashes: int = 0
    bold: bool = False
    word: str | None = None
    number: str | None = None
    cells: tuple[tuple[int, int], ...] = ()

    def words(self, text: str) -> str:
        """The words of the chunk as they stand, lines joined by spaces."""
        return " ".join(text[a:b].strip() for a, b in self.ranges if b > a)


def title_like(words: str) -> bool:
    """Whether ``words`` could be a title: short, begun with a capital or figure, not ended as a sentence."""
    rules = conventions()
    plain = words.strip("*_ ")
    if not plain or len(plain) > rules.title_length or opens_lower(plain) or "\t" in _TABBED_NUMBER.sub("", plain):
        return False
    parts = plain.split()
    if len(parts) > rules.title_words or not any(char.isalpha() for char in plain):
        return False
    if parts[0].casefold() in rules.pronouns or _INNER_STOP.search(plain) or "](" in plain:
        return False
    if rules.place_and_date.match(plain):
        return False
    if plain[-1] in ".;:,-" or parts[-1].casefold() in rules.function_words:
        return len(parts) <= 2 and plain[-1] == "." and plain[:-1].isalpha() and len(plain) > 4
    return True


def legend_like(words: str) -> bool:
    """Whether ``words`` explain one term ("AB: algemeen bestuur") rather than name what follows."""
    return _LEGEND.match(words) is not None
