"""What the writers of this package share: the shape of a triple and the literals of the graph."""

from __future__ import annotations

from decimal import Decimal

from rdflib import XSD, Literal, URIRef

Triple = tuple[URIRef, URIRef, URIRef | Literal]


def dutch(text: str) -> Literal:
    """A Dutch name or label."""
    return Literal(text, lang="nl")


def decimal(value: float | Decimal) -> Literal:
    """A number as xsd:decimal in plain notation; a float is rounded to four places."""
    exact = value if isinstance(value, Decimal) else Decimal(str(round(value, 4)))
    return Literal(f"{exact:f}", datatype=XSD.decimal)


def present(subject: URIRef, predicate: URIRef, value: str | None, *, lang: str | None = None) -> list[Triple]:
    """The triple that says ``value``, as a plain string or in a language, or none when there is nothing to say."""
    return [(subject, predicate, Literal(value, lang=lang))] if value else []
