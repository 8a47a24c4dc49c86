"""Lines gathered into chunks, in the order of the text: which line opens a chunk, which goes on with one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from ingest.structure.aligned import Cells, aligned_rows
from ingest.structure.chunks import Chunk, Form, title_like
from ingest.structure.conventions import conventions
from ingest.structure.lines import Layout, Line, finished, opens_lower
from ingest.structure.markers import Marker, item_marker
from ingest.structure.openers import (
    article_number,
    is_row,
    is_word_heading,
    marked_heading,
    numbered_heading,
    plain_chunk,
    row_chunk,
)

_LABEL = re.compile(r"[A-Z][\w-]+: \S")
_LOST = "lost"
_URLS = ("http://", "https://", "www.")
_LOOSE_CAPITALS = 10
_SHORT_TITLE = 6
_NUMBER_REACH = 16


class _Cutter:
    """Walks over the lines once and keeps the chunk that is being written, its lines and its widest line."""

    def __init__(self, text: str, layout: Layout) -> None:
        self.text = text
        self.layout = layout
        self.open: Chunk | None = None
        self.ranges: list[tuple[int, int]] = []
        self.widest = 0
        self.previous: Line | None = None
        self.following: Line | None = None
        self.broken = False
        self.counts: dict[str, int] = {}
        self.inner_gap = layout.spacing
        self.article = 0
        self.recurring: Counter[str] = Counter()
        self.aligned: dict[int, Cells] = {}

    def cut(self, lines: Sequence[Line], skip: frozenset[int]) -> Iterator[Chunk]:
        """Every chunk in ``lines`` without those in ``skip``."""
        content = [index for index, line in enumerate(lines) if not line.blank]
        above = dict(zip(content[1:], content, strict=False))
        body = [index for index in content if index not in skip]
        self.recurring.update(lines[index].words(self.text) for index in body)
        self.aligned = {lines[index].start: cells for index, cells in aligned_rows(self.text, lines).items()}
        for index, below in zip_longest(body, body[1:]):
            line = lines[index]
            self.following = lines[below] if below is not None else None
            self.broken = above.get(index) in skip
            yield from self._take(line)
            self.previous = line
        yield from self._finish()

    def _take(self, line: Line) -> Iterator[Chunk]:
        opened = self._opened(line)
        if opened is None and self.open and self._joins(line):
            if not line.page and not self.broken:
                self.inner_gap = min(self.inner_gap, line.blanks)
            self.widest = max(self.widest, self.ranges[-1][1] - self.ranges[-1][0])
            self.ranges.append((line.left, line.right))
            return
        gap = self._gap(line)
        running = None if opened else self._article(line)
        yield from self._finish()
        if running:
            yield running
            opened = replace(
                plain_chunk(Form.TEXT, line, running.end, line.right, gap), start=running.end, indent=line.indent
            )
        self.open = opened or plain_chunk(Form.TEXT, line, line.left, line.right, gap)
        if self.open.word or running:
            self._count_article(running or self.open)
        self.ranges = list(self.open.ranges)
        self.widest = 0
        self.inner_gap = self.layout.spacing
        if self.open.marker:
            self.counts.update(self._counted(self.open.marker))

    def _flows(self, words: str) -> bool:
        """Whether what follows an article's number is a sentence that goes on below, not a title after a dash."""
        if self.following is None or self.following.blanks > self.layout.spacing or article_number(words) is None:
            return False
        dashed = any(mark in words[:_NUMBER_REACH] for mark in "-–—:")
        return not dashed and opens_lower(self.following.words(self.text)) and not finished(words)

    def _article(self, line: Line) -> Chunk | None:
        """The heading of an article whose first sentence follows on the same line: its number is the next in order."""
        words = line.words(self.text)
        found = article_number(words)
        if found is None or not found[0].isdigit() or int(found[0]) != self.article + 1 or not self._fresh(line):
            return None
        heading = plain_chunk(Form.HEADING, line, line.left + found[1], line.left + found[1], self._gap(line))
        word = words.split(maxsplit=1)[0].casefold()
        return replace(heading, end=line.left + found[1], word=word, number=found[0])

    def _count_article(self, heading: Chunk) -> None:
        if heading.word in conventions().article_words and heading.number and heading.number.isdigit():
            self.article = int(heading.number)

    def _finish(self) -> Iterator[Chunk]:
        if self.open and len(self.ranges) > 1:
            yield replace(self.open, end=self.ranges[-1][1], ranges=tuple(self.ranges))
        elif self.open:
            yield self.open

    def _gap(self, line: Line) -> bool:
        return self.broken or line.page or line.blanks > self.inner_gap

    def _opened(self, line: Line) -> Chunk | None:
        """The chunk that this line opens by its own marks, if it has any."""
        words, gap = line.words(self.text), self._gap(line)
        if line.start in self.aligned:
            return replace(row_chunk(line, gap), start=line.left, end=line.right, cells=self.aligned[line.start])
        in_table = self.open is not None and self.open.form is Form.ROW
        if is_row(
            self.text, line, in_table or (self.following is not None and is_row(self.text, self.following, False))
        ):
            return row_chunk(line, gap)
        heading = marked_heading(self.text, line, gap)
        if heading:
            return heading
        if is_word_heading(words) and self._fresh(line) and not self._flows(words):
            return numbered_heading(self.text, line, line.left, line.right, gap)
        marker = self._marker(line, words)
        if marker:
            return replace(plain_chunk(Form.ITEM, line, line.left + marker.length, line.right, gap), marker=marker)
        return None

    def _fresh(self, line: Line) -> bool:
        """Whether a new thought may begin on this line: after a gap, a sentence's end or a short line."""
        if self.previous is None or self.open is None or self._gap(line):
            return True
        before = self.previous.words(self.text)
        return finished(before) or self.open.form in (Form.HEADING, Form.ROW) or not self._wrapped(line)

    def _wrapped(self, line: Line) -> bool:
        """Whether the line above ended because the page did: the next word would not have fitted."""
        assert self.previous is not None
        first = line.words(self.text).split(maxsplit=1)[0]
        width = self.layout.wrap
        if self.widest and not finished(self.previous.words(self.text)):
            width = max(min(width, self.widest * 9 // 10), width * 3 // 5)
        return self.previous.right - self.previous.left + 1 + len(first) >= width

    def _marker(self, line: Line, words: str) -> Marker | None:
        """The item mark on this line, unless the line more likely goes on with the sentence above."""
        marker = item_marker(words)
        if marker is None:
            return self._lost_glyph(line, words)
        if not self._well_formed(marker, words[marker.length :]):
            return None
        if self.previous is None or self.open is None or self._gap(line):
            return marker
        if finished(self.previous.words(self.text)) or self.open.form in (Form.HEADING, Form.ROW):
            return marker
        if self.open.form is Form.ITEM and self._continues(marker):
            return marker
        if marker.numbered or marker.style in "-–—*+":
            same = self.open.marker is not None and self.open.marker.style == marker.style and not marker.numbered
            return marker if same or not self._wrapped(line) else None
        return marker

    def _well_formed(self, marker: Marker, after: str) -> bool:
        """Whether a letter opens an alphabet or goes on with one (initials do not), and a decimal number stands before
        a sentence or title.
        """
        if not marker.numbered:
            return True
        in_sequence = self._continues(marker) or self._first_below(marker)
        if marker.depth > 1 and (after[0].isdigit() or (opens_lower(after) and not in_sequence)):
            return False
        figure = marker.label.strip("().:°º")[:1].isdigit()
        return figure or self._continues(marker) or any(ordinal == 1 for _, ordinal in marker.readings)

    def _continues(self, marker: Marker) -> bool:
        return any(self.counts.get(style) == ordinal - 1 for style, ordinal in marker.readings if ordinal > 1)

    def _counted(self, marker: Marker) -> Sequence[tuple[str, int]]:
        """The readings of a mark that count: "i." below "a." is the first of its kind, no ninth letter."""
        counted = [(style, ordinal) for style, ordinal in marker.readings if self.counts.get(style, 0) == ordinal - 1]
        return counted or [reading for reading in marker.readings if reading[1] == 1] or marker.readings

    def _first_below(self, marker: Marker) -> bool:
        """Whether a number of three parts or more is the first below the number read last: "3.1.1" after "3.1"."""
        head, _, last = marker.label.rstrip(".)°º:").rpartition(".")
        above, _, place = head.rpartition(".")
        return last == "1" and bool(above) and place.isdigit() and self.counts.get(f"1{above}") == int(place)

    def _lost_glyph(self, line: Line, words: str) -> Marker | None:
        """A bullet whose glyph did not survive: a capital set in from the margin below an unfinished list item."""
        if not 1 <= line.indent <= 4 or self.open is None or self.previous is None or not words[0].isupper():
            return None
        above = self.open.marker
        if self.open.form is not Form.ITEM or above is None or self.broken or line.blanks > self.layout.spacing + 1:
            return None
        if above.style == _LOST and abs(line.indent - self.open.indent) <= 1:
            return Marker("", 0, _LOST)
        before = self.previous.words(self.text)
        broken_off = before.rsplit(maxsplit=1)[-1].casefold() in conventions().function_words or self._wrapped(line)
        deeper = line.blanks <= self.layout.spacing and line.indent > self.previous.indent
        return Marker("", 0, _LOST) if deeper and not finished(before) and not broken_off else None

    def _joins(self, line: Line) -> bool:
        """Whether a line without marks goes on with the open chunk."""
        assert self.open is not None
        assert self.previous is not None
        words, before = line.words(self.text), self.previous.words(self.text)
        if self.open.form is Form.ROW or self.open.hashes or self.open.bold or (line.blanks and _opens_zone(words)):
            return False
        lower, done = opens_lower(words), finished(before)
        if line.blanks > self.inner_gap and not self.broken and not line.page:
            return not done and (lower or (before[-1] == "-" and line.blanks <= self.layout.spacing + 1))
        if self.open.word:
            return lower and not done
        if words.startswith(_URLS) and title_like(before.lstrip("0123456789.) ")):
            return False
        if lower:
            return not (done and (self.broken or (before[-1] == ";" and not self._wrapped(line))))
        if done:
            return not self._stands_alone(line, words) and self._wrapped(line)
        return self._runs_on(line, before, words)

    def _runs_on(self, line: Line, before: str, words: str) -> bool:
        """Whether an unfinished line goes on below with a capital."""
        if len(self.ranges) == 1 and self._new_thought(before, words):
            return False
        if before.isupper() and words.isupper() and len(before) > _LOOSE_CAPITALS:
            return True
        if before[-1] in ",-(" or before.rsplit(maxsplit=1)[-1].casefold() in conventions().function_words:
            return True
        return self._wrapped(line) and not self._recurs(words)

    def _recurs(self, words: str) -> bool:
        """Whether a line is a title because it stands in the document more than once."""
        return self.recurring[words] > 1 and len(words.split()) <= _SHORT_TITLE and title_like(words)

    def _stands_alone(self, line: Line, words: str) -> bool:
        """Whether a line is a title by itself: the line below begins anew though its first word had fitted here."""
        if self.following is None or not title_like(words):
            return False
        below = self.following.words(self.text)
        room = line.right - line.left + 1 + len(below.split(maxsplit=1)[0])
        return not opens_lower(below) and room < self.layout.wrap

    def _new_thought(self, before: str, words: str) -> bool:
        """Whether ``words`` must begin a sentence: a capital article or preposition, or a label with a colon."""
        assert self.open is not None
        if _LABEL.match(words) and self.open.marker is not None:
            return True
        first = words.split(maxsplit=1)[0]
        return before[-1] != "," and first[0].isupper() and first.casefold() in conventions().function_words


def _opens_zone(words: str) -> bool:
    """Whether a line opens the recitals or what was agreed, though it goes on with a sentence: "overwegende:"."""
    return any(zone.match(words) for zone in (conventions().recital, conventions().recitals, conventions().operative))


def cut_chunks(text: str, lines: Sequence[Line], skip: Iterable[int], layout: Layout) -> tuple[Chunk, ...]:
    """The chunks of ``lines``, leaving out the lines whose index is in ``skip`` (furniture and footnotes)."""
    return tuple(_Cutter(text, layout).cut(lines, frozenset(skip)))
