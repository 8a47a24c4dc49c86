"""Oxigraph's terms to ours and back."""

from __future__ import annotations

from typing import overload

import pyoxigraph as ox

from ingest.store.errors import QueryError
from ingest.store.terms import Blank, Iri, Literal, Term, Triple

EngineTerm = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


@overload
def from_engine(term: EngineTerm) -> Term: ...
@overload
def from_engine(term: None) -> None: ...
def from_engine(term: EngineTerm | None) -> Term | None:
    """Our value for an engine's term; None stays None."""
    if term is None:
        return None
    if isinstance(term, ox.NamedNode):
        return Iri(term.value)
    if isinstance(term, ox.Literal):
        return Literal(term.value, term.datatype.value, term.language)
    if isinstance(term, ox.BlankNode):
        return Blank(term.value)
    return triple_from_engine(term)


def triple_from_engine(triple: ox.Triple) -> Triple:
    """Our value for an engine's triple."""
    subject = triple.subject
    head = Blank(subject.value) if isinstance(subject, ox.BlankNode) else Iri(_iri(subject).value)
    return Triple(head, Iri(triple.predicate.value), from_engine(triple.object))


def to_engine(triple: Triple) -> ox.Triple:
    """The engine's triple for ours. Raises QueryError for a term that RDF does not allow."""
    try:
        return ox.Triple(_resource(triple.subject), ox.NamedNode(triple.predicate.value), _term(triple.object))
    except ValueError as error:
        raise QueryError(f"not RDF: {triple} ({error})", "give absolute IRIs and well-formed language tags") from error


def _iri(subject: ox.NamedNode | ox.Triple) -> ox.NamedNode:
    if isinstance(subject, ox.Triple):
        raise QueryError("a triple stands as a subject", "speak about triples through rdf:reifies")
    return subject


def _resource(term: Iri | Blank) -> ox.NamedNode | ox.BlankNode:
    return ox.NamedNode(term.value) if isinstance(term, Iri) else ox.BlankNode(term.value)


def _term(term: Term) -> EngineTerm:
    if isinstance(term, Literal):
        if term.language is not None:
            return ox.Literal(term.value, language=term.language)
        return ox.Literal(term.value, datatype=ox.NamedNode(term.datatype))
    if isinstance(term, Triple):
        return to_engine(term)
    return _resource(term)
