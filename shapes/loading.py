"""Reads the shapes of this package."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from importlib.resources import files

from rdflib import Graph, Namespace

from ontology.namespaces import bind_prefixes

SHAPES = Namespace("https://w3id.org/afsprakengraaf/shapes#")
"""The namespace of the shapes' names."""


class Part(StrEnum):
    """Which shapes: those on the graph itself, those on what was agreed, or both."""

    QUALITY = "quality"
    GOVERNANCE = "governance"
    ALL = "all"


@cache
def shapes_graph(which: Part = Part.ALL) -> Graph:
    """The shapes of one part or of both. The graph is shared: treat it as read-only."""
    parts = (Part.QUALITY, Part.GOVERNANCE) if which is Part.ALL else (which,)
    graph = bind_prefixes(Graph())
    graph.bind("ags", SHAPES)
    for name in ("prefixes", *parts):
        graph.parse(data=files("shapes").joinpath(f"{name}.ttl").read_text("utf-8"), format="turtle")
    return graph
