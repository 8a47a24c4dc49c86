"""The outcome of a validation: plain values, and the W3C's validation report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256

from rdflib import RDF, Graph, Literal, URIRef
from rdflib.term import Node

from ontology.namespaces import ID, SH, bind_prefixes
from shapes.paths import named_path

_TERMS = {"violation": SH.Violation, "warning": SH.Warning, "info": SH.Info}


class Severity(StrEnum):
    """How much a finding weighs: the graph is at fault, an answer is missing or an agreement doubtful, or a remark."""

    VIOLATION = "violation"
    WARNING = "warning"
    INFO = "info"

    @property
    def term(self) -> URIRef:
        """The severity in SHACL."""
        return _TERMS[self]

    @property
    def rank(self) -> int:
        """0 for the heaviest."""
        return list(Severity).index(self)

    @classmethod
    def of(cls, term: Node | None) -> Severity:
        """The severity that SHACL calls ``term``; a violation where a shape says nothing, as SHACL has it."""
        return next((severity for severity in cls if severity.term == term), cls.VIOLATION)


@dataclass(frozen=True, slots=True)
class Finding:
    """One result: which shape found what in which node.

    ``path`` is a SPARQL property path with the project's prefixes, None for a shape that looks at the node itself;
    ``value`` is the value at fault, None when it is missing; ``component`` is the SHACL constraint component.
    """

    shape: URIRef
    severity: Severity
    focus: Node
    path: str | None
    value: Node | None
    message_nl: str
    message_en: str
    component: URIRef

    @property
    def order(self) -> tuple[int, str, str, str, str]:
        """Heaviest first, then by shape, node, value and component."""
        return self.severity.rank, self.shape, str(self.focus), str(self.value or ""), self.component


@dataclass(frozen=True, slots=True)
class ValidationReport:
    """All results of one validation, in a fixed order. ``conforms`` is true when there are none, whatever they weigh.

    ``shapes`` is the graph of the shapes that were asked.
    """

    results: tuple[Finding, ...]
    shapes: Graph = field(repr=False, compare=False)

    @property
    def conforms(self) -> bool:
        """Whether nothing was found."""
        return not self.results

    def fails(self, threshold: Severity = Severity.VIOLATION) -> bool:
        """Whether something was found that weighs as much as ``threshold`` or more."""
        return any(result.severity.rank <= threshold.rank for result in self.results)

    def counts(self) -> Mapping[URIRef, int]:
        """How many results each shape has, most first; shapes without results are left out."""
        return dict(Counter(result.shape for result in self.results).most_common())

    def to_graph(self) -> Graph:
        """The report in SHACL's own terms.

        Results and paths are named by their content: equal reports give equal triples, and there are no blank nodes.
        """
        graph = bind_prefixes(Graph(bind_namespaces="none"))
        names = [_name(result) for result in self.results]
        report = ID[f"validation/{_digest(*names)}"]
        graph.add((report, RDF.type, SH.ValidationReport))
        graph.add((report, SH.conforms, Literal(self.conforms)))
        for result, name in zip(self.results, names, strict=True):
            graph.add((report, SH.result, name))
            self._add(graph, name, result)
        return graph

    def _add(self, graph: Graph, name: URIRef, result: Finding) -> None:
        graph.add((name, RDF.type, SH.ValidationResult))
        graph.add((name, SH.sourceShape, result.shape))
        graph.add((name, SH.sourceConstraintComponent, result.component))
        graph.add((name, SH.resultSeverity, result.severity.term))
        graph.add((name, SH.focusNode, result.focus))
        graph.add((name, SH.resultMessage, Literal(result.message_nl, lang="nl")))
        graph.add((name, SH.resultMessage, Literal(result.message_en, lang="en")))
        if result.value is not None:
            graph.add((name, SH.value, result.value))
        path = self.shapes.value(result.shape, SH.path)
        if path is not None:
            path_name, parts = named_path(self.shapes, path)
            graph.add((name, SH.resultPath, path_name))
            for triple in parts:
                graph.add(triple)


def _name(result: Finding) -> URIRef:
    value = "" if result.value is None else result.value.n3()
    return ID[f"validation/result/{_digest(result.shape, result.focus.n3(), value, result.component)}"]


def _digest(*parts: str) -> str:
    return sha256("\x1f".join(parts).encode()).hexdigest()[:20]
