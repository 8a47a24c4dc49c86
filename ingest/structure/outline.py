"""Which chunks are headings: titles without a number, and numbers that head a division rather than open an item."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ingest.structure.chunks import Chunk, Form, legend_like, title_like
from ingest.structure.columns import find_columns
from ingest.structure.conventions import conventions
from ingest.structure.lines import finished
from ingest.structure.markers import number_marker

_LONG = 60
_OPEN_RUNS = 200
_HEADING_STYLE = re.compile(r"[.()°]*(?:[1-9]|[AI]$)")
_FRAGMENTS = 3


@dataclass(slots=True)
class _Run:
    """A sequence of numbers of one style: the indices of its chunks so far, how many of these could be headings, and
    whether a heading has come between.
    """

    style: str
    last: int
    members: list[int] = field(default_factory=list)
    titles: int = 0
    crossed: bool = False

    def goes_on(self, *, titled: bool) -> bool:
        """Whether an item, ``titled`` when it could be a heading, may go on with it: across a heading titles only."""
        return not self.crossed or (titled and self.titles * 2 >= len(self.members))


def _zone(words: str) -> bool:
    rules = conventions()
    if len(words) > 100:
        return False
    plain = words.strip("*_# ")
    return any(
        pattern.match(plain) is not None
        for pattern in (rules.parties, rules.recitals, rules.operative, rules.signatures, rules.form_field)
    )


def _signed_from(text: str, chunks: Sequence[Chunk]) -> int:
    """The index of the chunk that opens the signatures, or the number of chunks."""
    for index, chunk in enumerate(chunks):
        if chunk.form is not Form.ROW and conventions().signatures.match(chunk.words(text).strip("*_ ")):
            return index
    return len(chunks)


def _title(text: str, chunks: Sequence[Chunk], index: int) -> bool:
    """Whether the chunk at ``index`` names what follows it."""
    chunk = chunks[index]
    if chunk.form is not Form.TEXT or len(chunk.ranges) > 2 or index + 1 >= len(chunks):
        return False
    words = chunk.words(text)
    if not title_like(words) or (legend_like(words) and len(words.split(":")[0]) < 8) or _zone(words):
        return False
    below = chunks[index + 1]
    if below.form in (Form.ITEM, Form.ROW) and _announces(words):
        return False
    if below.form is Form.TEXT and conventions().dateline.match(below.words(text)):
        return False
    if words[0].isdigit():
        marker = number_marker(words)
        return marker is not None and marker.label.isdigit() and words[marker.length : marker.length + 1].isupper()
    return words[0].isupper() or words[0] in "‘“'\""


def _plain(text: str, chunk: Chunk) -> str:
    return chunk.words(text).strip("*_ ").casefold()


def _unmarked(text: str, chunks: Sequence[Chunk], index: int, marked: Counter[str]) -> bool:
    """Whether a line without marks may be a title beside the Markdown headings ``marked`` of the document: one of
    them has the same words, or it is short and does not introduce a list.
    """
    if marked.total() < conventions().marked:
        return True
    words = _plain(text, chunks[index])
    brief = len(words.split()) <= conventions().unmarked_words and chunks[index + 1].form is not Form.ITEM
    return brief or words in marked


def _announces(words: str) -> bool:
    return conventions().announcing.search(words) is not None


def find_titles(text: str, chunks: Sequence[Chunk]) -> tuple[Chunk, ...]:
    """The chunks with every unnumbered title turned into a heading. Three or more title-like lines in a row are
    fragments (a cover, a list of names); of those only the last can be a title, and only above a full paragraph.
    """
    stop = _signed_from(text, chunks)
    marked = Counter(_plain(text, chunk) for chunk in chunks if chunk.hashes)
    likely = [
        index < stop and _title(text, chunks, index) and _unmarked(text, chunks, index, marked)
        for index in range(len(chunks))
    ]
    short = [known or _fragment(text, chunk) for known, chunk in zip(likely, chunks, strict=True)]
    out = list(chunks)
    letters: set[str] = set()
    index = 0
    while index < len(chunks):
        if not short[index]:
            index += 1
            continue
        end = index
        while end < len(chunks) and short[end]:
            end += 1
        for member in range(index, end):
            if not likely[member]:
                continue
            if end - index < _FRAGMENTS or (member == end - 1 and _full(text, chunks, end)):
                out[member] = _headed(text, chunks[member], letters)
        index = end
    return tuple(out)


def _fragment(text: str, chunk: Chunk) -> bool:
    """Whether a chunk is one short line that is no sentence, such as a cell of a flattened table."""
    words = chunk.words(text)
    if chunk.form is not Form.TEXT or len(chunk.ranges) > 1 or len(words) >= _LONG:
        return False
    return not finished(words) and not legend_like(words)


def _full(text: str, chunks: Sequence[Chunk], index: int) -> bool:
    return index < len(chunks) and chunks[index].form is Form.TEXT and len(chunks[index].words(text)) >= _LONG


def _headed(text: str, chunk: Chunk, letters: set[str]) -> Chunk:
    """The chunk as a heading; a bare number before the title ("2 Aanpak", "B Bronnen") becomes its marker. A letter
    counts as a number only in the order of the alphabet; ``letters`` holds those seen.
    """
    heading = replace(chunk, form=Form.HEADING)
    (start, end), *more = chunk.ranges
    marker = number_marker(text[start:end])
    if marker is None or not marker.label.isalnum():
        return heading
    if marker.label.isalpha():
        if marker.label != "A" and chr(ord(marker.label) - 1) not in letters:
            return heading
        letters.add(marker.label)
    return replace(heading, marker=marker, ranges=((start + marker.length, end), *more))


def _candidate(text: str, chunks: Sequence[Chunk], index: int) -> bool:
    """Whether a numbered item could as well be a heading: title-like, with something of its own below."""
    chunk = chunks[index]
    assert chunk.marker is not None
    words = chunk.words(text)
    decimal = chunk.marker.depth > 1
    if not title_like(words[:1].upper() + words[1:] if decimal else words) or index + 1 >= len(chunks):
        return False
    below = chunks[index + 1]
    if below.form is not Form.ITEM or below.marker is None:
        return True
    return below.marker.depth != chunk.marker.depth if decimal else below.marker.depth > 1


@dataclass(frozen=True, slots=True)
class Outline:
    """Chunks with their headings settled. ``run`` gives the numbered item at an index its sequence, ``ends`` gives a
    sequence the index of its last item.
    """

    chunks: tuple[Chunk, ...]
    run: dict[int, int]
    ends: dict[int, int]


def _runs(text: str, chunks: Sequence[Chunk]) -> list[_Run]:
    """The sequences in which numbered items stand. The innermost sequence that expects the number takes it; across a
    heading only an item that could be a heading itself may go on, with items that could be headings.
    """
    runs: list[_Run] = []
    stack: list[_Run] = []
    for index, chunk in enumerate(chunks):
        titled = chunk.form is Form.ITEM and _candidate(text, chunks, index)
        if chunk.form is Form.HEADING or (titled and chunk.marker is not None and chunk.marker.depth > 1):
            for run in stack:
                run.crossed = True
        if chunk.form is not Form.ITEM or chunk.marker is None or not chunk.marker.numbered:
            continue
        found: _Run | None = None
        for run in reversed(stack):
            if (run.style, run.last + 1) in chunk.marker.readings and run.goes_on(titled=titled):
                found = run
                break
        if found:
            del stack[stack.index(found) + 1 :]
        else:
            style, ordinal = _first(chunk.marker.readings)
            found = _Run(style, ordinal - 1)
            stack.append(found)
            runs.append(found)
        found.last += 1
        found.crossed = False
        found.titles += titled
        found.members.append(index)
        if len(stack) > _OPEN_RUNS:
            del stack[0]
    return runs


def _first(readings: tuple[tuple[str, int], ...]) -> tuple[str, int]:
    """How to read a number that continues nothing: as the first of its style if it can be."""
    return min(readings, key=lambda reading: reading[1])


def settle(text: str, chunks: Sequence[Chunk]) -> Outline:
    """Find the titles, follow the numbers, and turn every sequence of which most members could be headings into
    headings.
    """
    titled = list(find_titles(text, find_columns(text, chunks)))
    runs = _runs(text, titled)
    run_of: dict[int, int] = {}
    ends: dict[int, int] = {}
    for name, run in enumerate(runs):
        votes = sum(_candidate(text, titled, index) for index in run.members)
        alone = len(run.members) == 1 and not titled[run.members[0]].gap
        if votes * 2 > len(run.members) and not alone and _HEADING_STYLE.match(run.style):
            for index in run.members:
                titled[index] = replace(titled[index], form=Form.HEADING)
            continue
        for index in run.members:
            run_of[index] = name
        ends[name] = run.members[-1]
    return Outline(tuple(titled), run_of, ends)
