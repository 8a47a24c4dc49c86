"""Judging a pair before it is reported: is it settled, explained, or surer or less sure than its rule says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from ingest.compare.rules import Hit
from ingest.model.agreement import AgreementKind, ManifestEntry
from ingest.model.comparison import Clause
from ingest.model.contradictions import ContradictionSeverity, ContradictionStatus


@dataclass(frozen=True, slots=True)
class Verdict:
    """What judging came to; ``reason`` says why ``status`` is not open."""

    confidence: float
    severity: ContradictionSeverity
    status: ContradictionStatus = ContradictionStatus.OPEN
    reason: str | None = None


def judge(hit: Hit, clauses: Sequence[Clause], entries: Mapping[str, ManifestEntry]) -> Verdict | None:
    """The verdict on ``hit``, or None when the clauses can both hold after all."""
    first, second = clauses[hit.first], clauses[hit.second]
    sure = sqrt(min(first.confidence, second.confidence))
    confidence = hit.rule.confidence * (0.55 + 0.45 * hit.score) * sure
    severity = ContradictionSeverity(hit.rule.severity)
    reason = _superseded(first, second, entries)
    if reason:
        return Verdict(confidence, severity, ContradictionStatus.SUPERSEDED, reason)
    return Verdict(confidence, severity)


def _superseded(first: Clause, second: Clause, entries: Mapping[str, ManifestEntry]) -> str | None:
    """Why a later agreement settles what a report found before it, when it does."""
    for found, agreed in ((first, second), (second, first)):
        report, agreement = entries[found.document], entries[agreed.document]
        if report.kind is not AgreementKind.EVALUATION or agreement.kind is AgreementKind.EVALUATION:
            continue
        if report.dated and agreement.dated and report.dated[:10] < agreement.dated[: len(report.dated)]:
            return f"{agreement.title} ({agreement.dated}) is later than the finding ({report.dated})."
    return None
