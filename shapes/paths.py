"""SHACL property paths as SPARQL writes them."""

from __future__ import annotations

from hashlib import sha256

from rdflib import RDF, BNode, Graph
from rdflib.collection import Collection
from rdflib.term import Node

from ontology.namespaces import ID, SH

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


def named_path(graph: Graph, path: Node) -> tuple[Node, frozenset[Triple]]:
    """``path`` with names made from content in the place of its blank nodes, and the triples that make it up.

    RDF 1.1 Concepts, section 3.5, lets IRIs stand for blank nodes. A plain predicate is its own name, without triples.
    """
    if not isinstance(path, BNode):
        return path, frozenset()
    pairs: list[tuple[Node, Node]] = []
    triples: set[Triple] = set()
    for predicate, value in graph.predicate_objects(path):
        name, parts = named_path(graph, value)
        pairs.append((predicate, name))
        triples |= parts
    content = "\x1f".join(sorted(f"{predicate} {value}" for predicate, value in pairs))
    subject = ID[f"path/{sha256(content.encode()).hexdigest()[:20]}"]
    return subject, frozenset(triples | {(subject, predicate, value) for predicate, value in pairs})


def _step(graph: Graph, path: Node) -> str:
    """A path inside another, in brackets where it has parts."""
    text = path_text(graph, path)
    compound = isinstance(path, BNode) and (
        (path, RDF.first, None) in graph or (path, SH.alternativePath, None) in graph
    )
    return f"({text})" if compound else text
