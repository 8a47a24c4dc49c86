"""How headings nest: by their word, their number, their Markdown level, or their looks."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.model.tree import NodeKind
from ingest.structure.chunks import Chunk, Form
from ingest.structure.conventions import conventions
from ingest.structure.drafts import Draft
from ingest.structure.lines import finished
from ingest.structure.markers import Marker

ANNEX_RANK = 2
NUMBER_RANK = 10
ARTICLE_RANK = 20
TITLE_RANK = 30
ZONE_RANK = 40
_BOLD_LEVEL = 7
_PLAIN_LEVEL = 8
_TITLE_LENGTH = 300
_TITLE_WORDS = 8
_COVER_LINE = 60
_NEAR = 50


def _family(marker: Marker) -> str:
    """What the numbers of siblings have in common: 8.1 for 8.1.3."""
    return marker.label.rstrip(".").rpartition(".")[0]


class Headings:
    """The open divisions, outermost first, and where a new heading belongs among them."""

    def __init__(self, text: str, root: Draft, chunks: Sequence[Chunk]) -> None:
        """Start with the document alone."""
        self.text = text
        self.chunks = chunks
        self.stack = [root]
        self.families: dict[str, tuple[int, int]] = {}
        for chunk in chunks:
            if chunk.bold and chunk.marker:
                lines, words = self.families.get(_family(chunk.marker), (0, 0))
                self.families[_family(chunk.marker)] = (lines + 1, words + len(chunk.words(text).split()))
        self.articles = any(chunk.word in conventions().article_words for chunk in chunks)

    @property
    def top(self) -> Draft:
        """The innermost open division."""
        return self.stack[-1]

    def push(self, draft: Draft) -> None:
        """Open ``draft``, which already hangs in the tree."""
        self.stack.append(draft)

    def leave(self, rank: int) -> None:
        """Close every open division of ``rank`` or lower standing."""
        while self.top.rank >= rank:
            self.stack.pop()

    def leave_for(self, chunk: Chunk) -> None:
        """Close the divisions that end at the unnumbered heading ``chunk``."""
        draft = Draft(NodeKind.DIVISION, chunk.start, chunk.end, hashes=self._level(chunk))
        while self.top.rank >= 0 and self._closes(draft, capitals=False):
            self.stack.pop()

    def title(self) -> int:
        """The number of chunks at the beginning that are the document's own title."""
        first = self.chunks[0] if self.chunks else None
        if first is None or first.word or first.marker or first.form is Form.ITEM:
            return 0
        if first.hashes:
            levels = [chunk.hashes for chunk in self.chunks[1:] if chunk.hashes]
            return int(bool(levels) and min(levels) > first.hashes)
        second = self.chunks[1] if len(self.chunks) > 1 else None
        if first.form is Form.HEADING and second is not None and second.form is Form.TEXT:
            words = second.words(self.text)
            if len(words) < _COVER_LINE and not finished(words) and not self._opens_parties(words):
                return 1
        length = 0
        for count, chunk in enumerate(self.chunks):
            words = chunk.words(self.text)
            if count and (chunk.word or chunk.marker or self._opens_parties(words)):
                return count
            length += len(words)
            if chunk.form not in (Form.TEXT, Form.HEADING) or (count and chunk.gap):
                return 0
            if length > _TITLE_LENGTH or finished(words):
                return 0
        return 0

    def _opens_parties(self, words: str) -> bool:
        return conventions().parties.match(words.strip("*_ ")) is not None

    def open(self, chunk: Chunk) -> None:
        """Open the division that the heading ``chunk`` begins."""
        if self._completes(chunk):
            self.top.ranges = list(chunk.ranges)
            self.top.end = chunk.end
            return
        draft = Draft(NodeKind.DIVISION, chunk.start, chunk.end, list(chunk.ranges), hashes=self._level(chunk))
        if chunk.word:
            self._word(draft, chunk)
        elif chunk.marker and chunk.marker.readings:
            self._number(draft, chunk.marker)
        else:
            self._unnumbered(draft, chunk)
        if draft.kind is NodeKind.DIVISION and self._sentence(chunk):
            draft.kind = NodeKind.PARAGRAPH
        self.top.add(draft)
        self.push(draft)
        draft.level = sum(open_.kind is NodeKind.DIVISION for open_ in self.stack)

    def _level(self, chunk: Chunk) -> int:
        return chunk.hashes or (_BOLD_LEVEL if chunk.bold else _PLAIN_LEVEL)

    def _completes(self, chunk: Chunk) -> bool:
        """Whether the heading is only the title of the numbered heading just above it."""
        top = self.top
        if chunk.word or chunk.marker or top.rank < 0 or top.children or any(b > a for a, b in top.ranges):
            return False
        return bool(top.number) and self._level(chunk) >= top.hashes

    def _word(self, draft: Draft, chunk: Chunk) -> None:
        rules = conventions()
        assert chunk.word is not None
        draft.word = chunk.word
        if chunk.word in rules.article_words:
            draft.kind, draft.rank, draft.number = NodeKind.ARTICLE, ARTICLE_RANK, chunk.number
        else:
            draft.rank = ANNEX_RANK if chunk.word in rules.annex else rules.ranks[chunk.word]
            printed = self.text[chunk.start : chunk.end].strip("#*_ ")
            end = printed.casefold().index(chunk.number.casefold()) + len(chunk.number) if chunk.number else None
            draft.number = " ".join((printed[:end] if end else printed.rstrip(":. ")).split())
        self.leave(draft.rank)

    def _run(self, readings: tuple[tuple[str, int], ...]) -> Draft | None:
        """The open division whose number comes just before, innermost first."""
        for draft in reversed(self.stack):
            if draft.style and (draft.style, draft.ordinal + 1) in readings:
                return draft
        return None

    def _number(self, draft: Draft, marker: Marker) -> None:
        draft.number, draft.depth = marker.label, marker.depth
        draft.style, draft.ordinal = min(marker.readings, key=lambda reading: reading[1])
        before = self._run(marker.readings)
        if before:
            draft.style, draft.ordinal = before.style, before.ordinal + 1
            draft.rank = before.rank
        elif marker.depth > 1:
            draft.rank = self._base(marker) + marker.depth
        else:
            above = next((open_ for open_ in reversed(self.stack) if open_.style), None)
            nested = above is not None and draft.ordinal == 1 and not self._bare_letter(marker)
            if above is not None and max(above.hashes, draft.hashes) < _BOLD_LEVEL and draft.hashes <= above.hashes:
                nested = False
            draft.rank = min((above.rank if above and nested else NUMBER_RANK) + 1, ARTICLE_RANK - 1)
        while self.top.rank >= draft.rank and not self._holds(draft, before):
            self.stack.pop()

    def _bare_letter(self, marker: Marker) -> bool:
        return len(marker.label) == 1 and marker.label.isalpha()

    def _holds(self, draft: Draft, before: Draft | None) -> bool:
        """Whether an unnumbered heading of a higher Markdown level stays open above a numbered one."""
        top = self.top
        return (
            before is None
            and top.rank == TITLE_RANK
            and max(top.hashes, draft.hashes) < _BOLD_LEVEL
            and (top.hashes < draft.hashes)
        )

    def _base(self, marker: Marker) -> int:
        """Where a decimal number counts from: the article that bears its first figure, or the document."""
        first = marker.label.split(".")[0]
        within = any(open_.kind is NodeKind.ARTICLE and open_.number == first for open_ in self.stack)
        return ARTICLE_RANK if within else NUMBER_RANK

    def _unnumbered(self, draft: Draft, chunk: Chunk) -> None:
        draft.rank = TITLE_RANK
        capitals = chunk.words(self.text).isupper()
        while self.top.rank >= 0 and self._closes(draft, capitals=capitals):
            self.stack.pop()
        if self.articles and chunk.form is Form.HEADING and not chunk.hashes and self._beside_articles():
            draft.rank = ARTICLE_RANK

    def _beside_articles(self) -> bool:
        return any(child.kind is NodeKind.ARTICLE for child in self.top.children[-_NEAR:])

    def _closes(self, draft: Draft, *, capitals: bool) -> bool:
        """Whether the innermost division ends at this unnumbered heading."""
        top = self.top
        marked = draft.hashes < _BOLD_LEVEL
        if top.rank == ZONE_RANK:
            return True
        if top.rank == TITLE_RANK:
            above = self.text[top.ranges[0][0] : top.ranges[-1][1]].isupper() if top.ranges else False
            return top.hashes >= draft.hashes and (capitals or not above)
        if top.kind is NodeKind.ARTICLE:
            return top.hashes >= draft.hashes
        if not marked:
            return capitals and top.depth == 1
        return top.hashes > draft.hashes or (top.hashes == draft.hashes and top.rank <= NUMBER_RANK + 1)

    def _sentence(self, chunk: Chunk) -> bool:
        """Whether a numbered bold line is a provision rather than a title: most lines of its family are sentences."""
        if not chunk.bold or chunk.marker is None or chunk.marker.depth < 2:
            return False
        lines, words = self.families[_family(chunk.marker)]
        return words > _TITLE_WORDS * lines

    def member(self, draft: Draft, marker: Marker) -> None:
        """Open a decimally numbered provision ("4.2 The supplier delivers…")."""
        draft.number, draft.depth = marker.label, marker.depth
        draft.rank = self._base(marker) + marker.depth
        draft.style, draft.ordinal = marker.readings[0]
        self.leave(draft.rank)
        self.top.add(draft)
        self.push(draft)
