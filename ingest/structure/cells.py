"""Table rows cut into cells, and the HTML that cells hold turned into lists and blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html.parser import HTMLParser
from itertools import pairwise

from ingest.model.text import trimmed
from ingest.model.tree import NodeKind
from ingest.structure.conventions import conventions
from ingest.structure.drafts import Draft
from ingest.structure.listing import Nest
from ingest.structure.markers import item_marker

_TAB = re.compile("\t")
_PIPE = re.compile(r"(?<!\\)\|")
_EMPTY = re.compile(r"[-–—=_:\s|\t]*$")
_BLOCKS = frozenset({"p", "ul", "ol", "li", "div", "br"})


def cell_ranges(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The cells of the row at ``start`` to ``end``, without outer white space; an empty cell is an empty range."""
    left = start + (len(text[start:end]) - len(text[start:end].lstrip(" ")))
    if text[left] == "|":
        cuts = [match.start() for match in _PIPE.finditer(text, left, end)]
        edges = [*cuts, end] if text[cuts[-1] + 1 : end].strip() else cuts
        return [trimmed(text, a + 1, b) for a, b in pairwise(edges)]
    edges = [start - 1, *(match.start() for match in _TAB.finditer(text, start, end)), end]
    return [trimmed(text, a + 1, b) for a, b in pairwise(edges)]


def is_separator(text: str, start: int, end: int) -> bool:
    """Whether a row holds nothing but rules ("|:---|---|")."""
    return _EMPTY.match(text, start, end) is not None


class _CellParser(HTMLParser):
    """Collects the runs of text in a cell with their offsets and the tags that opened and closed before each."""

    def __init__(self, offset: int) -> None:
        super().__init__(convert_charrefs=False)
        self._offset = offset
        self._starts = [0]
        self.events: list[tuple[str, int, int]] = []

    def read(self, source: str) -> list[tuple[str, int, int]]:
        """The events in ``source``: ("text", start, end), ("li", at, at), ("/ul", at, at)…"""
        self._starts = [0, *(match.end() for match in re.finditer("\n", source))]
        self.feed(source)
        self.close()
        return self.events

    def _here(self) -> int:
        line, column = self.getpos()
        return self._offset + self._starts[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        """Note a tag that makes structure."""
        if tag in _BLOCKS:
            at = self._here()
            self.events.append((tag, at, at + len(self.get_starttag_text() or "")))

    def handle_endtag(self, tag: str) -> None:
        """Note the end of structure."""
        if tag in _BLOCKS:
            at = self._here()
            self.events.append((f"/{tag}", at, at))

    def handle_data(self, data: str) -> None:
        """Note a run of text."""
        at = self._here()
        self.events.append(("text", at, at + len(data)))

    def handle_entityref(self, name: str) -> None:
        """Note an entity as text."""
        at = self._here()
        self.events.append(("text", at, at + len(name) + 2))

    def handle_charref(self, name: str) -> None:
        """Note a numeric entity as text."""
        at = self._here()
        self.events.append(("text", at, at + len(name) + 3))


def fill_cell(text: str, start: int, end: int) -> Draft:
    """The cell at ``start`` to ``end``: plain words become its own text, lists and paragraphs its children."""
    cell = Draft(NodeKind.CELL, start, end)
    if start == end or text[start:end].strip("-–—") == "":
        return cell
    if "<" not in text[start:end] or not conventions().tag.search(text, start, end):
        marker = item_marker(text[start:end])
        if marker and marker.numbered and marker.label[:1].isdigit():
            cell.number, start = marker.label, start + marker.length
        cell.ranges.append((start, end))
        return cell
    nest = Nest(cell)
    depth = 0
    pending: list[tuple[int, int]] = []
    opener = ""
    for name, a, b in _CellParser(start).read(text[start:end]):
        if name == "text":
            if text[a:b].strip():
                pending.append(trimmed(text, a, b))
            continue
        _flush(text, cell, nest, opener, depth, pending)
        pending = []
        depth += {"ul": 1, "ol": 1, "/ul": -1, "/ol": -1}.get(name, 0)
        opener = name if name in ("li", "p") else ("" if name in ("/li", "/p") else opener)
        if depth == 0:
            nest.clear()
    _flush(text, cell, nest, opener, depth, pending)
    return cell


def _flush(text: str, cell: Draft, nest: Nest, opener: str, depth: int, pending: Sequence[tuple[int, int]]) -> None:
    """Put a finished run of text where it belongs: an item, a paragraph, or the cell's own first words."""
    if not pending:
        return
    start, end = pending[0][0], pending[-1][1]
    ranges = [(start, end)]
    if opener == "li" and depth:
        marker = item_marker(text[start:end])
        cut = start + (marker.length if marker else 0)
        item = Draft(NodeKind.ITEM, start, end, [(cut, end)], marker.label if marker else None)
        nest.item(item, marker.style if marker else "li", depth)
    elif depth and nest.open:
        nest.top().add(Draft(NodeKind.BLOCK, start, end, ranges))
    elif not cell.children and not cell.ranges and opener != "p":
        cell.ranges.extend(ranges)
    else:
        cell.add(Draft(NodeKind.BLOCK, start, end, ranges))
