"""Lines that are not the text of the agreement: page footers, contents, captions, rules, redaction codes, figures."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingest.structure.conventions import conventions
from ingest.structure.lines import Layout, Line, finished, opens_lower

_DIGITS = re.compile(r"\d+")
_IMAGE = re.compile(r"(?:!\[[^\]]*\]\([^)]*\)\s*)+$")
_MARKUP = re.compile(r"[#*_:\s]+")
_TAB = "\t"
_FIGURE_LINES = 4
_FIGURE_REACH = 80


def _shape(words: str) -> str:
    return _DIGITS.sub("#", words).casefold()


def _page_lines(text: str, lines: Sequence[Line], content: Sequence[int]) -> set[int]:
    """Lines with a page number: certain by their words, or of a shape that repeats with rising numbers."""
    rules = conventions()
    found: set[int] = set()
    repeated: dict[tuple[int, str], list[tuple[int, int]]] = defaultdict(list)
    for index in content:
        words = lines[index].words(text)
        if not words[-1:].isdigit() and not words[:1].isdigit() and words[:1] not in "-–—":
            continue
        if len(words) > 180:
            continue
        if any(pattern.match(words) for pattern in rules.certain_pages):
            found.add(index)
            continue
        for rank, pattern in enumerate(rules.repeated_pages):
            match = pattern.match(words)
            if match:
                shape = words[: match.start("page")] + "#" + _DIGITS.sub("#", words[match.end("page") :])
                repeated[rank, shape].append((index, int(match["page"])))
                break
    for (rank, _), hits in repeated.items():
        numbers = [number for _, number in hits]
        lone = rank == len(rules.repeated_pages) - 1
        if len(hits) >= (3 if lone else 2) and all(a < b for a, b in pairwise(numbers)):
            found.update(index for index, _ in hits)
    return found


def _companions(text: str, lines: Sequence[Line], content: Sequence[int], pages: set[int]) -> set[int]:
    """Lines that stand beside two or more page numbers in the same shape."""
    place = {index: position for position, index in enumerate(content)}
    near: Counter[tuple[int, str]] = Counter()
    where: dict[tuple[int, str], list[int]] = defaultdict(list)
    reach = conventions().companions
    for page in sorted(pages):
        position = place[page]
        for step in [*range(-reach, 0), *range(1, reach + 1)]:
            if 0 <= position + step < len(content):
                index = content[position + step]
                key = (step, _shape(lines[index].words(text)))
                near[key] += 1
                where[key].append(index)
    return {index for key, count in near.items() if count > 1 for index in where[key]}


def _contents(text: str, lines: Sequence[Line], content: Sequence[int]) -> set[int]:
    """The heading of a table of contents and the lines below it that end with a page number."""
    rules = conventions()
    found: set[int] = set()
    for position, index in enumerate(content):
        words = lines[index].words(text)
        if len(words) > 40 or not rules.contents.match(_MARKUP.sub(" ", words).strip()):
            continue
        run = []
        for later in content[position + 1 :]:
            plain = rules.tag.sub("", lines[later].words(text)).strip("*_ ")
            if not rules.contents_line.search(plain):
                break
            run.append(later)
        if run:
            found.update([index, *run])
    return found


def _single(text: str, lines: Sequence[Line], content: Sequence[int]) -> Iterator[int]:
    """Lines that are furniture by their own words: captions, rules, images, bare tags, redaction codes."""
    rules = conventions()
    for index in content:
        words = lines[index].words(text)
        if len(words) > 300:
            continue
        bare = words[0] in "<!" and (_IMAGE.match(words) is not None or not rules.tag.sub("", words).strip())
        if bare or rules.rule.match(words) or rules.caption.match(words) or rules.redaction.match(words):
            yield index


def _figures(text: str, lines: Sequence[Line], content: Sequence[int], layout: Layout) -> Iterator[int]:
    """The words of a drawing between two halves of a sentence: a run of short lines, none of them a sentence,
    after a line that breaks off and before a long line that begins with a small letter.
    """
    position = 0
    while position + 1 < len(content):
        here, below = lines[content[position]], lines[content[position + 1]]
        position += 1
        words = here.words(text)
        if below.blanks <= layout.spacing or len(words) < layout.wrap * 0.7 or finished(words):
            continue
        if opens_lower(below.words(text)):
            continue
        run: list[int] = []
        for index in content[position : position + _FIGURE_REACH]:
            words = lines[index].words(text)
            if len(words) > layout.wrap * 0.7 or finished(words):
                if len(run) >= _FIGURE_LINES and opens_lower(words):
                    yield from run
                    position += len(run)
                break
            run.append(index)


def find_furniture(text: str, lines: Sequence[Line], layout: Layout) -> frozenset[int]:
    """The indices in ``lines`` of everything that is page furniture."""
    content = [index for index, line in enumerate(lines) if not line.blank]
    pages = _page_lines(text, lines, content)
    found = pages | _companions(text, lines, content, pages) if pages else set()
    found |= _contents(text, lines, content)
    found.update(_single(text, lines, content))
    rest = [index for index in content if index not in found]
    found.update(_figures(text, lines, rest, layout))
    return frozenset(found)
