"""Lines gathered into chunks: headings, paragraphs of running text, items and rows, in the order of the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from ingest.structure.conventions import conventions
from ingest.structure.lines import Layout, Line, finished, opens_lower
from ingest.structure.markers import Marker, item_marker, number_marker

_HASHES = re.compile(r"(#{1,6})\s*(?=[^#\s])")
_CLOSING_HASHES = re.compile(r"\s+#+$")
_BOLD = re.compile(r"\*\*(?!\s)((?:(?!\*\*).)+?)\*\*[.:]?$|__(?!\s)((?:(?!__).)+?)__[.:]?$")
_LABEL = re.compile(r"[A-Z][\w-]+: \S")
_INNER_STOP = re.compile(r"[^\W\d_]{3,}[.!?]\)? +[A-Z]")
_LEGEND = re.compile(r"\S+: \S")
_LOST = "lost"
_URLS = ("http://", "https://", "www.")
_LOOSE_CAPITALS = 10
_SHORT_TITLE = 6


class Form(Enum):
    """What a chunk is taken for."""

    TEXT = auto()
    HEADING = auto()
    ITEM = auto()
    ROW = auto()


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some lines that belong together. ``start`` to ``end`` hold them with their marks, ``ranges`` the words only.

    ``gap`` is true after a paragraph's white space or a page's end; ``hashes`` is the level of a Markdown heading;
    ``word`` and ``number`` are the word and number of a heading such as "Artikel 3".
    """

    form: Form
    start: int
    end: int
    ranges: tuple[tuple[int, int], ...]
    gap: bool
    indent: int
    marker: Marker | None = None
    hashes: int = 0
    bold: bool = False
    word: str | None = None
    number: str | None = None

    def words(self, text: str) -> str:
        """The words of the chunk as they stand, lines joined by spaces."""
        return " ".join(text[a:b].strip() for a, b in self.ranges if b > a)


def title_like(words: str) -> bool:
    """Whether ``words`` could be a title: short, begun with a capital or figure, not ended as a sentence."""
    rules = conventions()
    plain = words.strip("*_ ")
    if not plain or len(plain) > rules.title_length or opens_lower(plain) or "\t" in plain:
        return False
    parts = plain.split()
    if len(parts) > rules.title_words or not any(char.isalpha() for char in plain):
        return False
    if parts[0].casefold() in rules.pronouns or _INNER_STOP.search(plain):
        return False
    if plain[-1] in ".;:,-" or parts[-1].casefold() in rules.function_words:
        return len(parts) <= 2 and plain[-1] == "." and plain[:-1].isalpha() and len(plain) > 4
    return True


def _row(text: str, line: Line, in_table: bool) -> bool:
    """Whether a line is a table row: cells between pipes, or parted by tabs; ``in_table`` when its neighbour is one."""
    if text[line.left] == "|":
        return text.count("|", line.left, line.right) > 1
    if "\t" in text[line.left : line.right]:
        return True
    return in_table and "\t" in text[line.start : line.end]


