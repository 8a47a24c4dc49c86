"""Judging a pair before it is reported: what settles it, and how sure it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ingest.compare.rules import Hit
from ingest.model.agreement import AgreementKind, ManifestEntry
from ingest.model.comparison import Clause
from ingest.model.contradictions import ContradictionSeverity, ContradictionStatus
from ontology.folding import fold

_QUOTED = 160
_WEIGHT_OF_READING = 0.3
"""How much it counts how sure a clause was read: most slots rest on its words, not on what kind it was taken for."""
_SETTLES = {
    "replaces": (ContradictionStatus.SUPERSEDED, "One agreement replaces the other: “{text}”"),
    "prevails": (ContradictionStatus.EXPLAINED, "The agreements say which of them prevails: “{text}”"),
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What judging came to; ``reason`` says why ``status`` is not open."""

    confidence: float
    severity: ContradictionSeverity
    status: ContradictionStatus = ContradictionStatus.OPEN
    reason: str | None = None


class Judge:
    """Knows which agreement replaces or prevails over which, by their own words, and which is later."""

    def __init__(self, clauses: Sequence[Clause], entries: Mapping[str, ManifestEntry]) -> None:
        self._clauses, self._entries = clauses, entries
        self._settled = _settled(clauses, entries)

    def verdict(self, hit: Hit) -> Verdict:
        """The verdict on ``hit``."""
        first, second = self._clauses[hit.first], self._clauses[hit.second]
        sure = min(first.confidence, second.confidence) ** _WEIGHT_OF_READING
        confidence = hit.rule.confidence * (0.55 + 0.45 * hit.score) * sure
        severity = ContradictionSeverity(hit.values.get("severity", hit.rule.severity))
        settled = self._settled.get(frozenset({first.document, second.document}))
        if settled is not None:
            return Verdict(confidence, severity, *settled)
        reason = self._superseded(first, second)
        if reason:
            return Verdict(confidence, severity, ContradictionStatus.SUPERSEDED, reason)
        return Verdict(confidence, severity)

    def _superseded(self, first: Clause, second: Clause) -> str | None:
        """Why a later agreement settles what a report found before it, when it does."""
        for found, agreed in ((first, second), (second, first)):
            report, agreement = self._entries[found.document], self._entries[agreed.document]
            if report.kind is not AgreementKind.EVALUATION or agreement.kind is AgreementKind.EVALUATION:
                continue
            if report.dated and agreement.dated and report.dated[:10] < agreement.dated[: len(report.dated)]:
                return f"{agreement.title} ({agreement.dated}) is later than the finding ({report.dated})."
        return None


def _settled(
    clauses: Sequence[Clause], entries: Mapping[str, ManifestEntry]
) -> dict[frozenset[str], tuple[ContradictionStatus, str]]:
    """The pairs of agreements of which one says, naming the other by its title, that it replaces or who prevails."""
    titles = {entry.id: fold(entry.title) for entry in entries.values()}
    found: dict[frozenset[str], tuple[ContradictionStatus, str]] = {}
    for clause in clauses:
        for slot in clause.comparables:
            if slot.slot not in _SETTLES or slot.value == "no":
                continue
            status, reason = _SETTLES[slot.slot]
            text = " ".join(clause.text.split())
            for other, title in titles.items():
                if other != clause.document and title in fold(text):
                    said = reason.format(text=text[:_QUOTED])
                    found.setdefault(frozenset({clause.document, other}), (status, said))
    return found
