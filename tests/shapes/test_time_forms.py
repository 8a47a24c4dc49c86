"""Which values a deadline of each type may have."""

from __future__ import annotations

import pytest
from rdflib import Graph

from ingest.graph.times import time_triples
from ingest.understand.values.inventory import TIMES
from ontology.namespaces import AG, ID, RDF
from shapes import SHAPES, Part, shapes_graph, validate

DEADLINE = ID["statement/1#deadline"]
FORMS = {"DateForm", "IntervalForm", "RecurringForm", "RelativeForm", "DeadlineDays", "DeadlineValue"}

LEGAL = {
    "date": "2031 2031-03 2031-03-01 2031-Q3 2031-23 2031-34 2031-03~ 2031? 203X 20XX-05 XXXX-04-01 2031-07/2031-12",
    "interval": "2031/2034 2031-01-01/2034-12-31 2031/.. ../2034 ../.. 2031-03/2031-06 2031-Q1/2031-Q2 P4Y P18M P1M2W",
    "recurring": "P1Y P3M P6W P1D R2/P1Y R10/P1M R/P1Y R2/2031/P1Y PT12H",
    "relative": "P10D P0D P6W P1Y6M PT36H",
}
ILLEGAL = {
    "date": "2031-13-01 2031-3-1 2031-04-31 1-3-2031 2031-Q5 P1Y 2031/2034 maart 31 2031-02-29",
    "interval": "2031-2034 2031 2031/34 2031/2032/2033 R2/P1Y 4Y P /",
    "recurring": "P0Y P R0/P1Y R2P1Y 2P1Y 2031-03-01 P1.5Y P1YR2 XXXX-04-01",
    "relative": "10D P 2031-03-01 -P10D R2/P1Y P10",
}


def faults(values: dict[str, tuple[str, str]]) -> set[str]:
    """The names of ``values`` (type and value by name) whose form a shape finds fault with."""
    graph = Graph()
    for name, (type_, value) in values.items():
        graph.add((DEADLINE + name, RDF.type, AG.Deadline))
        graph.add((DEADLINE + name, AG.deadlineType, AG[f"deadline-type-{type_}"]))
        for triple in time_triples(DEADLINE + name, value):
            graph.add(triple)
    found = validate(graph, shapes=Part.QUALITY).results
    return {
        str(finding.focus).removeprefix(str(DEADLINE))
        for finding in found
        if str(finding.shape).removeprefix(str(SHAPES)) in FORMS
    }


def test_the_forms_are_shapes() -> None:
    assert all((SHAPES[form], None, None) in shapes_graph() for form in FORMS)


@pytest.mark.parametrize("type_", LEGAL)
def test_legal_values_pass(type_: str) -> None:
    assert faults({str(n): (type_, value) for n, value in enumerate(LEGAL[type_].split())}) == set()


@pytest.mark.parametrize("type_", ILLEGAL)
def test_illegal_values_are_found(type_: str) -> None:
    values = ILLEGAL[type_].split()
    found = faults({str(n): (type_, value) for n, value in enumerate(values)})
    assert [value for n, value in enumerate(values) if str(n) not in found] == []


def test_every_time_that_is_read_has_a_legal_form() -> None:
    assert len(TIMES) > 40
    assert faults({rule.id: (rule.type, rule.expect) for rule in TIMES}) == set()
