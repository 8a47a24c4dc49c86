"""A source cut into physical lines, and what the lines say of the layout: spacing and width."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.structure.markers import item_marker

_FINISHED = re.compile(r"(?:\[\^[^\]\s]+\]|[.;:!?…][)\]”’\"'*_]*|[^\W\d_][)\]”’\"']?[.;:]\d{1,2})$")
_QUOTE = re.compile(r"(?:>[ \t]?)+(?!\s*[\d=>])|(?:> )+(?=\d+[.)] )")
_QUOTED_ON = re.compile(r"(?:>[ \t]?)+")
_LOWER = re.compile(r"[\"'“‘(\[]*[^\W\d_]")
_NO_BREAK_EVIDENCE = 5
_PAGE_EVIDENCE = 3


@dataclass(frozen=True, slots=True)
class Line:
    """One physical line: ``start`` to ``end`` without its line end and the mark of a quotation, ``left`` to ``right``
    without outer white space.

    ``page`` is true when a form feed stands between this line and the one before; ``blanks`` counts the empty
    lines just above.
    """

    start: int
    end: int
    left: int
    right: int
    page: bool
    blanks: int

    @property
    def blank(self) -> bool:
        """Whether nothing but white space stands on the line."""
        return self.left >= self.right

    @property
    def indent(self) -> int:
        """The number of characters of white space before the first word."""
        return self.left - self.start

    def words(self, text: str) -> str:
        """The line without outer white space."""
        return text[self.left : self.right]


@dataclass(frozen=True, slots=True)
class Layout:
    """``spacing`` is the usual number of empty lines between two lines of one sentence; ``wrap`` the length that a
    line and the next word would have together, below which a line end is the author's and not the page's.
    """

    spacing: int
    wrap: int


def split_lines(text: str) -> tuple[Line, ...]:
    """Every line of ``text`` in order, empty ones too. Line ends are those of ``str.splitlines``.

    What is quoted reads as the rest does: the marks of a Markdown quotation are no words. A single ">" before a figure
    means more than it.
    """
    lines: list[Line] = []
    position = blanks = 0
    page = quoted = False
    for whole in text.splitlines(keepends=True):
        body = whole.rstrip("\r\n\f\v\x1c\x1d\x1e\x85\u2028\u2029")
        quote = (_QUOTED_ON if quoted else _QUOTE).match(body)
        first, quoted = (quote.end(), True) if quote else (0, False)
        inner = body[first:]
        stripped = inner.strip()
        left = position + first + (len(inner) - len(inner.lstrip())) if stripped else position + len(body)
        line = Line(position + first, position + len(body), left, left + len(stripped), page, blanks)
        lines.append(line)
        blanks = blanks + 1 if line.blank else 0
        page = "\f" in whole[len(body) :] or (page and line.blank)
        position += len(whole)
    return tuple(lines)


def finished(words: str) -> bool:
    """Whether ``words`` end as a sentence, a lead-in or a list item does."""
    return _FINISHED.search(words[-12:]) is not None


def opens_lower(words: str) -> bool:
    """Whether ``words`` begin with a small letter, as the rest of a broken sentence does."""
    found = _LOWER.match(words)
    return words[0] in ")]},;" or (found is not None and found.group()[-1].islower())


def measure(text: str, lines: Sequence[Line]) -> Layout:
    """Learn spacing and width from the line ends that certainly fall inside a sentence: the line does not end as a
    sentence and the next begins with a small letter that is no mark of an item.
    """
    gaps: Counter[int] = Counter()
    reach: list[int] = []
    previous: Line | None = None
    for line in lines:
        if line.blank:
            continue
        words = line.words(text)
        broken = previous is not None and opens_lower(words) and not finished(previous.words(text))
        if previous is not None and broken and item_marker(words) is None:
            gaps[line.blanks] += 1
            reach.append(previous.right - previous.left + 1 + len(words.split(maxsplit=1)[0]))
        previous = line
    if len(reach) < _NO_BREAK_EVIDENCE:
        return Layout(0, 10**6)
    reach.sort()
    spacing = 1 if gaps[1] > gaps[0] else 0
    return Layout(spacing, max(reach[len(reach) // 20], reach[len(reach) // 2] * 4 // 5))


def page_starts(lines: Sequence[Line], noted: Collection[int]) -> tuple[Line, ...]:
    """The lines, with every page's first line marked where form feeds were lost to a single space: that is so when
    the line after a footnote (``noted`` are the footnotes' lines) is always set in by one character.
    """
    body = [index for index, line in enumerate(lines) if not line.blank]
    after = [b for a, b in pairwise(body) if a in noted and b not in noted]
    if sum(lines[index].indent == 1 for index in after) < max(_PAGE_EVIDENCE, len(after) * 3 // 4):
        return tuple(lines)
    marked = list(lines)
    for above, index, below in zip([body[0], *body], body, [*body[1:], body[-1]], strict=False):
        if lines[index].indent == 1 and lines[above].indent == 0 and lines[below].indent == 0:
            marked[index] = replace(lines[index], page=True)
    return tuple(marked)
