"""Rows of RASCI matrices as triples."""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import RDF, Literal, URIRef

from ingest.graph.evidence import Place, annotation_triples, place_triples, reading_triples
from ingest.graph.iris import actor_iri, part_iri
from ingest.graph.triples import Triple
from ingest.model.agreement import Source
from ingest.model.statements import Responsibility
from ontology.folding import fold
from ontology.namespaces import AG


def responsibility_triples(iri: URIRef, row: Responsibility, source: Source, root: str) -> Iterator[Triple]:
    """Everything about ``row``, empty cells included; ``root`` is the eId of the whole document."""
    place = Place(row.document, row.node, row.section, row.span, row.activity)
    yield iri, RDF.type, AG.Responsibility
    yield from place_triples(iri, place, root)
    yield iri, AG.activity, Literal(row.activity)
    yield iri, AG.foldedText, Literal(fold(row.activity))
    yield from reading_triples(iri, (row.rule,), row.confidence)
    for turn, cell in enumerate(row.assignments, start=1):
        assignment = part_iri(iri, f"assignment-{turn}")
        yield iri, AG.assigns, assignment
        yield assignment, RDF.type, AG.Assignment
        yield assignment, AG.actor, actor_iri(cell.actor)
        for letter in cell.letters:
            yield assignment, AG.letter, AG[f"letter-{letter}"]
    yield from annotation_triples(iri, row.span, source)
