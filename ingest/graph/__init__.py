"""Statements to RDF: the one place where triples are made."""

from ingest.graph.build import actors_graph, agreement_graph, contradictions_graph, ntriples, run_graph
from ingest.graph.iris import (
    ACTORS_GRAPH,
    CONTRADICTIONS_GRAPH,
    RUN_GRAPH,
    VALIDATION_GRAPH,
    actor_iri,
    agreement_iri,
    contradiction_iri,
    graph_iri,
    provision_iri,
    source_iri,
)
from ingest.graph.runs import Run

__all__ = [
    "ACTORS_GRAPH",
    "CONTRADICTIONS_GRAPH",
    "RUN_GRAPH",
    "VALIDATION_GRAPH",
    "Run",
    "actor_iri",
    "actors_graph",
    "agreement_graph",
    "agreement_iri",
    "contradiction_iri",
    "contradictions_graph",
    "graph_iri",
    "ntriples",
    "provision_iri",
    "run_graph",
    "source_iri",
]
