"""Comparable slots that are times: moments of acts, periods with their stated length, terms in titles, frequencies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from ingest.align.acts import acts_in, only_mentioned, products_in
from ingest.align.reading import Reading
from ingest.align.words import is_content, terms, words
from ingest.graph.times import days
from ingest.model.comparison import Comparable
from ingest.model.statements import Deadline, DeadlineRelation, DeadlineType
from ingest.understand.values import find_times
from ingest.understand.values.numbers import CARDINAL, number

_YEARS = re.compile(rf"\b(?P<count>\d{{1,2}}|{CARDINAL})(?:[- ]?jarige?|[- ]?jaar|[- ]?jaren)\b", re.IGNORECASE)
_SPAN = re.compile(r"\b(?P<first>(?:19|20)\d\d)\s*(?:t/m|tot en met|tot|[-–—])\s*(?P<last>(?:19|20)\d\d)\b")
_MEETING = re.compile(
    r"(?:(?P<kind>[\w-]+(?:\s+en\s+[\w-]+)?(?:\s+[A-Z]\w+)?(?:\s+\([A-Z]+\))?)\s+)??"
    r"(?P<name>\w*(?:overleg|vergadering|beraad|raad|commissie|board|rapportages?))\b(?:\s+op\s+(?P<level>\w+)\s+niveau)?",
    re.IGNORECASE,
)
_AT_LEAST = re.compile(
    r"\b(?:minimaal|minstens|ten\s?minste|tenminste|in elk geval|of vaker|indien nodig|op aanvraag)\b"
)
_REPEATED = re.compile(r"(?:R(?P<times>\d*)/)?P(?P<count>\d+)(?P<unit>[DWMY])$")
_PER_YEAR = {"D": 365.0, "W": 52.0, "M": 12.0, "Y": 1.0}
_NEAR = 14
_SUPPOSED = re.compile(r"\bzou(?:den)?\b", re.IGNORECASE)
_BARE = 2
"""A clause of not more content words says nothing but how often."""
_DEADLINES = (DeadlineRelation.BEFORE, DeadlineRelation.BY, DeadlineRelation.UNTIL, DeadlineRelation.WITHIN)


def time_slots(reading: Reading) -> Iterator[Comparable]:
    """Every slot of ``reading`` that is a time."""
    times = find_times(reading.mapped)
    yield from _moments(reading, [t for t in times if t.type in (DeadlineType.DATE, DeadlineType.INTERVAL)])
    yield from _frequencies(reading, [t for t in times if t.type is DeadlineType.RECURRING])
    yield from _spans(reading)
    yield from _lengths(reading)


def _moments(reading: Reading, times: Sequence[Deadline]) -> Iterator[Comparable]:
    """Each date with the nearest act that stands in the same stretch of the clause."""
    if _SUPPOSED.search(reading.text):
        return
    acts = acts_in(reading.text)
    placed = [(_position(reading, time), time) for time in times]
    for position, time in placed:
        first, last = _bounds(time.value)
        if position is None or first is None or last is None:
            continue
        act = _act_of(
            (position, position + len(time.surface)), acts, [p for p, _ in placed if p is not None], reading.text
        )
        value = f"{_class_of(time)}:{time.value}"
        if act and last.year - first.year <= 1:
            yield Comparable("moment", act, value, time.surface, time.span, _number(first), _number(last))


def _class_of(time: Deadline) -> str:
    """Whether the act must be done by the time, or happens then."""
    return "by" if time.relation in _DEADLINES else "at"


def _act_of(place: tuple[int, int], acts: Sequence[tuple[int, str]], others: Sequence[int], text: str) -> str | None:
    """The act nearest to the time at ``place``, with no other time between; what is done before what is spoken of."""
    start, end = place

    def between(act: int) -> bool:
        low, high = sorted((act, start))
        return any(low < other < high for other in others if other != start)

    near = [
        (only_mentioned(text, at), at - end if at >= end else start - at, act) for at, act in acts if not between(at)
    ]
    return min(near)[2] if near else None


def _position(reading: Reading, time: Deadline) -> int | None:
    return next((i for i, offset in enumerate(reading.mapped.offsets) if offset == time.span.start), None)


def _bounds(value: str) -> tuple[date | None, date | None]:
    _, first, last = days(value)
    return first or last, last or first


def _number(day: date) -> float:
    return float(day.year * 10000 + day.month * 100 + day.day)


def _frequencies(reading: Reading, times: Sequence[Deadline]) -> Iterator[Comparable]:
    for time in times:
        per_year = _per_year(time.value)
        if per_year is None:
            continue
        position = _position(reading, time) or 0
        before = reading.text[max(0, position - _NEAR) : position + len(time.surface) + _NEAR].lower()
        bound = "at-least" if _AT_LEAST.search(before) else "exactly"
        value = f"{bound}:{per_year:g}"
        yield Comparable("frequency", "", value, time.surface, time.span, per_year)
        meeting = _meeting(reading)
        if meeting:
            yield Comparable("meeting", meeting, value, time.surface, time.span, per_year)


def _meeting(reading: Reading) -> str:
    """The body or meeting that happens so often, by the stems of its name; empty where the clause is about neither."""
    own = {act for _, act in acts_in(reading.text)}
    if "account" in own:
        return "account"
    bare = sum(1 for _, _, word in words(reading.text) if is_content(word)) <= _BARE
    texts = (reading.text, reading.context) if bare else (reading.text,)
    if not {act for text in texts for _, act in acts_in(text)} & {"meet", "report"}:
        return ""
    for text in texts:
        match = _MEETING.search(text)
        if match is not None:
            level = (match["level"] or "") if match["name"].lower() in ("overleg", "vergadering") else ""
            return " ".join(sorted({*terms(match["kind"] or ""), *terms(match["name"]), *terms(level)}))
    return (reading.body() or "") if "meet" in own else ""


def _per_year(value: str) -> float | None:
    match = _REPEATED.match(value)
    if match is None:
        return None
    return round(int(match["times"] or 1) * _PER_YEAR[match["unit"]] / int(match["count"]), 2)


def _spans(reading: Reading) -> Iterator[Comparable]:
    """Periods of years: with the length that is stated beside them, and as the term in the name of a product."""
    products = list(products_in(reading.text))
    spans = list(_SPAN.finditer(reading.text))
    for match in spans:
        first, last = int(match["first"]), int(match["last"])
        if last < first:
            continue
        count, start = _stated_length(reading.text, match.start())
        span = reading.span(start, match.end())
        words = reading.text[start : match.end()]
        length = f"{count}" if count is not None else ""
        yield Comparable("period", length, f"{first}/{last}", words, span, float(first), float(last))
        product = next((stem for _, end, stem in reversed(products) if end <= match.start()), None)
        if product is not None and len(spans) == 1:
            yield Comparable("title-period", product, f"{first}/{last}", match.group(), span, float(first), float(last))


def _stated_length(text: str, before: int) -> tuple[int | None, int]:
    """The number of years that stands just before a period, and where those words start."""
    near = list(_YEARS.finditer(text, max(0, before - 2 * _NEAR), before))
    if not near:
        return None, before
    gap = text[near[-1].end() : before]
    if re.fullmatch(r"[\s(,:;–-]*(?:van|voor|namelijk|te weten|de periode)?[\s(]*", gap):
        return int(number(near[-1]["count"])), near[-1].start()
    return None, before


def _lengths(reading: Reading) -> Iterator[Comparable]:
    for match in _YEARS.finditer(reading.text):
        try:
            count = float(number(match["count"]))
        except ValueError:
            continue
        yield Comparable("length", "", f"P{count:g}Y", match.group(), reading.span(*match.span()), count)
