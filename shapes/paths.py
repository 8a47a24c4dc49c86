"""SHACL property paths as SPARQL writes them."""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import RDF, BNode, Graph
from rdflib.collection import Collection
from rdflib.term import Node

from ontology.namespaces import SH

Triple = tuple[Node, Node, Node]

_REPEATED: dict[Node, str] = {SH.zeroOrMorePath: "*", SH.oneOrMorePath: "+", SH.zeroOrOnePath: "?"}


def path_text(graph: Graph, path: Node) -> str:
    """The path that starts at ``path`` in ``graph``, with the graph's prefixes, such as ``^oa:hasBody/oa:hasTarget``.

    SHACL, section 2.3.1, gives the equivalents. ValueError when no path starts there.
    """
    if not isinstance(path, BNode):
        return path.n3(graph.namespace_manager)
    if (path, RDF.first, None) in graph:
        return "/".join(_step(graph, step) for step in Collection(graph, path))
    for predicate, value in graph.predicate_objects(path):
        if predicate == SH.inversePath:
            return f"^{_step(graph, value)}"
        if predicate == SH.alternativePath:
            return "|".join(_step(graph, choice) for choice in Collection(graph, value))
        if predicate in _REPEATED:
            return f"{_step(graph, value)}{_REPEATED[predicate]}"
    raise ValueError(f"no property path starts at {path}")


def path_triples(graph: Graph, path: Node) -> Iterator[Triple]:
    """The triples of ``graph`` that make up ``path``, none for a plain predicate."""
    if isinstance(path, BNode):
        for triple in graph.triples((path, None, None)):
            yield triple
            yield from path_triples(graph, triple[2])


def _step(graph: Graph, path: Node) -> str:
    """A path inside another, in brackets where it has parts."""
    text = path_text(graph, path)
    compound = isinstance(path, BNode) and (
        (path, RDF.first, None) in graph or (path, SH.alternativePath, None) in graph
    )
    return f"({text})" if compound else text
