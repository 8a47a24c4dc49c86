"""Two clauses that cannot both hold, or that differ in detail: what comparing gives and the graph keeps."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ingest.model.text import Span


class ContradictionType(StrEnum):
    """What the two clauses differ in."""

    DEADLINE = "deadline"
    TERM = "term"
    AMOUNT = "amount"
    RESPONSIBILITY = "responsibility"
    DECISION_RULE = "decision-rule"
    MEMBERSHIP = "membership"
    FREQUENCY = "frequency"
    REPORTING = "reporting"
    ENFORCEABILITY = "enforceability"
    DISPUTE = "dispute"
    SCOPE = "scope"
    OBLIGATION_STRENGTH = "obligation-strength"
    MODALITY = "modality"
    OMISSION = "omission"
    RASCI = "rasci"
    PRACTICE = "practice"


class ContradictionScope(StrEnum):
    """Where the two clauses stand: in two agreements, in one, or one in a report on what was found in practice."""

    BETWEEN = "between"
    WITHIN = "within"
    PRACTICE = "practice"


class ContradictionSeverity(StrEnum):
    """``HARD`` when both cannot hold, ``SOFT`` when they differ in detail."""

    HARD = "hard"
    SOFT = "soft"


class ContradictionStatus(StrEnum):
    """``OPEN`` unless the agreements themselves settle it: a later one replaces, or a clause explains."""

    OPEN = "open"
    SUPERSEDED = "superseded"
    EXPLAINED = "explained"


class Outcome(StrEnum):
    """What judging a pair came to, when it was not found compatible; ``UNKNOWN`` is shown as a proposal only."""

    CONFLICT = "conflict"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two clauses: its words at ``span`` of ``document``, and ``subject``, the IRI of the statement, row or
    provision in the graph that it is."""

    document: str
    section: str
    span: Span
    text: str
    subject: str


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two clauses side by side and what differs.

    ``key`` names the pair by content and in no order, so that a person's verdict survives another build. ``rule`` is
    the id of the rule that found it. The explanations are one sentence each, in Dutch and in English. The reasons say
    why the status is not open, None when it is. ``confidence`` runs from 0 to 1 and orders the list.
    ``repeats`` is the key of a surer pair that shows the same fault at another place, None where there is none.
    """

    key: str
    rule: str
    type: ContradictionType
    scope: ContradictionScope
    severity: ContradictionSeverity
    status: ContradictionStatus
    outcome: Outcome
    a: Side
    b: Side
    explanation_nl: str
    explanation_en: str
    confidence: float
    reason_nl: str | None = None
    reason_en: str | None = None
    repeats: str | None = None
