"""Chunks put together into a tree: divisions nest by rank, lists by marks, parties and signatures by their openers."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ingest.model.tree import NodeKind
from ingest.structure.cells import fill_cell
from ingest.structure.chunks import Chunk, Form
from ingest.structure.columns import side_by_side
from ingest.structure.conventions import conventions
from ingest.structure.drafts import Draft
from ingest.structure.lines import finished
from ingest.structure.listing import Nest
from ingest.structure.outline import Outline
from ingest.structure.ranks import ANNEX_RANK, ARTICLE_RANK, ZONE_RANK, Headings
from ingest.structure.tables import Tables

_ZONES = (NodeKind.PARTIES, NodeKind.RECITALS, NodeKind.SIGNATURES)
_MEMBER_STYLES = frozenset({".1", "°1", "º1", ")1"})
_OPENER_LENGTH = 60


class Builder:
    """Takes chunks in the order of the text and grows the tree below one DOCUMENT node."""

    def __init__(self, text: str, outline: Outline) -> None:
        """Start with an empty document."""
        self.text = text
        self.outline = outline
        self.root = Draft(NodeKind.DOCUMENT, 0, len(text), rank=-1)
        self.headings = Headings(text, self.root, outline.chunks)
        self.nest = Nest(self.root)
        self.tables = Tables(text)

    @property
    def here(self) -> Draft:
        """The innermost open division, article or zone."""
        return self.headings.top

    def aside(self, draft: Draft) -> None:
        """Hang a footnote or a piece of furniture at the open division."""
        self.here.add(draft)

    def take(self, index: int, chunk: Chunk) -> None:
        """Put the chunk at ``index`` of the outline in its place."""
        if chunk.form is not Form.ROW:
            self.tables.close()
        if chunk.form is Form.ROW:
            self.nest.cut(len(self.nest.open) if self._lead_in() else self._holding(index))
            self.tables.row(chunk, self.nest.top())
            return
        if self._zone(chunk):
            return
        if chunk.form is Form.HEADING:
            self._heading(chunk)
        elif chunk.form is Form.ITEM:
            self._item(index, chunk)
        else:
            self._block(index, chunk)

    def _heading(self, chunk: Chunk) -> None:
        self.headings.open(chunk)
        self.nest.clear(self.here)

    def _zone(self, chunk: Chunk) -> bool:
        """Open or close the parties, recitals or signatures when the chunk's words say so."""
        rules = conventions()
        words = chunk.words(self.text).strip("*_ ")
        if chunk.form is Form.ITEM or len(words) > 400:
            return False
        kinds = zip(_ZONES, (rules.parties, rules.recitals, rules.signatures), strict=True)
        kind = next((kind for kind, pattern in kinds if pattern.match(words)), None)
        if self.here.kind is NodeKind.SIGNATURES and rules.form_field.match(words):
            self.here.add(Draft(NodeKind.FURNITURE, chunk.start, chunk.end, list(chunk.ranges)))
            return True
        if kind is None:
            if rules.operative.match(words) and chunk.form is not Form.HEADING:
                self.headings.leave(ZONE_RANK)
                self.nest.clear(self.here)
            return False
        if kind is self.here.kind:
            return False
        if chunk.hashes or chunk.bold:
            self.headings.leave_for(chunk)
        else:
            self.headings.leave(ANNEX_RANK + 1 if kind is NodeKind.SIGNATURES else ARTICLE_RANK)
        zone = self.here.add(Draft(kind, chunk.start, chunk.end, rank=ZONE_RANK))
        self.headings.push(zone)
        self.nest.clear(zone)
        if len(words) <= _OPENER_LENGTH:
            zone.ranges.extend(chunk.ranges)
        else:
            zone.add(Draft(NodeKind.BLOCK, chunk.start, chunk.end, list(chunk.ranges)))
        return True

    def _block(self, index: int, chunk: Chunk) -> None:
        block = Draft(NodeKind.BLOCK, chunk.start, chunk.end, list(chunk.ranges))
        if self.here.kind is NodeKind.SIGNATURES and not self.nest.open:
            self._sign(chunk, block)
            return
        keep = self._holding(index)
        if not chunk.gap and self.nest.open and self.nest.open[-1].run is not None:
            keep = max(keep, len(self.nest.open))
        elif chunk.indent >= 2 and self.nest.open:
            deeper = [n for n, level in enumerate(self.nest.open, 1) if chunk.indent > level.indent]
            keep = max([keep, *deeper])
        self.nest.cut(keep)
        for part in self._marked_up(block):
            self.nest.top().add(part)

    def _marked_up(self, block: Draft) -> list[Draft]:
        """The block itself, or the words, lists and paragraphs that HTML in it makes, which share out its span."""
        (start, end), *more = block.ranges
        if more or "<" not in self.text[start:end]:
            return [block]
        cell = fill_cell(self.text, start, end)
        if not cell.children:
            return [block]
        own = [Draft(NodeKind.BLOCK, start, start, cell.ranges)] if cell.ranges else []
        parts = [*own, *cell.children]
        for part, below in pairwise(parts):
            part.end = below.start
        parts[0].start, parts[-1].end = start, end
        return parts

    def _holding(self, index: int) -> int:
        """How many of the open lists go on after the chunk at ``index``: their sequence has a later item, or they are
        members of an article.
        """
        keep = 0
        for depth, level in enumerate(self.nest.open, 1):
            member = level.item.kind is NodeKind.PARAGRAPH
            if member or (level.run is not None and self.outline.ends.get(level.run, -1) > index):
                keep = depth
        return keep

    def _sign(self, chunk: Chunk, block: Draft) -> None:
        """Add a block of the signatures: column by column where several stand side by side, otherwise to the one
        before it while no gap or full stop parts them.
        """
        columns = side_by_side(self.text, chunk.ranges)
        for column in columns if len(columns) > 1 else ():
            self.here.add(Draft(NodeKind.BLOCK, column[0][0], column[-1][1], column))
        if len(columns) > 1:
            return
        last = self.here.children[-1] if self.here.children else None
        if last is not None and last.kind is NodeKind.BLOCK:
            before = self.text[last.ranges[-1][0] : last.ranges[-1][1]].strip()
            if before[-1:] in ":," or (not chunk.gap and not finished(before)):
                last.ranges.extend(block.ranges)
                last.end = block.end
                return
        self.here.add(block)

    def _lead_in(self) -> bool:
        """Whether the words just before end in a colon, as the sentence above a list does."""
        holder = self.nest.top()
        last = holder.children[-1] if holder.children else holder
        if last.kind in (NodeKind.FOOTNOTE, NodeKind.FURNITURE) and len(holder.children) > 1:
            last = holder.children[-2]
        return bool(last.ranges) and self.text[last.ranges[-1][0] : last.ranges[-1][1]].rstrip(" *_").endswith(":")

    def _item(self, index: int, chunk: Chunk) -> None:
        marker = chunk.marker
        assert marker is not None
        item = Draft(NodeKind.ITEM, chunk.start, chunk.end, list(chunk.ranges), marker.label)
        if marker.depth > 1:
            item.kind = NodeKind.PARAGRAPH
            self.headings.member(item, marker)
            self.nest.clear(item)
            return
        run = self.outline.run.get(index)
        if run is None:
            self._glyph(chunk, item)
            return
        depth = self.nest.find_run(run)
        if depth is not None:
            item.kind = self.nest.open[depth].item.kind
            self.nest.sibling(depth, item)
            return
        self._make_room(index, chunk)
        member = not self.nest.open and self._member_of_article(marker.style)
        if member:
            item.kind = NodeKind.PARAGRAPH
        self.nest.child(item, marker.style, chunk.indent, run, bare=member)

    def _member_of_article(self, style: str) -> bool:
        """Whether numbered items here are members (leden): directly in an article, not introduced by a lead-in."""
        here = self.here
        if style not in _MEMBER_STYLES or not (here.kind is NodeKind.ARTICLE or here.rank == ARTICLE_RANK):
            return False
        blocks = [child for child in here.children if child.kind is NodeKind.BLOCK]
        return not (blocks and self._lead_in())

    def _make_room(self, index: int, chunk: Chunk) -> None:
        """Close the lists that the first item of a new sequence does not belong in."""
        while self.nest.open:
            level = self.nest.open[-1]
            other = chunk.marker is not None and level.style != chunk.marker.style
            if chunk.indent > level.indent + 1 or len(self.nest.open) <= self._holding(index):
                return
            if other and (self._lead_in() or not chunk.gap):
                return
            self.nest.cut(len(self.nest.open) - 1)

    def _glyph(self, chunk: Chunk, item: Draft) -> None:
        marker = chunk.marker
        assert marker is not None
        depth = self.nest.find_style(marker.style, chunk.indent)
        if depth is not None:
            self.nest.sibling(depth, item)
            return
        while self.nest.open and chunk.indent < self.nest.open[-1].indent and not self._lead_in():
            self.nest.cut(len(self.nest.open) - 1)
        self.nest.child(item, marker.style, chunk.indent)


def build(text: str, outline: Outline, asides: Sequence[Draft]) -> Draft:
    """The tree of drafts for an outline; ``asides`` are footnotes and furniture, which hang at the division that is
    open where they stand.
    """
    builder = Builder(text, outline)
    waiting = sorted(asides, key=lambda aside: aside.start, reverse=True)
    first = builder.headings.title()
    for index, chunk in enumerate(outline.chunks):
        while waiting and waiting[-1].start < chunk.start:
            builder.aside(waiting.pop())
        if index < first:
            builder.root.ranges.extend(chunk.ranges)
        else:
            builder.take(index, chunk)
    while waiting:
        builder.aside(waiting.pop())
    return builder.root
