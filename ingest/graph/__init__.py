"""Statements to RDF: the one place where triples are made."""

from ingest.graph.build import (
    actors_graph,
    agreement_graph,
    contradictions_graph,
    correspondences_graph,
    ntriples,
    row_names,
    run_graph,
    statement_names,
)
from ingest.graph.iris import (
    ACTORS_GRAPH,
    CONTRADICTIONS_GRAPH,
    CORRESPONDENCES_GRAPH,
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
    "CORRESPONDENCES_GRAPH",
    "RUN_GRAPH",
    "VALIDATION_GRAPH",
    "Run",
    "actor_iri",
    "actors_graph",
    "agreement_graph",
    "agreement_iri",
    "contradiction_iri",
    "contradictions_graph",
    "correspondences_graph",
    "graph_iri",
    "ntriples",
    "provision_iri",
    "row_names",
    "run_graph",
    "source_iri",
    "statement_names",
]
