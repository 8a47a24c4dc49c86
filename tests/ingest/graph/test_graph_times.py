"""Time values open into the days that they can denote."""

from __future__ import annotations

from datetime import date

import pytest
from rdflib import XSD, Graph, Literal, URIRef

from ingest.graph.times import days, time_triples
from ontology.namespaces import AG, EDTF, TIME

ONE = URIRef("https://example.org/1")


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2031-03-01", date(2031, 3, 1), date(2031, 3, 1)),
        ("2031-02", date(2031, 2, 1), date(2031, 2, 28)),
        ("2032", date(2032, 1, 1), date(2032, 12, 31)),
        ("2032-07~", date(2032, 7, 1), date(2032, 7, 31)),
        ("2031/2034", date(2031, 1, 1), date(2034, 12, 31)),
        ("2031-05-01/2034-04-30", date(2031, 5, 1), date(2034, 4, 30)),
        ("2031/..", date(2031, 1, 1), None),
        ("../2034", None, date(2034, 12, 31)),
        ("2031/", date(2031, 1, 1), None),
        ("/2034", None, date(2034, 12, 31)),
        ("2031-Q3", date(2031, 7, 1), date(2031, 9, 30)),
        ("2031-Q3/2032-Q1", date(2031, 7, 1), date(2032, 3, 31)),
        ("2031-21", date(2031, 3, 1), date(2031, 5, 31)),
        ("203X", date(2030, 1, 1), date(2039, 12, 31)),
    ],
)
def test_edtf_gives_its_first_and_last_day(value: str, first: date | None, last: date | None) -> None:
    assert days(value) == (True, first, last)


@pytest.mark.parametrize("value", ["P1Y", "R2/P1Y", "P7D", "PT4H", "binnenkort", "", "9999-99"])
def test_no_day_can_be_told(value: str) -> None:
    assert days(value) == (False, None, None)


@pytest.mark.parametrize(
    ("value", "duration", "times"),
    [("P3M", "P3M", None), ("P12M", "P12M", None), ("R2/P1Y", "P1Y", 2), ("R/P1M", "P1M", 1), ("2031", None, None)],
)
def test_duration_and_times_per_period(value: str, duration: str | None, times: int | None) -> None:
    graph = Graph()
    for triple in time_triples(ONE, value):
        graph.add(triple)
    expected = Literal(duration, datatype=XSD.duration, normalize=False) if duration else None
    assert graph.value(ONE, TIME.hasXSDDuration) == expected
    assert graph.value(ONE, AG.timesPerPeriod) == (Literal(times) if times else None)


def test_only_edtf_is_typed_as_edtf() -> None:
    assert (ONE, AG.timeValue, Literal("2031-07~", datatype=EDTF.EDTF)) in set(time_triples(ONE, "2031-07~"))
    assert (ONE, AG.timeValue, Literal("R2/P1Y")) in set(time_triples(ONE, "R2/P1Y"))
