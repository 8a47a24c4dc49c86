"""Deadlines on the right days of a calendar."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime

import icalendar
import pytest

from api.exports.calendar import write_ics
from api.records.filters import Filter
from api.records.models import DatedStatement, Deadline
from api.records.statements import all_deadlines
from ingest.store import Store

MADE = datetime(2031, 5, 1, 12, tzinfo=UTC)


def deadline(relation: str, earliest: date | None, latest: date | None, **changes: object) -> DatedStatement:
    values = {
        "id": "https://example.org/statement/1",
        "document": "werkplan",
        "section": "Artikel 1",
        "start": 0,
        "end": 10,
        "text": "De tekst, met; tekens\nen regels.",
        "kind": "duty",
        "bearers": [],
        "action": "het werkplan opstellen",
        "deadline": Deadline(type="date", relation=relation, value="x", surface="dan"),
        "event": None,
        "earliest": earliest,
        "latest": latest,
        "confidence": 0.9,
    }
    return DatedStatement.model_validate(values | changes)


def entries(*deadlines: DatedStatement) -> list[icalendar.Event]:
    out = io.BytesIO()
    write_ics(out, deadlines, made=MADE)
    return icalendar.Calendar.from_ical(out.getvalue()).events


MONTH = (date(2031, 3, 1), date(2031, 3, 31))


@pytest.mark.parametrize(
    ("relation", "earliest", "latest", "first", "after"),
    [
        ("before", *MONTH, date(2031, 3, 1), date(2031, 3, 2)),
        ("from", *MONTH, date(2031, 3, 1), date(2031, 3, 2)),
        ("by", *MONTH, date(2031, 3, 31), date(2031, 4, 1)),
        ("until", *MONTH, date(2031, 3, 31), date(2031, 4, 1)),
        ("on", *MONTH, date(2031, 3, 1), date(2031, 4, 1)),
        ("during", *MONTH, date(2031, 3, 1), date(2031, 4, 1)),
        ("during", date(2031, 3, 1), None, date(2031, 3, 1), date(2031, 3, 2)),
        ("during", None, date(2031, 3, 31), date(2031, 3, 31), date(2031, 4, 1)),
    ],
)
def test_a_deadline_stands_on_its_days(
    relation: str, earliest: date | None, latest: date | None, first: date, after: date
) -> None:
    (entry,) = entries(deadline(relation, earliest, latest))
    assert (entry["dtstart"].dt, entry["dtend"].dt) == (first, after)


def test_an_entry_says_who_must_do_what_and_where_it_says_so(store: Store) -> None:
    (due,) = [one for one in all_deadlines(store, Filter()) if one.deadline.value == "2032-03-01"]
    (entry,) = entries(due)
    assert entry["summary"] == "penvoerder: het werkplan opstellen"
    assert "De penvoerder stelt vóór 1 maart 2032 het werkplan op" in entry["description"]
    assert entry["description"].endswith("samenwerking-2031, Artikel 3 lid 1 (vóór 1 maart 2032)")
    assert (entry["uid"], entry["dtstamp"].dt) == (due.id, MADE)


def test_what_has_no_day_is_counted_not_written() -> None:
    out = io.BytesIO()
    written = write_ics(out, [deadline("every", None, None), deadline("on", *MONTH)], made=MADE)
    assert (written.dated, written.undated) == (1, 1)
    (entry,) = icalendar.Calendar.from_ical(out.getvalue()).events
    assert entry["description"].startswith("De tekst, met; tekens\nen regels.")
