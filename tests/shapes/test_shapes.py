"""Every shape fires where it should, keeps still where it should, and says so in two languages."""

from __future__ import annotations

import warnings
from functools import cache
from pathlib import Path

import pyshacl
import pytest
from rdflib import BNode, Dataset, Graph, URIRef
from rdflib.term import Identifier

from ontology.namespaces import RDF, SH, bind_prefixes
from shapes import SHAPES, Part, Rule, Severity, catalogue, shapes_graph, validate
from shapes.docs import document

ROOT = Path(__file__).parents[2]
FAULT = URIRef("https://example.org/fault")
CASES = "https://example.org/"


@cache
def cases() -> dict[tuple[str, str], Graph]:
    """The made-up graphs, by what is expected and by name: ("fires", "Confidence-high")."""
    found: dict[tuple[str, str], Graph] = {}
    for path in sorted(Path(__file__).with_name("cases").glob("*.trig")):
        for graph in parsed(path).graphs():
            expectation, _, name = str(graph.identifier).removeprefix(CASES).partition("/")
            if name:
                assert (expectation, name) not in found, f"{name} stands twice"
                found[expectation, name] = Graph() + graph
    return found


def parsed(path: Path) -> Dataset:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # rdflib's TriG parser warns of rdflib's own classes
        return Dataset().parse(data=path.read_text("utf-8"), format="trig")


def named(expectation: str) -> list[str]:
    return [name for expected, name in cases() if expected == expectation]


def shape_of(case: str) -> URIRef:
    return SHAPES[case.partition("-")[0]]


def alone(shape: URIRef) -> Graph:
    """The shape and what it consists of, without the other shapes."""
    whole, part = shapes_graph(), bind_prefixes(Graph())
    todo: list[Identifier] = [shape, URIRef("https://w3id.org/afsprakengraaf/shapes")]
    while todo:
        for triple in whole.triples((todo.pop(), None, None)):
            part.add(triple)
            if isinstance(triple[2], BNode):
                todo.append(triple[2])
    return part


def focus_nodes(shape: URIRef, data: Graph) -> set[Identifier]:
    shapes, found = shapes_graph(), set()
    for kind in shapes.objects(shape, SH.targetClass):
        found |= set(data.subjects(RDF.type, kind))
    for predicate in shapes.objects(shape, SH.targetObjectsOf):
        found |= set(data.objects(None, predicate))
    return found


@pytest.mark.parametrize("case", named("fires"))
def test_shape_finds_the_fault(case: str) -> None:
    shape, data = shape_of(case), cases()["fires", case]
    findings = validate(data, shapes=alone(shape)).results
    assert {finding.shape for finding in findings} == {shape}
    per_query = (shape, SH.sparql, None) in shapes_graph()
    assert {finding.value if per_query else finding.focus for finding in findings} == {FAULT}


@pytest.mark.parametrize("case", named("holds"))
def test_shape_looks_and_finds_nothing(case: str) -> None:
    shape, data = shape_of(case), cases()["holds", case]
    assert focus_nodes(shape, data), "the shape has nothing to look at"
    assert validate(data, shapes=alone(shape)).results == ()


def test_every_shape_has_both_cases() -> None:
    shapes = {rule.id for rule in catalogue()}
    assert {shape_of(case) for case in named("fires")} == shapes
    assert {shape_of(case) for case in named("holds")} == shapes


def test_there_are_as_many_cases_as_the_files_hold() -> None:
    graphs = sum(
        line.startswith(("fires:", "holds:"))
        for path in Path(__file__).with_name("cases").glob("*.trig")
        for line in path.read_text("utf-8").splitlines()
    )
    assert graphs == len(cases())


@pytest.mark.parametrize("rule", catalogue(), ids=lambda rule: rule.short)
def test_shape_speaks_two_languages(rule: Rule) -> None:
    for dutch, english in (
        (rule.name_nl, rule.name_en),
        (rule.description_nl, rule.description_en),
        (rule.message_nl, rule.message_en),
    ):
        assert dutch
        assert english
        assert dutch != english
    assert rule.example
    for sentence in (rule.description_nl, rule.description_en, rule.message_nl, rule.message_en):
        assert sentence.endswith(".")
        assert "{" not in sentence


def test_shapes_are_named_stated_once_and_belong_to_one_part() -> None:
    quality, governance = shapes_graph(Part.QUALITY), shapes_graph(Part.GOVERNANCE)
    named_in = [{s for s in part.subjects(SH.severity) if isinstance(s, URIRef)} for part in (quality, governance)]
    assert not named_in[0] & named_in[1]
    assert len(catalogue()) == len(named_in[0] | named_in[1])
    for target in (SH.targetClass, SH.targetObjectsOf, SH.targetSubjectsOf, SH.targetNode):
        for shape in shapes_graph().subjects(target):
            assert shape in named_in[0] | named_in[1], f"{shape} is asked but has no severity"
    for predicate in (SH.severity, SH.path):
        for shape in named_in[0] | named_in[1]:
            assert len(list(shapes_graph().objects(shape, predicate))) <= 1


def test_shapes_are_valid_shacl() -> None:
    conforms, _, _ = pyshacl.validate(Graph(), shacl_graph=shapes_graph(), meta_shacl=True)
    assert conforms


def test_governance_reports_no_violation_of_its_own() -> None:
    assert all(rule.severity is not Severity.VIOLATION for rule in catalogue() if rule.part is Part.GOVERNANCE)


def test_the_document_is_up_to_date() -> None:
    assert (ROOT / "docs" / "validation.md").read_text("utf-8") == document()


def test_the_document_names_every_shape_with_its_messages() -> None:
    text = document()
    for rule in catalogue():
        assert f"### {rule.short}\n" in text
        assert rule.message_nl in text
        assert rule.message_en in text
