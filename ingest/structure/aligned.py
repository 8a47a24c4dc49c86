"""Tables whose columns were aligned with spaces below a line of headers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.model.text import trimmed
from ingest.structure.conventions import conventions
from ingest.structure.lines import Line

_RULE = re.compile(r"[-=_]{2,}(?:\s{2,}[-=_]{2,})+")
_GUTTER = re.compile(r"\s{2,}")
_LEAST_ROWS = 2
_WIDE_GUTTER = re.compile(r"\s{3,}")
_LEAST_COLUMNS = 3
_LONGEST_HEADER = 4

Cells = tuple[tuple[int, int], ...]


def aligned_rows(text: str, lines: Sequence[Line]) -> dict[int, Cells]:
    """The cells, as ranges of ``text``, of every line that is a row of an aligned table, by the index of the line.

    Such a table opens with a line of headers, either above a rule that is broken where the columns are, or made of
    nothing but words that head columns or of short titles far apart. The lines below belong to it for as long as none
    is empty and a gutter of white space stands before every column; the rule itself has no cells.
    """
    found: dict[int, Cells] = {}
    for index, line in enumerate(lines):
        if index in found or line.blank:
            continue
        ruled = index + 1 < len(lines) and _RULE.fullmatch(lines[index + 1].words(text)) is not None
        if not ruled and not _heads_columns(text, line):
            continue
        edges = _edges(text, lines[index + 1] if ruled else line)
        rows = {index: _cells(text, line, edges)}
        if ruled:
            rows[index + 1] = ()
        below = index + 1 + ruled
        while below < len(lines) and not lines[below].blank and _fits(text, lines[below], edges):
            rows[below] = _cells(text, lines[below], edges)
            below += 1
        if len(rows) - ruled > _LEAST_ROWS:
            found.update(rows)
    return found


def _edges(text: str, line: Line) -> list[int]:
    """Where the columns begin, counted from the start of the line."""
    starts = [line.left, *(match.end() for match in _GUTTER.finditer(text, line.left, line.right))]
    return [start - line.start for start in starts]


def _heads_columns(text: str, line: Line) -> bool:
    words = conventions().header_words
    cells = [cell.casefold().split() for cell in _GUTTER.split(line.words(text))]
    known = len(cells) > 1 and all(any(word.strip(".:()") in words for word in cell) for cell in cells)
    return known or _looks_like_headers(line.words(text))


def _looks_like_headers(words: str) -> bool:
    """Whether a line is made of three or more short titles, far apart: "Overleg     Hoe vaak     Wie zit voor"."""
    cells = _WIDE_GUTTER.split(words)
    return len(cells) >= _LEAST_COLUMNS and all(
        cell[0].isupper() and len(cell.split()) <= _LONGEST_HEADER and cell[-1] not in ".;:," for cell in cells
    )


def _fits(text: str, line: Line, edges: Sequence[int]) -> bool:
    """Whether no word of the line runs over the edge of a column, and some word stands in a later column than the
    first.
    """
    length = line.right - line.start
    inner = [edge for edge in edges[1:] if edge < length]
    return bool(inner) and line.indent >= edges[0] and all(text[line.start + edge - 1].isspace() for edge in inner)


def _cells(text: str, line: Line, edges: Sequence[int]) -> Cells:
    cuts = [min(line.start + edge, line.right) for edge in edges] + [line.right]
    cuts[0] = min(line.left, cuts[1])
    return tuple(trimmed(text, start, end) for start, end in pairwise(cuts))
