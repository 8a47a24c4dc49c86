"""Blocks cut into sentences."""

from __future__ import annotations

import re
from functools import cache

from ingest.model.text import MappedText
from ingest.packaged import read_toml

_STOP = re.compile(r"(?P<mark>[.!?…]+)(?P<close>[\"'”’)\]*_]*)\s+(?=[\"'“‘„(\[]?[^\W_])")
_LAST_WORD = re.compile(r"(?:^|[\s(\[“‘'\"/-])(?P<word>[^\s(\[“‘'\"/]*)$")
_LETTERS = re.compile(r"^(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}$|^[^\W\d_]$")
_NUMBERED = re.compile(r"(?:\(\d{1,2}\)|\d{1,2}[.)]?)\s+(?=[A-Z][a-zà-ÿ]|[A-Z]\b)")
_ORDINAL = re.compile(r"^(?:\d+|[IVXivx]+|[a-zA-Z])(?:\.\d+)*$")


@cache
def _words() -> tuple[frozenset[str], frozenset[str], tuple[str, ...]]:
    data = read_toml("ingest.understand", "data/sentences.toml")
    return frozenset(data["abbreviations"]), frozenset(data["may_end"]), tuple(data["labelled"])


def sentence_ranges(text: str) -> list[tuple[int, int]]:
    """Start and end of every sentence in ``text``, in order, without the white space between them."""
    ranges, start = [], 0
    for match in _STOP.finditer(text):
        if not _ends_sentence(text, start, match):
            continue
        ranges.append((start, match.end("close")))
        start = match.end()
    if text[start:].strip():
        ranges.append((start, len(text.rstrip())))
    return ranges


def sentences(block: MappedText) -> list[MappedText]:
    """The sentences of a block, each with its own map to the source, without a number before the first one."""
    number = _NUMBERED.match(block.text)
    whole = block.slice(number.end(), len(block.text)) if number else block
    return [whole.slice(start, end) for start, end in sentence_ranges(whole.text)]


def _labelled(before: str) -> bool:
    """Whether ``before`` ends in a letter that labels a part ("bijlage B") and is no initial."""
    return re.search(rf"\b(?:{'|'.join(_words()[2])}) \w$", before.lower()) is not None


def _ends_sentence(text: str, start: int, match: re.Match[str]) -> bool:
    if match["mark"] != ".":
        return True
    following = text[match.end() :].lstrip("\"'“‘„([")
    if not following[:1].isupper() and not following[:1].isdigit():
        return False
    before = _LAST_WORD.search(text[start : match.start()])
    word = before["word"] if before else ""
    abbreviations, may_end, _ = _words()
    if word.lower() in may_end:
        return following[:1].isupper()
    if word.lower() in abbreviations or (_LETTERS.match(word) and not _labelled(text[start : match.start()])):
        return False
    return not (_ORDINAL.match(word) and (match.start() - start) == len(word))
