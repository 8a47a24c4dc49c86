"""The place of a node for a human reader: "Artikel 2 lid 3 b", "6.1.1 Verantwoordelijkheden", "4.2, voetnoot 9"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import zip_longest

from ingest.model.tree import Node, NodeKind
from ingest.structure.markers import is_glyph

_ZONES = {
    NodeKind.PARTIES: "Ondergetekenden",
    NodeKind.RECITALS: "Overwegingen",
    NodeKind.SIGNATURES: "Ondertekening",
}
_ROW_NAME = 80
_HEADED = (NodeKind.DIVISION, NodeKind.ARTICLE, NodeKind.PARTIES, NodeKind.RECITALS, NodeKind.SIGNATURES)


def _bare(number: str) -> str:
    """The number without the stop behind it: "6.3." is "6.3", "(2)" stays."""
    return number if number.startswith("(") else number.rstrip(".)°")


def _numbered(node: Node) -> bool:
    return bool(node.number) and not is_glyph(node.number or "")


def _division(divisions: Sequence[Node]) -> str:
    """The innermost numbered division with its number, and the unnumbered heading below it, if any."""
    numbered = [node for node in divisions if node.number]
    if not numbered:
        return divisions[-1].text.text
    last = numbered[-1]
    number = _bare(last.number or "")
    above = numbered[-2] if len(numbered) > 1 else None
    simple = (
        number.isdigit()
        and (last.number or "")[-1] not in ")°"
        and above is not None
        and (above.number or "").rstrip(".").replace(".", "").isdigit()
    )
    if simple and above is not None:
        number = f"{_bare(above.number or '')}.{number}"
    elif number.isdigit() and (last.number or "")[-1] in ".)°":
        number += (last.number or "")[-1]
    below = divisions[divisions.index(last) + 1 :]
    title = below[-1].text.text if below else last.text.text
    if below:
        number = number.rstrip(".")
    return f"{number} {title}".strip()


def section_label(path: Sequence[Node]) -> str:
    """The label of the last node of ``path``, which runs from the document down to it (the document may be left out).

    Numbers stand as printed; a row of a table without a header is called by its first cell. A node at the top of a
    document without headings has an empty label.
    """
    heads = [node for node in path if node.kind in _HEADED]
    label = _head(heads)
    for node, below in zip_longest(path, path[1:]):
        if node.kind is NodeKind.PARAGRAPH and node.number:
            number = _bare(node.number)
            label = number if "." in number else f"{label} lid {number}".strip()
        elif node.kind is NodeKind.ITEM and _numbered(node):
            label = f"{label} {_bare(node.number or '')}".strip()
        elif node.kind is NodeKind.FOOTNOTE:
            label = f"{label}, voetnoot {node.number}".lstrip(", ")
        elif node.kind is NodeKind.TABLE and below is not None:
            label = _row(label, node, below)
    return label


def _head(heads: Sequence[Node]) -> str:
    if not heads:
        return ""
    last = heads[-1]
    if last.kind in _ZONES:
        return _ZONES[last.kind]
    articles = [node for node in heads if node.kind is NodeKind.ARTICLE]
    if not articles:
        return _division([node for node in heads if node.kind is NodeKind.DIVISION])
    label = f"Artikel {articles[-1].number or ''}".strip()
    inner = list(heads[heads.index(articles[-1]) + 1 :])
    return f"{label} {_division(inner)}" if inner else label


def _row(label: str, table: Node, row: Node) -> str:
    """The label with the row's first cell behind it where no header names the columns; an empty first cell goes on
    with the one above.
    """
    if row.kind is not NodeKind.ROW or (table.children and table.children[0].header):
        return label
    place = bisect_right(table.children, row.span.start, key=lambda other: other.span.start)
    above = (table.children[index].children for index in range(place - 1, -1, -1))
    first = next((cells[0].text.text for cells in above if cells and cells[0].text), "")
    if not first or len(first) > _ROW_NAME:
        return label
    return f"{label}: {first}" if label else first


def sections(tree: Node) -> dict[str, str]:
    """The label of every node of ``tree`` by its eId."""
    found: dict[str, str] = {}
    path: list[Node] = []

    def visit(node: Node) -> None:
        path.append(node)
        found[node.eid] = section_label(path)
        for child in node.children:
            visit(child)
        path.pop()

    visit(tree)
    return found
