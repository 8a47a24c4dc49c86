"""Table rows that state amounts: a name in the first cell, and nothing but money and shares in the others."""

from __future__ import annotations

import re

from ingest.model.text import MappedText
from ingest.model.tree import Node, NodeKind

_FIGURE = re.compile(r"^[^\w€%]*(?:€|\d)[\d\s.,]*(?:%|procent|miljoen|mln\.?|miljard|mld\.?|euro|,-)?[^\w%]*$")
_UNIT = re.compile(r"[€%]|procent|euro|mln|miljoen|miljard")


def amount_cells(row: Node) -> tuple[Node, ...]:
    """The cells of a row with borders that hold an amount and nothing else, the first cell left out."""
    if row.kind is not NodeKind.ROW or row.header or not _bordered(row):
        return ()
    return tuple(cell for cell in row.children[1:] if cell.text and _is_amount(cell.text.text))


def _is_amount(words: str) -> bool:
    return _FIGURE.match(words) is not None and _UNIT.search(words) is not None


def _bordered(row: Node) -> bool:
    """Whether a mark stands before the first cell, so that each cell is one for the reader too."""
    return bool(row.children) and row.span.start < row.children[0].span.start


def amount_row(row: Node) -> MappedText | None:
    """The words of a row without borders whose cells after the first are all amounts, as one text; else None."""
    if row.kind is not NodeKind.ROW or row.header or len(row.children) < 2 or _bordered(row):
        return None
    texts = [cell.text for cell in row.children]
    figures = [text.text for text in texts[1:] if text]
    if not texts[0] or not figures or not all(_FIGURE.match(figure) for figure in figures):
        return None
    if not any(_UNIT.search(figure) for figure in figures):
        return None
    chars: list[str] = []
    offsets: list[int] = []
    for text in filter(None, texts):
        if chars:
            chars.append(" ")
            offsets.append(offsets[-1] + 1)
        chars.extend(text.text)
        offsets.extend(text.offsets)
    return MappedText("".join(chars), tuple(offsets))
