"""Lines that say by their own marks what they are: table rows, Markdown headings, headings such as "Artikel 4"."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.structure.chunks import Chunk, Form
from ingest.structure.conventions import conventions
from ingest.structure.lines import Line, opens_lower
from ingest.structure.markers import is_glyph, number_marker

_TAG = re.compile(r"<[^<>]*>")
_HASHES = re.compile(r"(#{1,6})\s*(?=[^#\s])")
_CLOSING_HASHES = re.compile(r"\s+#+$")
_BOLD = re.compile(r"\*\*(?!\s)((?:(?!\*\*).)+?)\*\*[.:]?$|__(?!\s)((?:(?!__).)+?)__[.:]?$")
_AFTER_NUMBER = re.compile(r"[\s:–—.-]*")
_HEADING_LENGTH = 140
_WORDS_OF_LEAD_IN = 4


def is_row(text: str, line: Line, in_table: bool) -> bool:
    """Whether a line is a table row: cells between pipes, or parted by tabs; ``in_table`` when its neighbour is one."""
    if text[line.left] == "|":
        return text.count("|", line.left, line.right) > 1
    tab = text.find("\t", line.left, line.right)
    if tab >= 0:
        return in_table or not _mark(text[line.left : tab].strip(), text.count("\t", line.left, line.right) == 1)
    return in_table and "\t" in text[line.start : line.end]


def _mark(first: str, single: bool) -> bool:
    """Whether the words before a line's first tab are an item's mark or a heading's number rather than a cell."""
    if is_glyph(first):
        return True
    marker = number_marker(f"{first} x") if single else None
    word = conventions().keyword.fullmatch(first) if single else None
    return word is not None or (marker is not None and marker.label == first)


def plain_chunk(form: Form, line: Line, words: int, end: int, gap: bool) -> Chunk:
    """A chunk of one line whose words stand from ``words`` to ``end``."""
    return Chunk(form, line.left, line.right, ((words, end),), gap, line.indent)


def row_chunk(line: Line, gap: bool) -> Chunk:
    """A table row; it keeps the white space around it, since a tab at the edge bounds an empty cell."""
    return Chunk(Form.ROW, line.start, line.end, ((line.left, line.right),), gap, line.indent)


def marked_heading(text: str, line: Line, gap: bool) -> Chunk | None:
    """The heading that a line is by Markdown: hashes before it, or nothing on it but bold words."""
    words = line.words(text)
    if not any(char.isalnum() for char in _TAG.sub("", words)):
        return None
    if words[0] == "#" and (hashes := _HASHES.match(words)):
        closing = _CLOSING_HASHES.search(words)
        end = line.left + closing.start() if closing else line.right
        return replace(numbered_heading(text, line, line.left + hashes.end(), end, gap), hashes=len(hashes[1]))
    bold = _BOLD.match(words) if words[:2] in ("**", "__") else None
    if bold and not opens_lower(words.strip("*_ ")):
        group = 1 if bold[1] is not None else 2
        start, end = line.left + bold.start(group), line.left + bold.end(group)
        return replace(numbered_heading(text, line, start, end, gap), bold=True)
    return None


def numbered_heading(text: str, line: Line, start: int, end: int, gap: bool) -> Chunk:
    """A heading whose words stand from ``start`` to ``end``; a heading word and number, or a number, are taken off."""
    inner = text[start:end].strip("*_ ")
    start = text.index(inner, start)
    end = start + len(inner)
    word = conventions().keyword.match(inner)
    if word:
        rest = _AFTER_NUMBER.match(inner, word.end())
        chunk = plain_chunk(Form.HEADING, line, start + (rest.end() if rest else word.end()), end, gap)
        return replace(chunk, word=(word["word"] or word["bare"]).casefold(), number=word["number"])
    marker = number_marker(inner)
    if marker and (marker.label[-1] in ".)°º:" or marker.depth > 1 or marker.label[-1].isdigit()):
        return replace(plain_chunk(Form.HEADING, line, start + marker.length, end, gap), marker=marker)
    lead = len(inner) - len(inner.lstrip(": "))
    return plain_chunk(Form.HEADING, line, start + lead, end, gap)


def article_number(words: str) -> tuple[str, int] | None:
    """The number and the length of an article's opening when its first sentence stands on the same line ("Artikel 4.
    The parties meet twice a year."); None when the line is anything else.
    """
    match = conventions().keyword.match(words) if words[0].isupper() else None
    if match is None or match["word"] is None or match["word"].casefold() not in conventions().article_words:
        return None
    rest = words[match.end() :].lstrip(" \t-–—:.")
    return (match["number"], len(words) - len(rest)) if rest and rest[0].isupper() else None


def is_word_heading(words: str) -> bool:
    """Whether a line outside Markdown is a heading such as "Artikel 4 - Titel" or "BIJLAGE 2": word, number and
    nothing else but a title.
    """
    if len(words) > _HEADING_LENGTH or (not words[0].isupper() and words[0] != "§"):
        return False
    match = conventions().keyword.match(words)
    if not match:
        return False
    rest = words[match.end() :].lstrip()
    title = rest.lstrip("-–—:. ")
    introduces = title.endswith(":") and len(title.split()) >= _WORDS_OF_LEAD_IN
    return not rest or (bool(title) and not opens_lower(title) and words[-1] not in ".;," and not introduces)
