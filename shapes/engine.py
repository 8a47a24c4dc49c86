"""Runs the shapes over a graph, with pySHACL."""

from __future__ import annotations

import pyshacl
from rdflib import Graph, URIRef
from rdflib.plugins.stores.memory import Memory, SimpleMemory
from rdflib.term import Node

from ontology.namespaces import SH
from shapes.catalogue import in_language
from shapes.loading import Part, shapes_graph
from shapes.paths import path_text
from shapes.report import Finding, Severity, ValidationReport


def validate(data: Graph, *, shapes: Graph | Part = Part.ALL) -> ValidationReport:
    """What ``shapes`` find in ``data``, which is left as it is.

    A graph over a database is copied into memory first: pySHACL gives wrong results on such a graph, and slowly.
    Messages are those of the shapes in Dutch and English, empty where a shape has none. Raises ValueError when a shape
    without an IRI finds something, and pySHACL's ``ShapeLoadError`` or ``ConstraintLoadError`` when ``shapes`` is no
    valid SHACL.
    """
    asked = shapes_graph(shapes) if isinstance(shapes, Part) else shapes
    _, found, _ = pyshacl.validate(_in_memory(data), shacl_graph=asked, advanced=False, inference="none")
    if not isinstance(found, Graph):
        raise found if isinstance(found, BaseException) else TypeError("pySHACL gave no report graph")
    findings = {_finding(found, result, asked) for result in found.objects(None, SH.result)}
    return ValidationReport(tuple(sorted(findings, key=lambda finding: finding.order)), asked)


def _in_memory(data: Graph) -> Graph:
    if isinstance(data.store, Memory | SimpleMemory):
        return data
    copy = Graph()
    for triple in data:
        copy.add(triple)
    return copy


def _finding(found: Graph, result: Node, shapes: Graph) -> Finding:
    shape, focus = found.value(result, SH.sourceShape), found.value(result, SH.focusNode)
    component = found.value(result, SH.sourceConstraintComponent)
    if not isinstance(shape, URIRef) or focus is None or not isinstance(component, URIRef):
        raise ValueError(f"a shape without a name found something: {shape}")
    path = shapes.value(shape, SH.path)
    return Finding(
        shape=shape,
        severity=Severity.of(found.value(result, SH.resultSeverity)),
        focus=focus,
        path=None if path is None else path_text(shapes, path),
        value=found.value(result, SH.value),
        message_nl=in_language(shapes, shape, SH.message, "nl"),
        message_en=in_language(shapes, shape, SH.message, "en"),
        component=component,
    )
