"""The structure of an agreement: divisions, items, tables, notes, parties and signatures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from ingest.model.text import EMPTY, MappedText, Span


class NodeKind(StrEnum):
    """What a node is. The names follow Akoma Ntoso where it has one."""

    DOCUMENT = "document"
    DIVISION = "division"  # chapter, section, annex: anything with a heading and content below it
    ARTICLE = "article"
    PARAGRAPH = "paragraph"  # numbered member of an article (lid)
    BLOCK = "block"  # running text
    LIST = "list"
    ITEM = "item"
    TABLE = "table"
    ROW = "row"
    CELL = "cell"
    FOOTNOTE = "footnote"
    PARTIES = "parties"
    RECITALS = "recitals"
    SIGNATURES = "signatures"
    FURNITURE = "furniture"  # page footers, contents, figure captions: kept, never understood


HEADED = frozenset({NodeKind.DIVISION, NodeKind.ARTICLE})
"""Nodes whose own words are a heading."""


@dataclass(frozen=True, slots=True)
class Node:
    """One piece of an agreement.

    ``span`` covers the node with all its children in the source; ``text`` is the node's own words without
    glyph, number or tag (empty for mere containers; for a division or article it is the heading, for a list
    item its own sentence before any nested list). ``number`` is the number or glyph as printed. ``header``
    marks a header row or header cell of a table. ``level`` is the nesting depth of a division's heading or an
    item (1 = outermost), ``eid`` is unique in the document, in the pattern of Akoma Ntoso
    (``art_2__lid_5__onder_i``).
    """

    kind: NodeKind
    eid: str
    span: Span
    text: MappedText = EMPTY
    number: str | None = None
    level: int = 0
    header: bool = False
    children: tuple[Node, ...] = ()

    def walk(self) -> Iterator[Node]:
        """This node and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def parents(self) -> dict[str, tuple[Node, int]]:
        """The parent of each node below this one, by the node's eId, with its turn among the parent's children."""
        return {child.eid: (node, turn) for node in self.walk() for turn, child in enumerate(node.children)}

    def words(self) -> str:
        """The repaired words of this node and all below it, in reading order."""
        return " ".join(node.text.text for node in self.walk() if node.text).strip()


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading above a node, outermost first in a path: its words, its number as printed, its node's kind."""

    text: str
    number: str | None
    kind: NodeKind
