"""The texts of an agreement with what stands above each: headings, lead-ins of lists, heads of tables."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.model.text import MappedText
from ingest.model.tree import HEADED, Node, NodeKind
from ingest.understand.sentences import sentences

_SILENT = HEADED | {NodeKind.FURNITURE, NodeKind.DOCUMENT}
_LONGEST = 300

Context = tuple[str, ...]


def placed_texts(tree: Node) -> Iterator[tuple[Node, MappedText, Context]]:
    """Every text of ``tree`` in reading order with its context, outermost first. Headings are context only, and page
    furniture is nothing.
    """
    yield from _below(tree, ())


def _below(parent: Node, context: Context) -> Iterator[tuple[Node, MappedText, Context]]:
    lead: Context = ()
    for node in parent.children:
        if node.kind is NodeKind.TABLE:
            yield from _table(node, context + lead)
        elif node.kind is NodeKind.LIST:
            yield from _below(node, context + lead)
        elif node.kind in HEADED:
            yield from _below(node, (*context, node.text.text) if node.text else context)
        elif node.kind not in _SILENT:
            lead = _leading(node.text)
            if node.text:
                yield node, node.text, context
            yield from _below(node, context + lead)


def _leading(text: MappedText) -> Context:
    """The sentence that leads in what follows, if it does."""
    said = sentences(text)
    if not said or not said[-1].text.endswith(":"):
        return ()
    return (said[-1].text[-_LONGEST:],)


def _table(table: Node, context: Context) -> Iterator[tuple[Node, MappedText, Context]]:
    """The cells of a table, each below the head of its column and the first cell of its row."""
    heads: list[str] = []
    for row in table.children:
        if row.header:
            heads = [cell.words() for cell in row.children]
            continue
        name = row.children[0].words()[:_LONGEST] if row.children else ""
        for column, cell in enumerate(row.children):
            above = (heads[column] if column < len(heads) else "", name if column else "")
            inner = context + tuple(filter(None, above))
            if cell.text:
                yield cell, cell.text, inner
            yield from _below(cell, inner)
