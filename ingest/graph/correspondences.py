"""Alignments and comparable slots as triples: which clauses speak of the same, how surely, and with which values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

from rdflib import RDF, Literal, URIRef

from ingest.graph.triples import Triple, decimal, present
from ingest.model.comparison import Clause, Comparable, Link, LinkKind
from ontology.namespaces import AG, ID, SCHEMA

_TYPES = {
    LinkKind.TOPIC: "activity",
    LinkKind.ROW: "activity",
    LinkKind.PRESENCE: "practice",
    LinkKind.PRACTICE: "practice",
    LinkKind.VERSION: "version",
    LinkKind.DROPPED: "version",
    LinkKind.PERIOD: "event",
    LinkKind.NEAR: "event",
    LinkKind.PARENT: "body",
    LinkKind.SLOT: "slot",
    LinkKind.SUM: "amount",
    LinkKind.SUM_OFF: "amount",
}


def correspondence_triples(clauses: Sequence[Clause], links: Iterable[Link], least: float) -> Iterator[Triple]:
    """Every link between two clauses whose score is at least ``least``, and the comparable slots of what it joins."""
    joined: set[int] = set()
    for link in links:
        left, right = clauses[link.left], clauses[link.right]
        if link.score >= least and left.subject != right.subject:
            joined |= {link.left, link.right}
            yield from _link_triples(link, left, right)
    for position in sorted(joined):
        for turn, slot in enumerate(clauses[position].comparables, start=1):
            yield from _slot_triples(URIRef(clauses[position].subject), turn, slot)


def _link_triples(link: Link, left: Clause, right: Clause) -> Iterator[Triple]:
    kind = _TYPES[link.kind]
    content = "\x1f".join((kind, *sorted((left.subject, right.subject))))
    iri = ID[f"correspondence/{sha256(content.encode()).hexdigest()[:20]}"]
    yield iri, RDF.type, AG.Correspondence
    yield iri, AG.correspondenceType, AG[f"correspondence-{kind}"]
    yield iri, AG.aligns, URIRef(left.subject)
    yield iri, AG.aligns, URIRef(right.subject)
    yield iri, AG.score, decimal(link.score)
    yield iri, AG.correspondenceReason, Literal(link.reason)


def _slot_triples(subject: URIRef, turn: int, slot: Comparable) -> Iterator[Triple]:
    iri = URIRef(f"{subject}#slot-{turn}")
    yield subject, AG.hasSlot, iri
    yield iri, RDF.type, SCHEMA.PropertyValue
    yield iri, SCHEMA.propertyID, Literal(slot.slot)
    yield from present(iri, AG.slotKey, slot.key)
    yield iri, SCHEMA.value, Literal(slot.value)
