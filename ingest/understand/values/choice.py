"""Which of a clause's times is the one of its act."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from ingest.model.statements import Deadline, DeadlineType
from ingest.model.text import MappedText
from ingest.understand.values.inventory import PLACES
from ingest.understand.values.times import FoundTime, find_times, read_times

_PREPOSITIONS = ("in ", "binnen ")
_DAY_OF_ANY_YEAR = re.compile(r"XXXX-\d\d-\d\d")


def main_deadline(clause: MappedText, times: Iterable[Deadline]) -> Deadline | None:
    """Of ``times``, found in ``clause`` by ``find_times``, the one that says when its act must be done or what it says
    is in force: the one of the highest rank, the first in the text among equals. A time that only names a document
    or stands inside a noun phrase is none. A day without a year is every year (``P1Y``); its words keep the day.
    """
    given = {time.span: time for time in times}
    ranked = [
        (-rank, found.start, given[span])
        for found in read_times(clause.text)
        if (rank := _rank(found, clause.text)) > 0 and (span := clause.span(found.start, found.end)) in given
    ]
    return _yearly(min(ranked, key=lambda entry: entry[:2])[2]) if ranked else None


def time_in_cell(words: MappedText) -> Deadline | None:
    """The time in a table's cell below a header that asks when: as it stands, else as the bare "mei" or "acht weken" of
    which the header has the preposition.
    """
    for opener in ("", *_PREPOSITIONS):
        offsets = (words.offsets[0],) * len(opener) + tuple(words.offsets)
        found = next(iter(find_times(MappedText(opener + words.text, offsets))), None)
        if found is not None:
            return _yearly(replace(found, surface=found.surface.removeprefix(opener)))
    return None


def _yearly(time: Deadline) -> Deadline:
    """A day without a year comes back every year."""
    if _DAY_OF_ANY_YEAR.fullmatch(time.value):
        return replace(time, type=DeadlineType.RECURRING, value="P1Y")
    return time


def _rank(found: FoundTime, text: str) -> int:
    before, after = text[: found.start], text[found.end :]
    return min(
        [found.rule.rank, *(place.rank for place in PLACES if place.holds(found.rule.id, before, after))],
    )
