"""Contradictions as a report to print and as a graph."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO

from rdflib import URIRef

from api.pages.report import report_file
from api.records.models import ContradictionDetail, Document, Fault, QuotingSide
from ingest.graph import contradictions_graph
from ingest.model.contradictions import (
    Contradiction,
    ContradictionScope,
    ContradictionSeverity,
    ContradictionStatus,
    ContradictionType,
    Outcome,
    Side,
)
from ingest.model.text import Span
from ingest.publish import Manifest
from ontology.namespaces import AG


def write_report(output: IO[bytes], faults: Iterable[Fault], documents: Iterable[Document], manifest: Manifest) -> None:
    """Write one page of HTML, in Dutch and in English, that needs nothing beside it; ``documents`` are those that
    the faults are in.
    """
    output.write(report_file(list(faults), documents, manifest).encode("utf-8"))


def write_turtle(output: IO[bytes], pairs: Iterable[ContradictionDetail]) -> None:
    """Write the triples of these contradictions and of the verdicts on them."""
    known = list(pairs)
    graph = contradictions_graph(_pair(record) for record in known)
    for record in known:
        if record.verdict is not None:
            graph.add((URIRef(record.id), AG.verdict, AG[f"verdict-{record.verdict.verdict}"]))
    output.write(graph.serialize(format="turtle", encoding="utf-8"))


def _pair(record: ContradictionDetail) -> Contradiction:
    return Contradiction(
        key=record.key,
        rule=record.rule,
        type=ContradictionType(record.type),
        scope=ContradictionScope(record.scope),
        severity=ContradictionSeverity(record.severity),
        status=ContradictionStatus(record.status),
        outcome=Outcome.UNKNOWN if record.proposal else Outcome.CONFLICT,
        a=_side(record.a),
        b=_side(record.b),
        explanation_nl=record.explanation.nl,
        explanation_en=record.explanation.en,
        confidence=record.confidence,
        reason_nl=record.reason.nl if record.reason else None,
        reason_en=record.reason.en if record.reason else None,
        repeats=record.repeats and record.repeats.rpartition("/")[2],
    )


def _side(side: QuotingSide) -> Side:
    return Side(side.document, side.section, Span(side.start, side.end), side.text, side.quotes)
