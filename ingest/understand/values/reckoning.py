"""From a matched pattern and the atoms in it to the value of a time."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from dateutil.relativedelta import relativedelta

from ingest.understand.values.data import WORDS
from ingest.understand.values.moments import iso_duration, month_number
from ingest.understand.values.numbers import number, ordinal


@dataclass(frozen=True, slots=True)
class Matched:
    """What a pattern matched: its named parts, the values of the atoms in text order, and the pattern's own value."""

    parts: Mapping[str, str]
    values: Sequence[str]
    fixed: str


_UNITS = {"Y": "years", "M": "months", "W": "weeks", "D": "days"}


def _unit(word: str) -> str:
    word = word.lower()
    if word == "half jaar":
        return "halfjaar"
    return word if word in WORDS["units"] else word.removesuffix("s")


def _start(value: str) -> str:
    """The first of two values when an atom is itself an interval."""
    return value.split("/")[0]


def _end(value: str) -> str:
    return value.split("/")[-1]


def _filled(start: str, end: str) -> str:
    """``start`` with the year of ``end`` where it has none, the year before when it would come after ``end``."""
    if not start.startswith("XXXX") or end.startswith("XXXX"):
        return start
    year = int(end[:4])
    filled = f"{year}{start[4:]}"
    return filled if filled[:10] <= end[:10] or len(end) < 10 else f"{year - 1}{start[4:]}"


def _last_of_year(start: str, end: str) -> str:
    """``end`` as its last day when it is a year and ``start`` is a day."""
    return f"{end}-12-31" if len(start) == 10 and len(end) == 4 else end


def _interval(match: Matched) -> str | None:
    dated = [value for value in match.values if not value.startswith("P")]
    if len(dated) == 1:
        return dated[0] if "/" in dated[0] else None
    start, end = _start(dated[0]), _end(dated[-1])
    start = _filled(start, end)
    end = _last_of_year(start, end)
    return f"{start}/{end}" if start[:7] <= end[: len(start[:7])] else None


def _interval_of_days(match: Matched) -> str | None:
    start = f"{match.values[0][:8]}{match.parts['day'].zfill(2)}"
    return f"{start}/{match.values[0]}" if start < match.values[0] else None


def _interval_of_months(match: Matched) -> str | None:
    start = f"{match.values[0][:4]}-{month_number(match.parts['month']):02}"
    return f"{start}/{match.values[0]}" if start < match.values[0] else None


def _years_in_a_row(match: Matched) -> str | None:
    first, last = int(match.values[0]), int(match.values[-1])
    return f"{first}/{last}" if last - first == len(match.values) - 1 else None


def _length_from_start(match: Matched) -> str | None:
    """The interval that lasts the duration from the moment: four years from 2031 are 2031/2034."""
    length = next(value for value in match.values if value.startswith("P"))
    start = next(value for value in match.values if not value.startswith("P"))
    steps = re.fullmatch(r"P(\d+)([YMWD])", length)
    if steps is None or not re.fullmatch(r"\d{4}(-\d\d){0,2}", start):
        return None
    delta = relativedelta(**{_UNITS[steps[2]]: int(steps[1])})  # type: ignore[arg-type]
    if len(start) == 4:
        return f"{start}/{int(start) + int(steps[1]) - 1}" if steps[2] == "Y" else None
    first = date.fromisoformat(start if len(start) == 10 else f"{start}-01")
    last = first + delta - timedelta(days=1)
    return f"{start}/{last.isoformat()[: len(start)]}"


def _times_per_unit(match: Matched) -> str:
    return _repeated(number(match.parts["n"]), iso_duration(Decimal(1), _unit(match.parts["unit"])))


def _times_per_length(match: Matched) -> str:
    return _repeated(number(match.parts["n"]), match.values[0])


def _repeated(times: Decimal, length: str) -> str:
    return length if times == 1 else f"R{times:f}/{length}"


def _adverb(match: Matched) -> str | None:
    base: str = WORDS["adverbs"][match.parts["adverb"].lower()]
    if "n" not in match.parts:
        return base
    times = number(match.parts["n"])
    unit = {"Y": "jaar", "M": "maand", "W": "week", "D": "dag"}[base[-1]]
    return iso_duration(times, unit) if base[1:-1] == "1" else None


def _first_value(match: Matched) -> str:
    return match.values[0]


def _fixed(match: Matched) -> str:
    return match.fixed


RECKONINGS: Mapping[str, Callable[[Matched], str | None]] = {
    "moment": _first_value,
    "duration": _first_value,
    "fixed": _fixed,
    "interval": _interval,
    "interval-of-days": _interval_of_days,
    "interval-of-months": _interval_of_months,
    "open-interval": lambda match: f"{_start(match.values[0])}/..",
    "nth-day": lambda match: f"P{ordinal(match.parts.get('nth') or match.parts.get('nth2', '1e'))}D",
    "years-in-a-row": _years_in_a_row,
    "length-from-start": _length_from_start,
    "times-per-unit": _times_per_unit,
    "times-per-length": _times_per_length,
    "unit": lambda match: iso_duration(Decimal(1), _unit(match.parts["unit"])),
    "every-other-unit": lambda match: iso_duration(Decimal(2), _unit(match.parts["unit"])),
    "adverb": _adverb,
}
"""The reckonings that the patterns of times.toml name: a match in, the time's value out; None where it makes none."""
