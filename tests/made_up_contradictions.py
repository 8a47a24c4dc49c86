"""Contradictions between the made-up agreements, one of each family that a reader must be able to tell apart."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from hashlib import sha256
from typing import Any

import made_up

from ingest.graph import agreement_graph
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
from ontology.namespaces import AG, RDF


@cache
def _sides() -> dict[str, Side]:
    """Every statement and matrix row of the agreements, by its words."""
    found = {}
    for made in made_up.everything():
        graph = agreement_graph(made.understood, made.sections)
        for kind in (AG.Statement, AG.Responsibility):
            for subject in graph.subjects(RDF.type, kind):
                document, section, text = (
                    str(graph.value(subject, name)) for name in (AG.documentId, AG.section, AG.text)
                )
                start, end = (int(str(graph.value(subject, name))) for name in (AG.start, AG.end))
                found[text] = Side(document, section, Span(start, end), text, str(subject))
    return found


def _side(words: str) -> Side:
    (side,) = (side for text, side in _sides().items() if words in text)
    return side


def _pair(type_: ContradictionType, a: str, b: str, nl: str, en: str, **slots: Any) -> Contradiction:
    one, other = _side(a), _side(b)
    key = sha256("\n".join(sorted((one.subject, other.subject, type_))).encode()).hexdigest()[:20]
    slots = {
        "scope": ContradictionScope.BETWEEN,
        "severity": ContradictionSeverity.HARD,
        "status": ContradictionStatus.OPEN,
        "outcome": Outcome.CONFLICT,
        "confidence": 0.8,
        **slots,
    }
    return Contradiction(
        key=key, rule=f"{type_}.example", type=type_, a=one, b=other, explanation_nl=nl, explanation_en=en, **slots
    )


def repeating() -> tuple[Contradiction, ...]:
    """The same, where the third is open and shows the fault of the first once more, as the proposal does."""
    first, second, third, fourth = everything()
    settled = {"status": ContradictionStatus.OPEN, "reason_nl": None, "reason_en": None}
    return first, second, replace(third, **settled, repeats=first.key), replace(fourth, repeats=first.key)


def everything() -> tuple[Contradiction, ...]:
    """Two that are open, one that is superseded, one with practice and one proposal."""
    return (
        _pair(
            ContradictionType.RESPONSIBILITY,
            "vóór 1 maart 2032 het werkplan op",
            "binnen tien dagen na de begroting het werkplan op",
            "Het werkplan wordt opgesteld door de penvoerder of door het Regiobureau.",
            "The work plan is drawn up by the penvoerder or by the Regiobureau.",
            confidence=0.9,
        ),
        _pair(
            ContradictionType.DEADLINE,
            "vóór 1 maart 2032 het werkplan op",
            "binnen tien dagen na de begroting het werkplan op",
            "Het werkplan is klaar vóór 1 maart of binnen tien dagen na de begroting.",
            "The work plan is ready before 1 March or within ten days of the budget.",
            severity=ContradictionSeverity.SOFT,
            confidence=0.7,
        ),
        _pair(
            ContradictionType.SCOPE,
            "Werkplan: overzicht van het werk in een jaar.",
            "Werkplan: het plan voor twee jaren.",
            "Het werkplan beslaat een jaar of twee jaren.",
            "The work plan covers one year or two years.",
            status=ContradictionStatus.SUPERSEDED,
            reason_nl="De herziening gaat voor.",
            reason_en="The revision prevails.",
        ),
        _pair(
            ContradictionType.PRACTICE,
            "rapporteren twee keer per jaar aan de stuurgroep",
            "De stuurgroep kwam een keer bijeen.",
            "Twee keer afgesproken, een keer aangetroffen.",
            "Twice was agreed, once was found.",
            scope=ContradictionScope.PRACTICE,
            outcome=Outcome.UNKNOWN,
            confidence=0.95,
        ),
    )
