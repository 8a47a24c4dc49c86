"""Footnotes: where their bodies stand, and which numbers in the running text refer to them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.model.text import Span
from ingest.structure.conventions import conventions
from ingest.structure.lines import Layout, Line, finished, opens_lower

_RULED = re.compile(r"[_‗―-]{8,}$")


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: its number as printed, the indices of the lines that hold its body, where the body's words start,
    and the place of the reference to it in the running text.
    """

    number: str
    lines: tuple[int, ...]
    words: int
    reference: Span | None


def _glued(number: str) -> re.Pattern[str]:
    after_mark = r"(?<=[^\W\d_][.,;:!?])|(?<=[)’”\"'\]][.,;:!?])"
    return re.compile(rf"(?:(?<=[^\W\d_])|(?<=[)’”\]])|{after_mark}){number}(?![\w])")


def _reference(text: str, number: str, start: int, end: int) -> Span | None:
    """The last place in ``text[start:end]`` where ``number`` hangs on a word, or stands alone at a line's end."""
    for pattern in (_glued(number), re.compile(rf"(?<=[^\W\d_] ){number}(?=[ \t]*(?:[\r\n]|\Z))")):
        found = list(pattern.finditer(text, start, end))
        if found:
            return Span(found[-1].start(), found[-1].end())
    return None


def _ruled(text: str, lines: Sequence[Line], index: int) -> bool:
    """Whether a rule, or the white space where one stood, is just above the line."""
    above = index - 1
    while above >= 0 and lines[above].blank:
        if lines[above].end - lines[above].start >= conventions().note_rule:
            return True
        above -= 1
    return above >= 0 and _RULED.match(lines[above].words(text)) is not None


def _body(
    text: str, lines: Sequence[Line], index: int, skip: frozenset[int], layout: Layout, broken_off: bool
) -> tuple[int, ...]:
    """The lines of the note that begins at ``index``: as far as spacing and indent stay the same."""
    first = lines[index]
    taken = [index]
    for later in range(index + 1, len(lines)):
        line = lines[later]
        if line.blank:
            continue
        words = line.words(text)
        if later in skip or line.page or line.blanks > layout.spacing or line.indent != first.indent:
            break
        if conventions().note_body.match(words):
            break
        if broken_off and opens_lower(words) and finished(lines[taken[-1]].words(text)):
            break
        taken.append(later)
    return tuple(taken)


def find_notes(text: str, lines: Sequence[Line], skip: frozenset[int], layout: Layout) -> tuple[Note, ...]:
    """Every footnote, in the order of the text. A line that opens with a small number is a footnote when a rule
    stands above it or another footnote ends there, and when the number follows the last note's and hangs on a word
    earlier in the text; Markdown's own ``[^1]:`` needs no evidence. ``skip`` holds the lines that are furniture.
    """
    rules = conventions()
    found: list[Note] = []
    last, after = 0, -1
    previous: Line | None = None
    for index, line in enumerate(lines):
        if line.blank or index in skip or index <= after:
            continue
        words = line.words(text)
        marked = rules.marked_note.match(words) if words[0] == "[" else None
        if marked:
            body = _body(text, lines, index, skip, layout, False)
            found.append(Note(marked["number"], body, line.left + marked.start("text"), None))
            after = body[-1]
            continue
        match = rules.note_body.match(words) if words[0].isdigit() and line.indent <= 4 else None
        if match and int(match["number"]) in {1, last + 1} and not match["text"][:30].isupper():
            start = max(line.start - rules.note_window, 0)
            reference = _reference(text, match["number"], start, line.start)
            following = bool(found) and index == after + 1 and line.blanks <= layout.spacing
            apart = line.blanks > layout.spacing or (previous is not None and line.blanks >= 1)
            if reference and (following or _ruled(text, lines, index) or apart):
                broken_off = previous is not None and not finished(previous.words(text))
                body = _body(text, lines, index, skip, layout, broken_off)
                found.append(Note(match["number"], body, line.left + match.start("text"), reference))
                last, after = int(match["number"]), body[-1]
                continue
        previous = line
    return tuple(found)
