"""Table rows gathered into tables, with their header rows."""

from __future__ import annotations

import re

from ingest.model.tree import NodeKind
from ingest.structure.cells import cell_ranges, fill_cell, is_separator
from ingest.structure.chunks import Chunk
from ingest.structure.conventions import conventions
from ingest.structure.drafts import Draft

_YEAR = re.compile(r"(?:19|20)\d\d")


class Tables:
    """Keeps the table that rows are being added to."""

    def __init__(self, text: str) -> None:
        """Start with no table open."""
        self.text = text
        self.table: Draft | None = None
        self.columns = 0

    def close(self) -> None:
        """The next row begins a new table."""
        self.table = None

    def row(self, chunk: Chunk, holder: Draft) -> None:
        """Add the row that ``chunk`` is to the open table, or to a new one below ``holder``."""
        start, end = chunk.start, chunk.end
        if not chunk.cells and is_separator(self.text, start, end):
            if self.table is not None and len(self.table.children) == 1:
                self._mark_header(self.table.children[0])
            holder.add(Draft(NodeKind.FURNITURE, start, end, [(start, end)]))
            return
        ranges = list(chunk.cells) or cell_ranges(self.text, start, end)
        if self.table is not None and self._different(ranges):
            self.table = None
        if self.table is None:
            self.table = holder.add(Draft(NodeKind.TABLE, start, end))
            self.columns = len(ranges)
        row = self.table.add(Draft(NodeKind.ROW, start, end))
        for a, b in ranges:
            row.add(fill_cell(self.text, a, b))
        self._headers(row)

    def _different(self, ranges: list[tuple[int, int]]) -> bool:
        """Whether a row cannot belong to the open table: another header, or another number of columns."""
        assert self.table is not None
        if len(ranges) != self.columns:
            return True
        first = self.table.children[0]
        return first.header and self._header_words(ranges) and not self._same(first, ranges)

    def _same(self, row: Draft, ranges: list[tuple[int, int]]) -> bool:
        here = [self.text[a:b].casefold() for a, b in ranges]
        return here == [self.text[cell.start : cell.end].casefold() for cell in row.children]

    def _headers(self, row: Draft) -> None:
        """Mark the second row's predecessor as header when it looks like column names; mark repeated headers."""
        assert self.table is not None
        first = self.table.children[0]
        ranges = [(cell.start, cell.end) for cell in row.children]
        if row is first:
            if self._header_words(ranges):
                self._mark_header(row)
        elif first.header and self._same(first, ranges):
            self._mark_header(row)
        elif (
            len(self.table.children) == 2 and not first.header and (self._names(first, row) or self._years(first, row))
        ):
            self._mark_header(first)

    def _header_words(self, ranges: list[tuple[int, int]]) -> bool:
        """Whether every cell holds a word that column names are made of."""
        rules = conventions()
        cells = [self.text[a:b].strip("*_ ") for a, b in ranges]
        if not all(0 < len(cell) <= rules.header_length and "<" not in cell for cell in cells) or len(cells) < 2:
            return False
        return all(
            any(word.strip("*_.:()") in rules.header_words for word in cell.casefold().split()) for cell in cells
        )

    def _names(self, first: Draft, second: Draft) -> bool:
        """Whether the first row reads as column names above a second row of fuller cells."""
        cells = [self.text[cell.start : cell.end].strip("*_ ") for cell in first.children]
        below = [self.text[cell.start : cell.end] for cell in second.children]
        if len(cells) < 2 or not all(cells) or any("<" in cell or cell[-1] in ".;,:" for cell in cells):
            return False
        if any(len(cell) > conventions().header_length or not cell[0].isupper() for cell in cells):
            return False
        if any(char.isdigit() for cell in cells for char in cell):
            return False
        return sum(map(len, below)) > 2 * sum(map(len, cells))

    def _years(self, first: Draft, second: Draft) -> bool:
        """Whether the first row names years above a row of other figures."""
        return all(self._year(cell) for cell in first.children[1:]) and not any(map(self._year, second.children[1:]))

    def _year(self, cell: Draft) -> bool:
        return _YEAR.fullmatch(self.text, cell.start, cell.end) is not None

    def _mark_header(self, row: Draft) -> None:
        row.header = True
        for cell in row.children:
            cell.header = True
