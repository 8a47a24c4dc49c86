"""From what the rules found to contradictions as they are reported: judged, in words, without doubles, best first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256

from ingest.compare.faults import first_of_each_fault
from ingest.compare.judgement import Judge, Verdict
from ingest.compare.rules import Hit
from ingest.model.actors import Actor
from ingest.model.agreement import AgreementKind, ManifestEntry
from ingest.model.comparison import Clause
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
from ontology import vocabulary
from ontology.folding import fold
from ontology.namespaces import AG, SKOS

_QUOTED = 110
_LEAST = 0.37
"""Below this confidence a pair is a proposal."""


def reported(
    hits: Iterable[Hit],
    clauses: Sequence[Clause],
    entries: Mapping[str, ManifestEntry],
    actors: Mapping[str, Actor],
) -> tuple[Contradiction, ...]:
    """The contradictions that ``hits`` come to, best first: one for each pair of clauses, by the surest rule."""
    best: dict[str, tuple[Contradiction, Hit]] = {}
    judge = Judge(clauses, entries)
    for hit in hits:
        found = _contradiction(hit, judge.verdict(hit), clauses, entries, actors)
        known, _ = best.get(found.key, (None, None))
        if known is None or (found.confidence, found.rule) > (known.confidence, known.rule):
            best[found.key] = found, hit
    ordered = sorted(best.values(), key=lambda item: _order(item[0]))
    firsts = first_of_each_fault([hit for _, hit in ordered], clauses)
    return tuple(
        found if first == place else replace(found, repeats=ordered[first][0].key)
        for place, ((found, _), first) in enumerate(zip(ordered, firsts, strict=True))
    )


def pair_key(one: Side, other: Side) -> str:
    """The name of a pair of clauses by their agreements and words, whichever comes first."""
    sides = sorted(f"{side.document}\x1f{fold(side.text)}" for side in (one, other))
    return sha256("\x1e".join(sides).encode()).hexdigest()[:20]


def _order(found: Contradiction) -> tuple[object, ...]:
    settled = found.status is not ContradictionStatus.OPEN
    return (found.outcome is Outcome.UNKNOWN, settled, -found.confidence, found.key)


def _contradiction(
    hit: Hit,
    verdict: Verdict,
    clauses: Sequence[Clause],
    entries: Mapping[str, ManifestEntry],
    actors: Mapping[str, Actor],
) -> Contradiction:
    first, second = clauses[hit.first], clauses[hit.second]
    one = _side(first, hit.first_slot.span if hit.first == hit.second and hit.first_slot else first.span)
    other = _side(second, hit.second_slot.span if hit.first == hit.second and hit.second_slot else second.span)
    a, b = sorted((one, other), key=lambda side: (list(entries).index(side.document), side.span))
    confidence = round(verdict.confidence, 3)
    values = {**hit.values, "first": _quoted(one.text), "second": _quoted(other.text)}
    values |= {"firstWho": _named(first, actors), "secondWho": _named(second, actors)}
    return Contradiction(
        key=pair_key(a, b),
        rule=hit.rule.id,
        type=ContradictionType(hit.rule.type),
        scope=_scope(first, second, entries),
        severity=ContradictionSeverity(verdict.severity),
        status=verdict.settled.status if verdict.settled else ContradictionStatus.OPEN,
        outcome=Outcome.CONFLICT if confidence >= _LEAST else Outcome.UNKNOWN,
        a=a,
        b=b,
        explanation_nl=_filled(hit.rule.message_nl, values, "nl"),
        explanation_en=_filled(hit.rule.message_en, values, "en"),
        confidence=confidence,
        reason_nl=verdict.settled.reason_nl if verdict.settled else None,
        reason_en=verdict.settled.reason_en if verdict.settled else None,
    )


def _side(clause: Clause, span: Span) -> Side:
    start, end = span.start - clause.span.start, span.end - clause.span.start
    return Side(clause.document, clause.section, span, clause.text[start:end], clause.subject)


def _scope(first: Clause, second: Clause, entries: Mapping[str, ManifestEntry]) -> ContradictionScope:
    reports = {entries[clause.document].kind is AgreementKind.EVALUATION for clause in (first, second)}
    if reports == {True, False}:
        return ContradictionScope.PRACTICE
    return ContradictionScope.WITHIN if first.document == second.document else ContradictionScope.BETWEEN


def _filled(message: str, values: Mapping[str, str], language: str) -> str:
    """``message`` with the values in the place of their names; a decision rule by its label in ``language``."""
    rules = {f"{side}Rule": _rule_label(values.get(f"{side}Value", ""), language) for side in ("first", "second")}
    for name, value in {**values, **rules}.items():
        message = message.replace(f"{{{name}}}", value)
    return message


def _rule_label(notation: str, language: str) -> str:
    labels = vocabulary().objects(AG[f"decision-{notation}"], SKOS.prefLabel)
    return next((str(label) for label in labels if getattr(label, "language", None) == language), notation)


def _named(clause: Clause, actors: Mapping[str, Actor]) -> str:
    labels = [actors[key].label if key in actors else key.rpartition("/")[2] for key in clause.bearers]
    return ", ".join(labels) or "–"


def _quoted(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _QUOTED else plain[:_QUOTED].rsplit(" ", 1)[0] + " …"
