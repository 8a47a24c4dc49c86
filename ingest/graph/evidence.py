"""Where a reading comes from: the place in words and numbers, and the Web Annotation that anchors it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rdflib import RDF, Literal, URIRef

from ingest.graph.iris import agreement_iri, part_iri, provision_iri, source_iri
from ingest.graph.triples import Triple, decimal
from ingest.model.agreement import Source
from ingest.model.text import Span
from ontology.namespaces import AG, OA, PROV

_CONTEXT = 32
"""Characters before and after a quote that find it again in a text that has moved."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in an agreement something is said; ``section`` is for a reader, ``node`` the eId of the tree node."""

    document: str
    node: str
    section: str
    span: Span
    text: str


def place_triples(subject: URIRef, place: Place, root: str) -> Iterator[Triple]:
    """``place`` as plain values on ``subject``; ``root`` is the eId of the whole document, which is no provision."""
    yield subject, AG.inAgreement, agreement_iri(place.document)
    if place.node != root:
        yield subject, AG.inProvision, provision_iri(place.document, place.node)
    yield subject, AG.documentId, Literal(place.document)
    yield subject, AG.section, Literal(place.section)
    yield from span_triples(subject, place.span)
    yield subject, AG.text, Literal(place.text)


def span_triples(subject: URIRef, span: Span) -> Iterator[Triple]:
    """Start and end of ``span``."""
    yield subject, AG.start, Literal(span.start)
    yield subject, AG.end, Literal(span.end)


def reading_triples(subject: URIRef, rules: tuple[str, ...], confidence: float) -> Iterator[Triple]:
    """The rules that read ``subject`` and how sure they are."""
    for rule in rules:
        yield subject, AG.rule, Literal(rule)
    yield subject, AG.confidence, decimal(confidence)


def annotation_triples(subject: URIRef, span: Span, source: Source) -> Iterator[Triple]:
    """The annotation that has ``subject`` as its body and the words at ``span`` as its target.

    Position and quote are both selected, as the Web Annotation Data Model (section 4.2) allows for text that may
    change; the source is named by its digest, so that a position is never read against another text.
    """
    annotation, target = part_iri(subject, "evidence"), part_iri(subject, "target")
    position, quote = part_iri(subject, "position"), part_iri(subject, "quote")
    text = source.text
    yield subject, PROV.wasQuotedFrom, source_iri(source.sha256)
    yield annotation, RDF.type, OA.Annotation
    yield annotation, OA.hasBody, subject
    yield annotation, OA.hasTarget, target
    yield target, RDF.type, OA.SpecificResource
    yield target, OA.hasSource, source_iri(source.sha256)
    yield target, OA.hasSelector, position
    yield target, OA.hasSelector, quote
    yield position, RDF.type, OA.TextPositionSelector
    yield position, OA.start, Literal(span.start)
    yield position, OA.end, Literal(span.end)
    yield quote, RDF.type, OA.TextQuoteSelector
    yield quote, OA.exact, Literal(span.of(text))
    yield quote, OA.prefix, Literal(text[max(0, span.start - _CONTEXT) : span.start])
    yield quote, OA.suffix, Literal(text[span.end : span.end + _CONTEXT])
