"""The value that a question asked for, out of a clause: a time, an amount, yes or no."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from api.ask.clauses import Clause, Time, plain
from api.ask.question import Question
from api.ask.truth import truth_of
from ingest.model.text import MappedText
from ingest.packaged import read_toml
from ingest.understand.values.amounts import find_amounts
from ingest.understand.values.moments import iso_duration
from ingest.understand.values.numbers import number
from ontology.folding import fold

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_RECURRING = "recurring"
_ALWAYS = "../.."
_OTHER_SORT = 0.5


def value_of(clause: Clause, question: Question) -> str | None:
    """The value in ``clause`` that ``question`` wants; None when it wants none or the clause has none.

    A day is ISO 8601 by itself; any other time is in the words of the clause, with its ISO 8601 or EDTF form in
    brackets.
    """
    match question.intent.wants:
        case "time" | "frequency":
            return _told(times_of(clause, question))
        case "amount":
            return "; ".join(amounts_of(clause, question)) or None
        case "truth":
            return truth_of(clause, question)
        case _:
            return None


def times_of(clause: Clause, question: Question) -> list[Time]:
    """The times in ``clause`` of the sort that is asked for: those that recur, or those that do not, and of these the
    days or the lengths first, whichever is asked for, and the latest where an end is asked for.
    """
    recurring = question.intent.wants == "frequency"
    found = [time for time in clause.times if _fits(time, recurring) and time.value != _ALWAYS]
    if recurring:
        return found or _counts(clause)
    if _wants_length(question) and not any(map(_is_length, found)):
        found = [*_spans(clause), *found]
    if _pattern("ends").search(fold(question.text)):
        found = sorted(found, key=lambda time: time.value, reverse=True)
    return sorted(found, key=lambda time: _is_length(time) is not _wants_length(question))


def _spans(clause: Clause) -> list[Time]:
    """The lengths of time that the clause words by themselves."""
    lasting: dict[str, str] = _data()["lasting"]
    return [
        Time(
            "interval",
            "during",
            iso_duration(number(match["number"]), lasting.get(match["unit"], match["unit"])),
            match.group(),
        )
        for match in _pattern("span").finditer(fold(clause.place.text))
    ]


def _counts(clause: Clause) -> list[Time]:
    """How many times something is done or was, where the clause does not say in how long."""
    return [
        Time(_RECURRING, "every", f"R{number(match['number'])}", match.group())
        for match in _pattern("count").finditer(fold(clause.place.text))
    ]


def _fits(time: Time, recurring: bool) -> bool:
    """Whether ``time`` is of the sort that is asked for; a day that comes back every year is of both."""
    return recurs(time) is recurring or _tells_day(time)


def _tells_day(time: Time) -> bool:
    return recurs(time) and _pattern("days").search(fold(time.surface)) is not None


def fit_of_times(clause: Clause, question: Question) -> float:
    """1 when ``clause`` has a time of just the sort that is asked for, less for another sort, 0 without any."""
    found = times_of(clause, question)
    if not found:
        return 0.0
    return 1.0 if _is_length(found[0]) is _wants_length(question) else _OTHER_SORT


def _is_length(time: Time) -> bool:
    return (time.value.startswith("P") and not _tells_day(time)) or "/" in time.value


def _wants_length(question: Question) -> bool:
    return bool(_pattern("lengths").search(fold(question.text)))


def amounts_of(clause: Clause, question: Question) -> list[str]:
    """The sums of money or percentages in ``clause`` as it words them, whichever of the two is asked for first."""
    text = plain(clause.place.text)
    amounts = find_amounts(MappedText(text, tuple(range(len(text)))))
    fitting = [one.surface for one in amounts if (str(one.unit) == "percent") is _wants_share(question)]
    return list(dict.fromkeys(fitting or [one.surface for one in amounts]))


def fit_of_amounts(clause: Clause, question: Question) -> float:
    """1 when ``clause`` has an amount of just the sort that is asked for, less for another sort, 0 without any."""
    found = amounts_of(clause, question)
    if not found:
        return 0.0
    return 1.0 if bool(_pattern("shares").search(fold(" ".join(found)))) is _wants_share(question) else _OTHER_SORT


def _wants_share(question: Question) -> bool:
    return bool(_pattern("shares").search(fold(question.text)))


def recurs(time: Time) -> bool:
    """Whether ``time`` is a frequency."""
    return time.type == _RECURRING or time.relation == "every" or time.value.startswith("R")


def _told(times: list[Time]) -> str | None:
    if not times:
        return None
    time = times[0]
    return time.value if _DAY.fullmatch(time.value) else f"{time.surface} ({time.value})"


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(_data()[name])


def _data() -> dict[str, Any]:
    return read_toml("api.ask", "values.toml")
