"""Reads the Turtle and JSON-LD files of this package."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

from rdflib import Graph

from ontology.namespaces import bind_prefixes


def _turtle(*names: str) -> Graph:
    graph = bind_prefixes(Graph())
    for name in names:
        graph.parse(data=files("ontology").joinpath(name).read_text("utf-8"), format="turtle")
    return graph


@cache
def vocabulary() -> Graph:
    """Classes, properties and code lists. The graph is shared: treat it as read-only."""
    return _turtle("afspraken.ttl", "concepts.ttl")


@cache
def alignments() -> Graph:
    """How our terms stand to ODRL, LegalRuleML, FLINT and JAS; for people, never for a reasoner."""
    return _turtle("alignments.ttl")


@cache
def house_style() -> Graph:
    """The SHACL shapes that every term of the vocabulary must satisfy."""
    return _turtle("house-style.ttl")


def context() -> dict[str, Any]:
    """The JSON-LD context document, ``{"@context": {…}}``."""
    document: dict[str, Any] = json.loads(files("ontology").joinpath("context.jsonld").read_text("utf-8"))
    return document
