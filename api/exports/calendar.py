"""Dated deadlines as a calendar that any agenda reads: iCalendar (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import IO

from icalendar import Calendar, Event

from api.records.models import DatedStatement

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Written:
    """How many deadlines became an entry, and how many have no day to put them on."""

    dated: int
    undated: int


def write_ics(output: IO[bytes], deadlines: Iterable[DatedStatement], *, made: datetime) -> Written:
    """Write one all-day entry for each deadline that names days; ``made`` is when the graph was built.

    A time to act before stands on its first day, a time to act by or until on its last, one from which something
    holds on its first; a day or period stands on all its days, and an open one on the day that it names.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//afsprakengraaf//NL")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Afspraken")
    dated = undated = 0
    for deadline in deadlines:
        days = _days(deadline)
        if days is None:
            undated += 1
            continue
        dated += 1
        calendar.add_component(_entry(deadline, *days, made=made))
    output.write(calendar.to_ical())
    return Written(dated, undated)


def _days(deadline: DatedStatement) -> tuple[date, date] | None:
    first, last = deadline.earliest or deadline.latest, deadline.latest or deadline.earliest
    if first is None or last is None:
        return None
    if deadline.deadline.relation in ("before", "from"):
        return first, first
    if deadline.deadline.relation in ("by", "until", "within"):
        return last, last
    if deadline.earliest is None or deadline.latest is None:
        return first, first
    return first, last


def _entry(deadline: DatedStatement, first: date, last: date, *, made: datetime) -> Event:
    bearers = ", ".join(actor.label for actor in deadline.bearers)
    what = deadline.action or " ".join(deadline.text.split())
    where = f"{deadline.document}, {deadline.section} ({deadline.deadline.surface})"
    event = Event()
    event.add("uid", deadline.id)
    event.add("dtstamp", made)
    event.add("dtstart", first)
    event.add("dtend", last + _ONE_DAY)
    event.add("summary", f"{bearers}: {what}" if bearers else what)
    event.add("description", f"{deadline.text}\n\n{where}")
    event.add("categories", [deadline.kind])
    event.add("transp", "TRANSPARENT")
    event.add("url", deadline.id)
    return event
