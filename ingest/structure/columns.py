"""Columns that were set with white space only: tables of figures in running text, and signatures side by side."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.structure.chunks import Chunk, Form
from ingest.structure.conventions import conventions

_WIDE = re.compile(r"\s{3,}")
_GUTTER = re.compile(r"\s{2,}")
_TABLE_ROWS = 2
_LOOSE_ROWS = 3
_HEAD_WIDTH = 60


def _cells(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """A label and the quantities behind it ("Totaal 100% € 5 mln."), or cells parted by wide white space."""
    quantity = conventions().quantity
    cells: list[tuple[int, int]] = []
    cut = end
    while found := _last_quantity(quantity, text, start, cut):
        cells.insert(0, (found[0], cut))
        cut = found[0]
        while cut > start and text[cut - 1].isspace():
            cut -= 1
    if cells and cut > start:
        return ((start, cut), *cells)
    edges = [start, *(edge for match in _GUTTER.finditer(text, start, end) for edge in match.span()), end]
    return tuple(zip(edges[::2], edges[1::2], strict=True))


def _last_quantity(quantity: re.Pattern[str], text: str, start: int, end: int) -> tuple[int, int] | None:
    """The longest quantity that ends at ``end`` and begins after white space."""
    last = None
    for match in re.finditer(r"(?<=\s)\S", text[max(start, end - _HEAD_WIDTH) : end]):
        at = max(start, end - _HEAD_WIDTH) + match.start()
        if at > start and quantity.fullmatch(text, at, end):
            last = (at, end)
            break
    return last


def _row(text: str, chunk: Chunk) -> Chunk | None:
    """The chunk as a table row, if it is one line with more than one cell and no sentence that ends in a number."""
    if chunk.form not in (Form.TEXT, Form.HEADING) or chunk.hashes or chunk.bold or chunk.word or chunk.marker:
        return None
    if len(chunk.ranges) > 1 or chunk.end - chunk.start > 2 * _HEAD_WIDTH or not text[chunk.start].isalpha():
        return None
    start, end = chunk.ranges[0]
    if text[end - 1] == "." and text[end - 2].isdigit():
        return None
    cells = _cells(text, start, end)
    return replace(chunk, form=Form.ROW, cells=cells) if len(cells) > 1 else None


def _figures(text: str, row: Chunk) -> int:
    """How many cells of a row are quantities."""
    return sum(conventions().quantity.fullmatch(text, a, b) is not None for a, b in row.cells)


def find_columns(text: str, chunks: Sequence[Chunk]) -> tuple[Chunk, ...]:
    """The chunks with every run of lines that stand in the same columns made into table rows: two lines with two or
    more figures each, or three lines with any cells.
    """
    rows = [_row(text, chunk) for chunk in chunks]
    out = list(chunks)
    index = 0
    while index < len(rows):
        end = index
        first = rows[index]
        while first and end < len(rows) and _alike(text, first, rows[end]):
            end += 1
        figures = _figures(text, first) if first else 0
        if end - index >= (_TABLE_ROWS if figures > 1 else _LOOSE_ROWS):
            out[index:end] = [row for row in rows[index:end] if row]
        index = max(end, index + 1)
    return tuple(out)


def _alike(text: str, first: Chunk, row: Chunk | None) -> bool:
    return row is not None and len(row.cells) == len(first.cells) and _figures(text, row) == _figures(text, first)


def side_by_side(text: str, ranges: Sequence[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """The parts of lines that stand in columns next to each other, column by column; one column when the lines are
    not divided. A part belongs to the column whose left edge is nearest.
    """
    parts = [(start, _parts(text, start, end)) for start, end in ranges]
    widest = max(parts, key=lambda line: len(line[1]))
    if sum(len(line) > 1 for _, line in parts) < _TABLE_ROWS:
        return [list(ranges)]
    edges = [a - _line_start(text, widest[0]) for a, _ in widest[1]]
    columns: list[list[tuple[int, int]]] = [[] for _ in edges]
    for start, line in parts:
        base = _line_start(text, start)
        for a, b in line:
            nearest = min(range(len(edges)), key=lambda column: abs(edges[column] - (a - base)))
            columns[nearest].append((a, b))
    return [column for column in columns if column]


def _line_start(text: str, position: int) -> int:
    return max(text.rfind("\n", 0, position), text.rfind("\r", 0, position)) + 1


def _parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    edges = [start, *(edge for match in _WIDE.finditer(text, start, end) for edge in match.span()), end]
    return list(zip(edges[::2], edges[1::2], strict=True))
