"""A tree in the making: nodes that still grow, and their freezing into the tree that other stages read."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.model.text import EMPTY, Span
from ingest.model.tree import Node, NodeKind
from ingest.structure.words import Writer


@dataclass(slots=True)
class Draft:
    """A node that still grows. ``ranges`` hold its own words in the source, ``name`` its own part of the eId;
    ``rank`` says which headings it can hold; ``style`` and ``ordinal`` its place in a numbered sequence; ``hashes``
    the level of its heading in Markdown; ``word`` the heading's word ("hoofdstuk").
    """

    kind: NodeKind
    start: int
    end: int
    ranges: list[tuple[int, int]] = field(default_factory=list)
    number: str | None = None
    level: int = 0
    header: bool = False
    rank: int = 0
    style: str = ""
    ordinal: int = 0
    depth: int = 0
    hashes: int = 0
    word: str | None = None
    children: list[Draft] = field(default_factory=list)
    eid: str = ""

    def add(self, child: Draft) -> Draft:
        """Hang ``child`` below this node and return it."""
        self.children.append(child)
        return child

    def freeze(self, writer: Writer) -> Node:
        """The finished node: words written, span widened to hold every child."""
        children = tuple(child.freeze(writer) for child in self.children)
        text = writer.write(self.ranges) if self.ranges else EMPTY
        start = min([self.start, *(child.span.start for child in children)])
        end = max([self.end, *(child.span.end for child in children)])
        return Node(self.kind, self.eid, Span(start, end), text, self.number, self.level, self.header, children)
