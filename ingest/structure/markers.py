"""What opens a list item or a numbered heading: glyphs and numbers, their style and their place in a sequence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.structure.conventions import conventions

_NUMBER = re.compile(
    r"(?P<open>\()?(?:§[ ]?)?"
    r"(?P<value>\d{1,3}(?:\.\d{1,3})*[a-z]?|[A-Z]\.\d{1,3}(?:\.\d{1,3})*|[A-Z]\d{1,2}(?=[.)]|\s+[A-Z])"
    r"|[a-z]{1,2}|[A-Z]|[ivxl]{2,7}|[IVXL]{2,7})"
    r"(?P<close>[°º]?[.)](?:\)|:)?|[°º])?(?P<emphasis>[*_]{1,3}(?=\s))?"
    r"(?P<after>[ \t\xa0]+|(?=[*_(\[‘'“]?[^\W\d_]{2,}[\s,;])|$)"
)
_ROMAN = re.compile(r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_EMPHASIS = re.compile(r"[*_]{1,3}")


@dataclass(frozen=True, slots=True)
class Marker:
    """The mark before an item: ``label`` as printed, ``length`` with the white space behind it, ``style`` shared by
    the items of one list, and for numbers every (style, ordinal) it can be read as ("i" is one and nine).
    ``depth`` counts the parts of a decimal number.
    """

    label: str
    length: int
    style: str
    readings: tuple[tuple[str, int], ...] = ()
    depth: int = 0

    @property
    def numbered(self) -> bool:
        """Whether the mark has a place in a sequence."""
        return bool(self.readings)


def _counts(value: str) -> bool:
    """Whether a number is one of digits, by themselves or behind the letter of an annex: "6.1", "C.2", "B3"."""
    return any(char.isdigit() for char in value)


def _roman(value: str) -> int | None:
    lower = value.lower()
    if not lower or not _ROMAN.fullmatch(lower):
        return None
    total = 0
    for char, following in zip(lower, [*lower[1:], ""], strict=True):
        worth = _VALUES[char]
        total += -worth if following and _VALUES[following] > worth else worth
    return total


def _readings(value: str, frame: str) -> tuple[tuple[str, int], ...]:
    if _counts(value):
        head, last = value[:1], value[1:]
        if value[0].isdigit() or "." in value:
            head, _, last = value.rpartition(".")
        frame = "" if head else frame
        digits = re.match(r"\d+", last)
        assert digits is not None
        return ((f"{frame}1{head}", int(digits.group())),)
    case = "a" if value.islower() else "A"
    found: list[tuple[str, int]] = []
    if len(value) == 1:
        found.append((f"{frame}{case}", ord(value.lower()) - 96))
    elif len(value) == 2 and value[0] == value[1]:
        found.append((f"{frame}{case}", ord(value[0].lower()) - 96 + 26))
    roman = _roman(value)
    if roman is not None:
        found.append((f"{frame}{'i' if case == 'a' else 'I'}", roman))
    return tuple(found)


def is_glyph(label: str) -> bool:
    """Whether an item's printed mark is a glyph (or nothing at all) and not a number."""
    return not label or conventions().glyph.match(f"{label} x") is not None


def number_marker(words: str) -> Marker | None:
    """The number that ``words`` open with, if they do: "1.", "6.1", "C.2", "§ 3.", "(2)", "b)", "iv.", "3°", or "1"
    before a title.
    """
    emphasis = _EMPHASIS.match(words)
    lead = emphasis.end() if emphasis else 0
    match = _NUMBER.match(words, lead)
    if not match or match.end() == lead:
        return None
    value, close = match["value"], match["close"] or ""
    if match["open"] and ")" not in close:
        return None
    bare = not close
    if bare and not (_counts(value) or (len(value) == 1 and value.isupper())):
        return None
    if not match["after"] and match.end() < len(words) and (_counts(value) or bare or match["open"]):
        return None
    frame = ("§" if words[lead] == "§" else "") + close[:1]
    readings = _readings(value, frame)
    if not readings:
        return None
    label = words[lead : match.end("close") if close else match.end("value")]
    depth = value.count(".") + 1
    return Marker(label, match.end(), readings[0][0], readings, depth)


def item_marker(words: str) -> Marker | None:
    """The glyph, number, or glyph and number that ``words`` open with, if any text follows it on the line."""
    glyph = conventions().glyph.match(words)
    if not glyph:
        number = number_marker(words)
        if number is None or number.length >= len(words):
            return None
        return number if number.label[-1] in ".)°º:" or number.depth > 1 else None
    sign = glyph.group().strip()
    number = number_marker(words[glyph.end() :])
    if number is None or number.label[-1] not in ".)°º" or glyph.end() + number.length >= len(words):
        return Marker(sign, glyph.end(), sign)
    readings = tuple((sign + style, ordinal) for style, ordinal in number.readings)
    return Marker(number.label, glyph.end() + number.length, readings[0][0], readings, number.depth)
