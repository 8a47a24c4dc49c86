"""Table rows that state amounts: a name in the first cell, and nothing but money and shares in the others."""

from __future__ import annotations

import re

from ingest.model.text import MappedText
from ingest.model.tree import Node, NodeKind

_FIGURE = re.compile(r"^[^\w€%]*(?:€|\d)[\d\s.,]*(?:%|procent|miljoen|mln\.?|miljard|mld\.?|euro|,-)?[^\w%]*$")
_UNIT = re.compile(r"[€%]|procent|euro|mln|miljoen|miljard")


def amount_row(row: Node) -> MappedText | None:
    """The words of a row whose cells after the first are all amounts, as one text; None for any other row."""
    if row.kind is not NodeKind.ROW or row.header or len(row.children) < 2:
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
