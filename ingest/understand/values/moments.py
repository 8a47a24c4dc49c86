"""From the parts of a time by itself to its ISO 8601 or EDTF value."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from ingest.understand.values.data import WORDS
from ingest.understand.values.numbers import number, ordinal

Parts = Mapping[str, str]


def month_number(word: str) -> int:
    """The number of the month that ``word`` names in full or short."""
    return int(WORDS["months"][word.lower().rstrip(".")])


def iso_duration(amount: Decimal, unit: str) -> str:
    """``amount`` times the unit's ISO 8601 duration; half years become months, half weeks days.

    ``iso_duration(Decimal("1.5"), "jaar")`` is ``P18M``.
    """
    base: str = WORDS["units"][unit.lower()]
    letter, size = base[-1], Decimal(base.strip("PTYMWDHS"))
    prefix = base[: base.index(str(size))]
    total = amount * size
    if total != total.to_integral_value():
        if letter == "Y":
            total, letter = total * 12, "M"
        elif letter == "W":
            total, letter = total * 7, "D"
        elif letter == "D":
            prefix, total, letter = "PT", total * 24, "H"
        elif letter == "H":
            total, letter = total * 60, "M"
    return f"{prefix}{total.normalize():f}{letter}"


def _year(parts: Parts) -> str:
    return parts["year"] if "year" in parts else f"20{parts['yy']}"


def _month(parts: Parts) -> str:
    return parts["m"].zfill(2) if "m" in parts else f"{month_number(parts['month']):02}"


def _skip(parts: Parts) -> str:
    del parts
    return ""


def _day(parts: Parts) -> str | None:
    value = f"{_year(parts)}-{_month(parts)}-{parts['day'].zfill(2)}"
    try:
        date.fromisoformat(value)
    except ValueError:
        return None
    return value


def _day_in_words(parts: Parts) -> str | None:
    return _day({**parts, "day": str(ordinal(parts["nth"]))})


def _two_years(parts: Parts) -> str | None:
    """``2031/32``; not what may be a month of the year."""
    second = int(parts["year"][:2] + parts["yy"])
    may_be_month = parts["sep"] == "-" and int(parts["yy"]) <= 12
    return f"{parts['year']}/{second}" if 0 < second - int(parts["year"]) <= 20 and not may_be_month else None


def _two_full_years(parts: Parts) -> str | None:
    return f"{parts['year']}/{parts['end']}" if parts["year"] < parts["end"] else None


def _day_without_year(parts: Parts) -> str | None:
    day = int(parts["day"])
    month = month_number(parts["month"])
    return f"XXXX-{month:02}-{day:02}" if day <= calendar.monthrange(2000, month)[1] else None


def _last_day(parts: Parts) -> str:
    month = month_number(parts["month"]) if "month" in parts else 12
    return f"{_year(parts)}-{month:02}-{calendar.monthrange(int(_year(parts)), month)[1]}"


def _first_day(parts: Parts) -> str:
    month = month_number(parts["month"]) if "month" in parts else 1
    return f"{_year(parts)}-{month:02}-01"


def _quarter(parts: Parts) -> str | None:
    nth = ordinal(parts["nth"])
    return f"{_year(parts)}-Q{nth}" if 1 <= nth <= 4 else None


def _half(parts: Parts) -> str:
    return (
        f"{_year(parts)}-01/{_year(parts)}-06" if ordinal(parts["nth"]) == 1 else f"{_year(parts)}-07/{_year(parts)}-12"
    )


def _about(day: str, month: str) -> Callable[[Parts], str]:
    """A reckoning for part of a month (``day`` is its token) or, without one, part of a year (``month``)."""

    def make(parts: Parts) -> str:
        if "month" not in parts:
            return f"{_year(parts)}-{month}~" if month else f"{_year(parts)}~"
        if day == "last":
            return f"{_last_day(parts)}~"
        return f"{_year(parts)}-{_month(parts)}-{day}~" if day else f"{_year(parts)}-{_month(parts)}~"

    return make


def _duration_sum(parts: Parts) -> str | None:
    first = iso_duration(number(parts["n"]), parts["unit"])
    second = iso_duration(number(parts["n2"]), parts["unit2"])
    order = "YMWD"
    if "T" in first + second or order.index(first[-1]) >= order.index(second[-1]):
        return None
    return first + second.removeprefix("P")


MAKERS: Mapping[str, Callable[[Parts], str | None]] = {
    "skip": _skip,
    "day": _day,
    "day-in-figures": _day,
    "day-in-words": _day_in_words,
    "two-years": _two_years,
    "two-full-years": _two_full_years,
    "day-without-year": _day_without_year,
    "last-day": _last_day,
    "first-day": _first_day,
    "month": lambda parts: f"{_year(parts)}-{_month(parts)}",
    "quarter": _quarter,
    "half": _half,
    "season": lambda parts: f"{_year(parts)}-{WORDS['seasons'][parts['season'].lower()]}",
    "about-first": _about("01", "01"),
    "about-middle": _about("15", "07"),
    "about-last": _about("last", "12"),
    "about-day": lambda parts: None if (value := _day(parts)) is None else f"{value}~",
    "about-month": _about("", ""),
    "year": _year,
    "duration": lambda parts: iso_duration(number(parts["n"]), parts["unit"]),
    "duration-sum": _duration_sum,
}
"""The reckonings that the atoms of times.toml name: parts of the match in, value out; None for a day that is not."""
