"""Spans in a source text, and repaired text that never loses the way back to it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of Unicode code points in a source text: ``text[start:end]``."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Raise ValueError for a range that runs backwards or before the text."""
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}-{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words of ``text`` that this span covers."""
        return text[self.start : self.end]


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The range ``start`` to ``end`` of the text without its outer white space; empty when it holds nothing else."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


@dataclass(frozen=True, slots=True)
class MappedText:
    """Text repaired for reading (lines joined, broken words healed, spaces single) with its map to the source.

    ``offsets[i]`` is the source offset of ``text[i]``; offsets only rise. A space that stands for a line end
    carries the offset of the white space it replaced.
    """

    text: str
    offsets: tuple[int, ...]

    def __post_init__(self) -> None:
        """Raise ValueError when the map does not fit the text."""
        if len(self.text) != len(self.offsets):
            raise ValueError(f"{len(self.text)} characters but {len(self.offsets)} offsets")

    def __bool__(self) -> bool:
        return bool(self.text)

    def slice(self, start: int, end: int) -> MappedText:
        """The part from ``start`` to ``end`` (positions in this text), trimmed of outer white space."""
        start, end = trimmed(self.text, start, end)
        return MappedText(self.text[start:end], self.offsets[start:end])

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """The source range from the first to just after the last character of ``text[start:end]``."""
        end = len(self.text) if end is None else end
        if start >= end:
            raise ValueError(f"an empty part has no span: {start}-{end}")
        return Span(self.offsets[start], self.offsets[end - 1] + 1)


EMPTY = MappedText("", ())
