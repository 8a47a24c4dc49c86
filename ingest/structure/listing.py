"""Nested lists: which list an item goes on with, which it opens, and which it closes."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.model.tree import NodeKind
from ingest.structure.drafts import Draft

_DEEPEST = 12


@dataclass(slots=True)
class Level:
    """An open list: the node that holds its items, the last item, how its items are marked and set in."""

    holder: Draft
    item: Draft
    style: str
    indent: int
    run: int | None = None


class Nest:
    """The lists that are open below one container."""

    def __init__(self, container: Draft) -> None:
        """Start with no list open in ``container``."""
        self.container = container
        self.open: list[Level] = []

    def clear(self, container: Draft | None = None) -> None:
        """Close every list; go on in another container when one is given."""
        self.open.clear()
        self.container = container or self.container

    def top(self) -> Draft:
        """The innermost open item, or the container."""
        return self.open[-1].item if self.open else self.container

    def cut(self, depth: int) -> None:
        """Keep only the outermost ``depth`` lists open."""
        del self.open[depth:]

    def find_run(self, run: int) -> int | None:
        """The depth at which the numbered sequence ``run`` stands, if it is open."""
        for depth in range(len(self.open) - 1, -1, -1):
            if self.open[depth].run == run:
                return depth
        return None

    def find_style(self, style: str, indent: int) -> int | None:
        """The depth of the open list whose items carry the same glyph at the nearest indent, not much further left."""
        same = [
            depth
            for depth, level in enumerate(self.open)
            if level.style == style and level.run is None and indent <= level.indent + 1
        ]
        return min(same, key=lambda depth: (abs(self.open[depth].indent - indent), -depth), default=None)

    def sibling(self, depth: int, item: Draft) -> Draft:
        """Add ``item`` to the list at ``depth`` and close the lists below it."""
        self.cut(depth + 1)
        level = self.open[depth]
        item.level = level.item.level
        level.item = level.holder.add(item)
        return item

    def child(self, item: Draft, style: str, indent: int, run: int | None = None, bare: bool = False) -> Draft:
        """Open a list below the innermost open item (or the container) with ``item``; ``bare`` adds the item itself
        without a LIST around it, as members of an article stand. Lists nest to a fixed depth, then go on side by
        side.
        """
        if len(self.open) >= _DEEPEST:
            return self.sibling(len(self.open) - 1, item)
        parent = self.top()
        holder = parent if bare else parent.add(Draft(NodeKind.LIST, item.start, item.end))
        item.level = sum(level.holder.kind is NodeKind.LIST for level in self.open) + 1
        if self.open:
            indent = max(indent, self.open[-1].indent + 1)
        self.open.append(Level(holder, holder.add(item), style, indent, run))
        return item

    def item(self, item: Draft, style: str, indent: int) -> Draft:
        """Place an item by its glyph and indent alone."""
        depth = self.find_style(style, indent)
        if depth is not None:
            return self.sibling(depth, item)
        while self.open and indent < self.open[-1].indent:
            self.open.pop()
        return self.child(item, style, indent)
