"""Who fills, belongs to, chairs, represents or is party to what: ORG memberships, PROV delegations and attributions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rdflib import RDF, URIRef

from ingest.graph.evidence import Place, annotation_triples, place_triples, reading_triples
from ingest.graph.iris import actor_iri, agreement_iri, part_iri
from ingest.graph.times import time_triples
from ingest.graph.triples import Triple
from ingest.model.actors import Relation, RelationType
from ingest.model.agreement import Source
from ingest.model.statements import Statement
from ontology.namespaces import AG, DCTERMS, ORG, PROV, TIME

_MEMBERSHIPS = frozenset({RelationType.FILLS, RelationType.MEMBER_OF, RelationType.CHAIRS})


def relation_triples(
    iri: URIRef,
    relation: Relation,
    *,
    section: str,
    authorities: Iterable[URIRef],
    source: Source,
    root: str,
) -> Iterator[Triple]:
    """Everything about ``relation``; ``authorities`` are the statements on which it rests."""
    words = " ".join(relation.span.of(source.text).split())
    place = Place(relation.document, relation.node, section, relation.span, words)
    yield from _ends(iri, relation)
    yield from place_triples(iri, place, root)
    yield from reading_triples(iri, (relation.rule,), relation.confidence)
    for statement in authorities:
        yield iri, AG.statedBy, statement
    if relation.interval is not None:
        interval = part_iri(iri, "interval")
        yield iri, ORG.memberDuring if relation.type in _MEMBERSHIPS else DCTERMS.temporal, interval
        yield interval, RDF.type, TIME.Interval
        yield from time_triples(interval, relation.interval)
    yield from annotation_triples(iri, relation.span, source)


def _ends(iri: URIRef, relation: Relation) -> Iterator[Triple]:
    subject = actor_iri(relation.subject)
    if relation.type in _MEMBERSHIPS:
        yield iri, RDF.type, ORG.Membership
        yield iri, ORG.member, subject
    if relation.type is RelationType.FILLS:
        yield iri, ORG.role, actor_iri(relation.object)
    elif relation.type is RelationType.MEMBER_OF:
        yield iri, ORG.organization, actor_iri(relation.object)
    elif relation.type is RelationType.CHAIRS:
        yield iri, ORG.organization, actor_iri(relation.object)
        yield iri, ORG.role, AG.chair
    elif relation.type is RelationType.REPRESENTS:
        yield iri, RDF.type, PROV.Delegation
        yield iri, PROV.agent, actor_iri(relation.object)
        yield subject, PROV.qualifiedDelegation, iri
    else:
        yield iri, RDF.type, PROV.Attribution
        yield iri, PROV.agent, subject
        yield iri, PROV.hadRole, AG.party
        yield agreement_iri(relation.object), PROV.qualifiedAttribution, iri


def authorities(relation: Relation, statements: Iterable[tuple[Statement, URIRef]]) -> list[tuple[Statement, URIRef]]:
    """The statements in the relation's own node whose words overlap it, or else those anywhere that do."""
    span = relation.span
    overlapping = [
        (statement, iri)
        for statement, iri in statements
        if statement.span.start < span.end and span.start < statement.span.end
    ]
    return [pair for pair in overlapping if pair[0].node == relation.node] or overlapping
