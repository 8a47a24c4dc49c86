"""Judging a pair before it is reported: what settles it, and how sure it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ingest.compare.rules import Hit
from ingest.model.agreement import AgreementKind, ManifestEntry
from ingest.model.comparison import Clause
from ingest.model.contradictions import ContradictionSeverity, ContradictionStatus
from ingest.packaged import read_toml
from ontology.folding import fold

_QUOTED = 160
_WEIGHT_OF_READING = 0.3
"""How much it counts how sure a clause was read: most slots rest on its words, not on what kind it was taken for."""
_SETTLING = ("replaces", "prevails")
"""The slots of a clause that settle what two agreements differ in."""
_LATER = "later"


@dataclass(frozen=True, slots=True)
class Settled:
    """A status that is not open, and why, in Dutch and in English."""

    status: ContradictionStatus
    reason_nl: str
    reason_en: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What judging came to; ``settled`` is None where the contradiction is open."""

    confidence: float
    severity: ContradictionSeverity
    settled: Settled | None = None


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
        return Verdict(confidence, severity, settled or self._outdated(first, second))

    def _outdated(self, first: Clause, second: Clause) -> Settled | None:
        """What becomes of a finding of a report when the agreement beside it is later."""
        for found, agreed in ((first, second), (second, first)):
            report, agreement = self._entries[found.document], self._entries[agreed.document]
            if report.kind is not AgreementKind.EVALUATION or agreement.kind is AgreementKind.EVALUATION:
                continue
            if report.dated and agreement.dated and report.dated[:10] < agreement.dated[: len(report.dated)]:
                return _settling(_LATER, title=agreement.title, agreed=agreement.dated, found=report.dated)
        return None


def _settling(why: str, **values: str) -> Settled:
    known = read_toml("ingest.compare", "data/reasons.toml")[why]
    return Settled(ContradictionStatus(known["status"]), known["nl"].format(**values), known["en"].format(**values))


def _settled(clauses: Sequence[Clause], entries: Mapping[str, ManifestEntry]) -> dict[frozenset[str], Settled]:
    """The pairs of agreements of which one says, naming the other by its title, that it replaces or who prevails."""
    titles = {entry.id: fold(entry.title) for entry in entries.values()}
    found: dict[frozenset[str], Settled] = {}
    for clause in clauses:
        for slot in clause.comparables:
            if slot.slot not in _SETTLING or slot.value == "no":
                continue
            text = " ".join(clause.text.split())
            for other, title in titles.items():
                if other != clause.document and title in fold(text):
                    found.setdefault(frozenset({clause.document, other}), _settling(slot.slot, text=text[:_QUOTED]))
    return found
