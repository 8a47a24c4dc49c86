"""Running text put together from lines: spaces single, broken words healed, markup and note numbers left out."""

from __future__ import annotations

import html
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence

from ingest.model.text import EMPTY, MappedText, Span
from ingest.structure.conventions import conventions

_TOKEN = re.compile(r"\s+|\S+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*-?")
_BROKEN = re.compile(r"(?<![^\W\d_])([^\W\d_]+)-[ \t]*(?:\r?\n[ \t]*)+([^\W\d_]+)")
_MARKUP = re.compile(
    r"(?P<link>!?\[(?P<label>[^\[\]]*)\]\((?P<target>[^()]*(?:\([^()\s]*\)[^()]*)*)\))"
    r"|(?P<strong>\*\*(?=\S)(?P<bold>.+?)(?<=\S)\*\*)"
    r"|(?P<em>(?<![\w*])\*(?=[^\s*])(?P<slant>[^*]+?)(?<=[^\s*])\*(?![\w*]))"
    r"|(?P<note>\[\^[^\]\s]+\])"
    r"|(?P<escape>\\[\\`*_{}\[\]()#+.!|>~-])"
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_SPECIAL = re.compile(r"[*\[\\<&\u00ad]")


class Healer:
    """Decides what becomes of a hyphen at a line end, from the words of the document itself."""

    def __init__(self, text: str) -> None:
        """Count the words of ``text`` that are not themselves broken over a line."""
        self._seen: Counter[str] = Counter()
        broken: list[tuple[str, str]] = []
        for line in re.finditer(r"[^\r\n]+", text):
            words = _WORD.findall(line.group())
            self._seen.update(word.casefold() for word in words)
        for match in _BROKEN.finditer(text):
            broken.append((match[1].casefold(), match[2].casefold()))
        kept = sum(self._seen[f"{a}-{b}"] > 0 for a, b in broken)
        dropped = sum(self._seen[a + b] > 0 for a, b in broken)
        self._drops = dropped > kept

    def join(self, before: str, after: str) -> str:
        """What stands between ``before``, which ends in a hyphen, and the next line's first word ``after``:
        ``"-"`` keeps the hyphen, ``""`` drops it, ``"- "`` keeps it and the space.
        """
        if after.rstrip(",.;:").casefold() in conventions().conjunctions:
            return "- "
        if after[0] in ")]/":
            return "-"
        left, right = _WORD.findall(before), _WORD.match(after)
        if not left or not right or not before[-2:-1].isalpha():
            return "-"
        a, b = left[-1].rstrip("-").casefold(), right.group().casefold()
        if self._seen[f"{a}-{b}"]:
            return "-"
        if after[0].isupper() or before.rstrip("-")[-1:].isupper():
            return "-"
        if self._seen[a + b]:
            return ""
        return "" if self._drops else "-"


class Writer:
    """Makes MappedTexts from ranges of one source text; ``dropped`` are ranges that never appear in them."""

    def __init__(self, text: str, dropped: Iterable[Span] = ()) -> None:
        """Keep the source, learn its words, sort what is left out."""
        self.text = text
        self._healer = Healer(text)
        self._dropped = sorted(dropped)

    def write(self, ranges: Sequence[tuple[int, int]]) -> MappedText:
        """One text out of the lines (or parts of lines) at ``ranges``, which rise."""
        chars: list[str] = []
        offsets: list[int] = []
        space: int | None = None
        for start, end in ranges:
            for kind, a, b in self._pieces(start, end):
                if kind == "space":
                    space = a if space is None else space
                    continue
                if space is not None and chars and not self._heal(chars, offsets, space, b, a):
                    chars.append(" ")
                    offsets.append(space)
                space = None
                if kind == "entity":
                    decoded = html.unescape(self.text[a:b])[: b - a]
                    if decoded.isspace():
                        space = a
                        continue
                    chars.extend(decoded)
                    offsets.extend(range(a, a + len(decoded)))
                else:
                    chars.extend(self.text[a:b])
                    offsets.extend(range(a, b))
            if space is None:
                space = end
        return MappedText("".join(chars), tuple(offsets)) if chars else EMPTY

    def _heal(self, chars: list[str], offsets: list[int], space: int, end: int, start: int) -> bool:
        """Join a word broken at a line end; false when an ordinary space belongs here."""
        if chars[-1] not in "-/" or not self._line_end(space, start):
            return False
        if chars[-1] == "/":
            return True
        tail = "".join(chars[-60:]).rsplit(maxsplit=1)[-1]
        if tail == "-":
            return False
        joint = self._healer.join(tail, self.text[start:end])
        if joint == "":
            chars.pop()
            offsets.pop()
        return joint != "- "

    def _line_end(self, start: int, end: int) -> bool:
        return any(char in "\r\n\f\v" for char in self.text[start:end])

    def _pieces(self, start: int, end: int) -> Iterable[tuple[str, int, int]]:
        """The white space, words and entities of ``text[start:end]`` that are not left out."""
        text = self.text
        out = self._left_out(start, end)
        position = start
        for a, b in [*out, (end, end)]:
            for token in _TOKEN.finditer(text, position, max(a, position)):
                if token.group()[0].isspace():
                    yield "space", token.start(), token.end()
                    continue
                yield from self._entities(token.start(), token.end())
            position = max(position, b)

    def _entities(self, start: int, end: int) -> Iterable[tuple[str, int, int]]:
        if "&" not in self.text[start:end]:
            yield "word", start, end
            return
        position = start
        for entity in _ENTITY.finditer(self.text, start, end):
            if html.unescape(entity.group()) == entity.group():
                continue
            if entity.start() > position:
                yield "word", position, entity.start()
            yield "entity", entity.start(), entity.end()
            position = entity.end()
        if position < end:
            yield "word", position, end

    def _left_out(self, start: int, end: int) -> list[tuple[int, int]]:
        """Ranges within ``text[start:end]`` of note numbers, tags, Markdown marks and soft hyphens, in order."""
        found: list[tuple[int, int]] = []
        for index in range(bisect_left(self._dropped, Span(start, start)), len(self._dropped)):
            span = self._dropped[index]
            if span.start >= end:
                break
            found.append((span.start, span.end))
        part = self.text[start:end]
        if _SPECIAL.search(part):
            found.extend((start + a, start + b) for a, b in _marks(part))
        return sorted(found)


def _marks(part: str) -> Iterable[tuple[int, int]]:
    """Ranges of the markup in ``part``: tags, emphasis, link targets, escapes, soft hyphens."""
    for index, char in enumerate(part):
        if char == "\u00ad":
            yield index, index + 1
    if "<" in part:
        yield from ((match.start(), match.end()) for match in conventions().tag.finditer(part))
    yield from _markdown(part, 0, len(part))


def _markdown(part: str, start: int, end: int) -> Iterable[tuple[int, int]]:
    for match in _MARKUP.finditer(part, start, end):
        inner = next((name for name in ("label", "bold", "slant") if match[name] is not None), None)
        if match["escape"]:
            yield match.start(), match.start() + 1
        elif inner is None or part[match.start()] == "!":
            yield match.start(), match.end()
        else:
            yield match.start(), match.start(inner)
            yield from _markdown(part, match.start(inner), match.end(inner))
            yield match.end(inner), match.end()
