"""Times as the graph holds them: the value, the days it can denote, and how often it returns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

import edtf
from edtf.parser.edtf_exceptions import EDTFParseException
from rdflib import XSD, Literal, URIRef

from ingest.graph.triples import Triple
from ontology.namespaces import AG, EDTF, TIME

_QUARTER = re.compile(r"(?P<year>\d{4})-Q(?P<quarter>[1-4])")
_REPEATED = re.compile(r"R(?P<times>\d*)/(?:.+/)?(?P<every>P.+)")
_OPEN = frozenset({"", ".."})
_FIRST_QUARTER = 33
"""EDTF level 2 writes the quarters of a year as 33 to 36 in the place of the month."""


@lru_cache(maxsize=4096)
def days(value: str) -> tuple[bool, date | None, date | None]:
    """Whether ``value`` is EDTF (or an ISO quarter), and the first and last day that it can denote.

    A side is None where it is open ("2031/..") or where the value names no day (a duration, a repetition).
    """
    if value in _OPEN or _REPEATED.fullmatch(value):
        return False, None, None
    start, _, end = value.partition("/")
    known, first, last = _side(start)
    if "/" in value:
        end_known, _, last = _side(end)
        known = known and end_known
    return known, first, last


def _side(value: str) -> tuple[bool, date | None, date | None]:
    """The same for one end of an interval, or for a value that is none."""
    if value in _OPEN:
        return True, None, None
    try:
        parsed = edtf.parse_edtf(_QUARTER.sub(_as_edtf, value))
        return True, date(*parsed.lower_strict()[:3]), date(*parsed.upper_strict()[:3])
    except (EDTFParseException, ValueError):
        return False, None, None


def _as_edtf(match: re.Match[str]) -> str:
    return f"{match['year']}-{_FIRST_QUARTER - 1 + int(match['quarter'])}"


def time_triples(subject: URIRef, value: str) -> Iterator[Triple]:
    """What ``value`` says of ``subject``: itself, its first and last day, its duration and times per period."""
    is_edtf, first, last = days(value)
    yield subject, AG.timeValue, Literal(value, datatype=EDTF.EDTF) if is_edtf else Literal(value)
    if first is not None:
        yield subject, AG.earliest, Literal(first)
    if last is not None:
        yield subject, AG.latest, Literal(last)
    repeated = _REPEATED.fullmatch(value)
    duration = repeated["every"] if repeated else value
    if duration.startswith("P"):
        yield subject, TIME.hasXSDDuration, Literal(duration, datatype=XSD.duration, normalize=False)
    if repeated:
        yield subject, AG.timesPerPeriod, Literal(int(repeated["times"] or 1))
