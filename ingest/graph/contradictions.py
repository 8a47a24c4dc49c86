"""Contradictions as triples: what differs, how grave it is, and the words of both clauses."""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import RDF, Literal, URIRef

from ingest.graph.evidence import reading_triples, span_triples
from ingest.graph.iris import agreement_iri, contradiction_iri, part_iri
from ingest.graph.triples import Triple, present
from ingest.model.contradictions import Contradiction, Side
from ontology.folding import fold
from ontology.namespaces import AG


def contradiction_triples(contradiction: Contradiction) -> Iterator[Triple]:
    """Everything about ``contradiction``, under the name that its key gives it."""
    iri = contradiction_iri(contradiction.key)
    yield iri, RDF.type, AG.Contradiction
    yield iri, AG.pairKey, Literal(contradiction.key)
    yield iri, AG.contradictionType, AG[f"contradiction-{contradiction.type}"]
    yield iri, AG.contradictionScope, AG[f"scope-{contradiction.scope}"]
    yield iri, AG.severity, AG[f"severity-{contradiction.severity}"]
    yield iri, AG.contradictionStatus, AG[f"contradiction-status-{contradiction.status}"]
    yield iri, AG.outcome, AG[f"outcome-{contradiction.outcome}"]
    yield iri, AG.explanation, Literal(contradiction.explanation_nl, lang="nl")
    yield iri, AG.explanation, Literal(contradiction.explanation_en, lang="en")
    yield iri, AG.foldedText, Literal(fold(" ".join(_words(contradiction))))
    yield from present(iri, AG.statusReason, contradiction.reason_nl, lang="nl")
    yield from present(iri, AG.statusReason, contradiction.reason_en, lang="en")
    if contradiction.repeats is not None:
        yield iri, AG.repeats, contradiction_iri(contradiction.repeats)
    yield from reading_triples(iri, (contradiction.rule,), contradiction.confidence)
    for predicate, name, side in ((AG.sideA, "a", contradiction.a), (AG.sideB, "b", contradiction.b)):
        clause = part_iri(iri, name)
        yield iri, predicate, clause
        yield from _clause_triples(clause, side)


def _words(contradiction: Contradiction) -> tuple[str, ...]:
    a, b = contradiction.a, contradiction.b
    return a.text, b.text, contradiction.explanation_nl, contradiction.explanation_en


def _clause_triples(clause: URIRef, side: Side) -> Iterator[Triple]:
    yield clause, RDF.type, AG.Clause
    yield clause, AG.quotes, URIRef(side.subject)
    yield clause, AG.inAgreement, agreement_iri(side.document)
    yield clause, AG.documentId, Literal(side.document)
    yield clause, AG.section, Literal(side.section)
    yield from span_triples(clause, side.span)
    yield clause, AG.text, Literal(side.text)