class _Cutter:
    """Walks over the lines once and keeps the chunk that is being written."""

    def __init__(self, text: str, layout: Layout) -> None:
        self.text = text
        self.layout = layout
        self.open: Chunk | None = None
        self.previous: Line | None = None
        self.following: Line | None = None
        self.broken = False
        self.counts: dict[str, int] = {}
        self.inner_gap = layout.spacing
        self.recurring: Counter[str] = Counter()

    def cut(self, lines: Sequence[Line], skip: frozenset[int]) -> Iterator[Chunk]:
        """Every chunk in ``lines`` without those in ``skip``."""
        body = [index for index, line in enumerate(lines) if not line.blank and index not in skip]
        self.recurring.update(lines[index].words(self.text) for index in body)
        for index, below in zip(body, [*body[1:], None], strict=True):
            line = lines[index]
            self.following = lines[below] if below is not None else None
            self.broken = self._interrupted(lines, skip, index)
            yield from self._take(line)
            self.previous = line
        if self.open:
            yield self.open

    def _interrupted(self, lines: Sequence[Line], skip: frozenset[int], index: int) -> bool:
        """Whether furniture or a footnote stands between this line and the one before."""
        above = index - 1
        while above >= 0 and lines[above].blank:
            above -= 1
        return above in skip

    def _take(self, line: Line) -> Iterator[Chunk]:
        opened = self._opened(line)
        if opened is None and self.open and self._joins(line):
            self.inner_gap = min(self.inner_gap, line.blanks)
            self.open = replace(self.open, end=line.right, ranges=(*self.open.ranges, (line.left, line.right)))
            return
        if self.open:
            yield self.open
        self.open = opened or self._chunk(Form.TEXT, line, line.left)
        self.inner_gap = self.layout.spacing
        if self.open.marker:
            for style, ordinal in self.open.marker.readings:
                self.counts[style] = ordinal

    def _gap(self, line: Line) -> bool:
        return self.broken or line.page or line.blanks > self.inner_gap

    def _chunk(self, form: Form, line: Line, words: int, end: int | None = None, **more: object) -> Chunk:
        ranges = ((words, line.right if end is None else end),)
        chunk = Chunk(form, line.left, line.right, ranges, self._gap(line), line.indent)
        return replace(chunk, **more) if more else chunk  # type: ignore[arg-type]

    def _opened(self, line: Line) -> Chunk | None:
        """The chunk that this line opens by its own marks, if it has any."""
        words = line.words(self.text)
        beside = self.following is not None and _row(self.text, self.following, False)
        if _row(self.text, line, beside or (self.open is not None and self.open.form is Form.ROW)):
            return replace(self._chunk(Form.ROW, line, line.left), start=line.start, end=line.end)
        if words[0] == "#" and (hashes := _HASHES.match(words)):
            closing = _CLOSING_HASHES.search(words)
            end = line.left + closing.start() if closing else line.right
            return self._heading(line, line.left + hashes.end(), end, hashes=len(hashes[1]))
        bold = _BOLD.match(words) if words[:2] in ("**", "__") else None
        if bold:
            group = 1 if bold[1] is not None else 2
            return self._heading(line, line.left + bold.start(group), line.left + bold.end(group), bold=True)
        if self._keyword(line, words):
            return self._heading(line, line.left, line.right)
        marker = self._marker(line, words)
        if marker:
            return self._chunk(Form.ITEM, line, line.left + marker.length, marker=marker)
        return None

    def _heading(self, line: Line, start: int, end: int, **more: object) -> Chunk:
        """A heading chunk whose words stand from ``start`` to ``end``; word and number are taken off."""
        inner = self.text[start:end].strip("*_ ")
        start = self.text.index(inner, start) if inner else start
        end = start + len(inner)
        word = conventions().keyword.match(inner)
        if word:
            number = word["number"]
            name = (word["word"] or word["bare"]).casefold()
            rest = re.match(r"[\s:–—.-]*", inner[word.end() :])
            words = start + word.end() + (rest.end() if rest else 0)
            return self._chunk(Form.HEADING, line, words, end, word=name, number=number, **more)
        marker = number_marker(inner)
        if marker and (marker.label[-1] in ".)°:" or marker.depth > 1 or marker.label[-1].isdigit()):
            return self._chunk(Form.HEADING, line, start + marker.length, end, marker=marker, **more)
        lead = len(inner) - len(inner.lstrip(": "))
        return self._chunk(Form.HEADING, line, start + lead, end, **more)

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
        if self.open and len(self.open.ranges) > 1 and not finished(self.previous.words(self.text)):
            local = max(b - a for a, b in self.open.ranges[:-1]) * 9 // 10
            width = max(min(width, local), width * 3 // 5)
        return self.previous.right - self.previous.left + 1 + len(first) >= width

    def _keyword(self, line: Line, words: str) -> bool:
        """Whether the line is a heading such as "Artikel 4 - Titel" or "BIJLAGE 2" outside Markdown."""
        if len(words) > 140 or (not words[0].isupper() and words[0] != "§"):
            return False
        match = conventions().keyword.match(words)
        if not match or not self._fresh(line):
            return False
        rest = words[match.end() :].lstrip()
        if not rest:
            return True
        opens = rest.lstrip("-–—:. ")
        return bool(opens) and not opens_lower(opens) and words[-1] not in ".;,"

    def _marker(self, line: Line, words: str) -> Marker | None:
        """The item mark on this line, unless the line more likely goes on with the sentence above."""
        marker = item_marker(words)
        if marker is None:
            return self._lost_glyph(line, words)
        after = words[marker.length :]
        if marker.depth > 1 and ((opens_lower(after) and not self._continues(marker)) or after[0].isdigit()):
            return None
        if self.previous is None or self.open is None or self._gap(line):
            return marker
        before = self.previous.words(self.text)
        if finished(before) or self.open.form in (Form.HEADING, Form.ROW):
            return marker
        if self.open.form is Form.ITEM and self._continues(marker):
            return marker
        if marker.numbered or marker.style in "-–—*+":
            same = self.open.marker is not None and self.open.marker.style == marker.style and not marker.numbered
            return marker if same or not self._wrapped(line) else None
        return marker

    def _continues(self, marker: Marker) -> bool:
        return any(self.counts.get(style) == ordinal - 1 for style, ordinal in marker.readings if ordinal > 1)

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
        if (
            not finished(before)
            and not broken_off
            and line.blanks <= self.layout.spacing
            and line.indent > self.previous.indent
        ):
            return Marker("", 0, _LOST)
        return None

    def _joins(self, line: Line) -> bool:
        """Whether a line without marks goes on with the open chunk."""
        assert self.open is not None
        assert self.previous is not None
        words, before = line.words(self.text), self.previous.words(self.text)
        if self.open.form is Form.ROW or self.open.hashes or self.open.bold:
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
        if done and self._stands_alone(line, words):
            return False
        if not done and len(self.open.ranges) == 1 and self._new_thought(words):
            return False
        if not done and before.isupper() and words.isupper() and len(before) > _LOOSE_CAPITALS:
            return True
        if not done and (before[-1] in ",-(" or before.rsplit(maxsplit=1)[-1].casefold() in _open_words()):
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

    def _new_thought(self, words: str) -> bool:
        """Whether ``words`` must begin a sentence: a capital article or preposition, or a label with a colon."""
        assert self.open is not None
        assert self.previous is not None
        if _LABEL.match(words) and self.open.marker is not None:
            return True
        if self.previous.words(self.text)[-1] == ",":
            return False
        first = words.split(maxsplit=1)[0]
        return first[0].isupper() and first.casefold() in conventions().function_words


def _open_words() -> frozenset[str]:
    return conventions().function_words


def cut_chunks(text: str, lines: Sequence[Line], skip: Iterable[int], layout: Layout) -> tuple[Chunk, ...]:
    """The chunks of ``lines``, leaving out the lines whose index is in ``skip`` (furniture and footnotes)."""
    return tuple(_Cutter(text, layout).cut(lines, frozenset(skip)))


def legend_like(words: str) -> bool:
    """Whether ``words`` explain one term ("AB: algemeen bestuur") rather than name what follows."""
    return _LEGEND.match(words) is not None
