"""Statements with every slot they have, as triples."""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import RDF, Literal, URIRef

from ingest.graph.evidence import Place, annotation_triples, place_triples, reading_triples, span_triples
from ingest.graph.iris import actor_iri, agreement_iri, part_iri
from ingest.graph.times import time_triples
from ingest.graph.triples import Triple, decimal, dutch, present
from ingest.model.agreement import Source
from ingest.model.statements import NORMS, Amount, AmountUnit, Deadline, Kind, Reference, Statement
from ontology.folding import fold
from ontology.namespaces import AG, SCHEMA, SKOS

KIND_CLASSES: dict[Kind, URIRef] = {
    Kind.DUTY: AG.Duty,
    Kind.POWER: AG.Power,
    Kind.PERMISSION: AG.Permission,
    Kind.PROHIBITION: AG.Prohibition,
    Kind.ROLE: AG.RoleStatement,
    Kind.TERM: AG.TermStatement,
    Kind.AMOUNT: AG.AmountStatement,
    Kind.DEFINITION: AG.Definition,
    Kind.PRECEDENCE: AG.Precedence,
    Kind.FINDING: AG.Finding,
    Kind.RECOMMENDATION: AG.Recommendation,
}


def statement_triples(iri: URIRef, statement: Statement, source: Source, root: str) -> Iterator[Triple]:
    """Everything about ``statement``; ``root`` is the eId of the whole document."""
    place = Place(statement.document, statement.node, statement.section, statement.span, statement.text)
    yield iri, RDF.type, AG.Statement
    yield iri, RDF.type, KIND_CLASSES[statement.kind]
    if statement.kind in NORMS:
        yield iri, RDF.type, AG.Norm
    yield from place_triples(iri, place, root)
    yield iri, AG.kind, Literal(str(statement.kind))
    yield iri, AG.foldedText, Literal(fold(f"{statement.action} {statement.text}"))
    yield from reading_triples(iri, statement.rules, statement.confidence)
    yield from present(iri, AG.kindRule, statement.rules[0] if statement.rules else None)
    yield from _slot_triples(iri, statement)
    if statement.deadline is not None:
        yield from _deadline_triples(iri, statement.deadline)
    for turn, amount in enumerate(statement.amounts, start=1):
        yield from _amount_triples(iri, part_iri(iri, f"amount-{turn}"), amount)
    for turn, reference in enumerate(statement.references, start=1):
        yield from _reference_triples(iri, part_iri(iri, f"reference-{turn}"), reference)
    yield from annotation_triples(iri, statement.span, source)


def _slot_triples(iri: URIRef, statement: Statement) -> Iterator[Triple]:
    for bearer in statement.bearers:
        yield iri, AG.bearer, actor_iri(bearer)
    for turn, counterparty in enumerate(statement.counterparties, start=1):
        involvement = part_iri(iri, f"involvement-{turn}")
        yield iri, AG.involves, involvement
        yield involvement, RDF.type, AG.Involvement
        yield involvement, AG.actor, actor_iri(counterparty.actor)
        yield involvement, AG.part, AG[f"part-{counterparty.involvement}"]
    yield from present(iri, AG.action, statement.action)
    yield from present(iri, AG.condition, statement.condition)
    if statement.strength is not None:
        yield iri, AG.strength, AG[f"strength-{statement.strength}"]
    if statement.decision_rule is not None:
        yield iri, AG.decisionRule, AG[f"decision-{statement.decision_rule}"]
    if statement.term:
        concept = part_iri(iri, "concept")
        yield iri, AG.defines, concept
        yield concept, RDF.type, SKOS.Concept
        yield concept, SKOS.prefLabel, dutch(statement.term)
        yield concept, AG.foldedText, Literal(fold(statement.term))
        if statement.meaning:
            yield concept, SKOS.definition, dutch(statement.meaning)


def _deadline_triples(iri: URIRef, deadline: Deadline) -> Iterator[Triple]:
    part = part_iri(iri, "deadline")
    yield iri, AG.hasDeadline, part
    yield part, RDF.type, AG.Deadline
    yield part, AG.deadlineType, AG[f"deadline-type-{deadline.type}"]
    yield part, AG.deadlineRelation, AG[f"deadline-relation-{deadline.relation}"]
    yield from time_triples(part, deadline.value)
    yield part, AG.surface, Literal(deadline.surface)
    yield from present(part, AG.event, deadline.event)
    yield from span_triples(part, deadline.span)


def _amount_triples(iri: URIRef, part: URIRef, amount: Amount) -> Iterator[Triple]:
    yield iri, AG.hasAmount, part
    yield part, RDF.type, AG.Amount
    yield part, SCHEMA.value, decimal(amount.value)
    yield part, AG.unit, AG[f"unit-{amount.unit}"]
    if amount.unit is AmountUnit.EURO:
        yield part, RDF.type, SCHEMA.MonetaryAmount
        yield part, SCHEMA.currency, Literal(str(amount.unit))
    yield part, AG.surface, Literal(amount.surface)
    yield from present(part, AG.amountOf, amount.subject)
    yield from span_triples(part, amount.span)


def _reference_triples(iri: URIRef, part: URIRef, reference: Reference) -> Iterator[Triple]:
    yield iri, AG.mentions, part
    yield part, RDF.type, AG.Reference
    yield part, AG.surface, Literal(reference.surface)
    yield from present(part, AG.citedSection, reference.section)
    yield from present(part, AG.citedTitle, reference.title)
    if reference.document is not None:
        yield part, AG.cites, agreement_iri(reference.document)
    yield from span_triples(part, reference.span)
