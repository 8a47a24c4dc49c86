"""What each shape asks and says, for a reader."""

from __future__ import annotations

from dataclasses import dataclass

from rdflib import Graph, Literal, URIRef
from rdflib.term import Node

from ontology.namespaces import SH, SKOS
from shapes.loading import SHAPES, Part, shapes_graph
from shapes.report import Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """A shape in words: its name, what it asks and the message of its findings, each in Dutch and English."""

    id: URIRef
    part: Part
    severity: Severity
    name_nl: str
    name_en: str
    description_nl: str
    description_en: str
    message_nl: str
    message_en: str
    example: str

    @property
    def short(self) -> str:
        """The id without its namespace."""
        return str(self.id).removeprefix(str(SHAPES))


def catalogue() -> tuple[Rule, ...]:
    """All shapes, those on quality first, each part by severity and name."""
    rules = (
        _rule(shapes_graph(part), shape, part)
        for part in (Part.QUALITY, Part.GOVERNANCE)
        for shape in named_shapes(shapes_graph(part))
    )
    return tuple(sorted(rules, key=lambda rule: (rule.part is Part.GOVERNANCE, rule.severity.rank, rule.id)))


def named_shapes(graph: Graph) -> tuple[URIRef, ...]:
    """The shapes that have a name of their own; others are parts of them."""
    return tuple(sorted(shape for shape in graph.subjects(SH.severity, unique=True) if isinstance(shape, URIRef)))


def in_language(graph: Graph, subject: Node, predicate: URIRef, language: str) -> str:
    """The value of ``predicate`` in ``language``, or an empty string."""
    values = graph.objects(subject, predicate)
    return next((str(v) for v in values if isinstance(v, Literal) and v.language == language), "")


def _rule(graph: Graph, shape: URIRef, part: Part) -> Rule:
    def words(predicate: URIRef) -> tuple[str, str]:
        return in_language(graph, shape, predicate, "nl"), in_language(graph, shape, predicate, "en")

    severity = Severity.of(graph.value(shape, SH.severity))
    example = in_language(graph, shape, SKOS.example, "nl")
    return Rule(shape, part, severity, *words(SH.name), *words(SH.description), *words(SH.message), example)
