"""What an agreement says: one statement per clause, with the values that the clause carries."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from ingest.model.text import Span


class Kind(StrEnum):
    """The kinds of statement."""

    DUTY = "duty"
    POWER = "power"
    PERMISSION = "permission"
    PROHIBITION = "prohibition"
    ROLE = "role"
    TERM = "term"
    AMOUNT = "amount"
    DEFINITION = "definition"
    PRECEDENCE = "precedence"
    FINDING = "finding"
    RECOMMENDATION = "recommendation"


NORMS = frozenset({Kind.DUTY, Kind.POWER, Kind.PERMISSION, Kind.PROHIBITION})


class DeadlineType(StrEnum):
    """The form of a time expression."""

    DATE = "date"
    INTERVAL = "interval"
    RECURRING = "recurring"
    RELATIVE = "relative"


class DeadlineRelation(StrEnum):
    """How the act stands to the time."""

    BEFORE = "before"
    BY = "by"
    ON = "on"
    FROM = "from"
    UNTIL = "until"
    DURING = "during"
    EVERY = "every"
    WITHIN = "within"


@dataclass(frozen=True, slots=True)
class Deadline:
    """A time in a clause. ``value`` is ISO 8601 or EDTF (``2019-06-01``, ``2019/2023``, ``P1Y``, ``R2/P1Y``,
    ``2022-07~``, ``2020-Q3``); ``surface`` is the source's words at ``span``; ``event`` is what a relative time
    hangs on ("dagtekening van voornoemde mededeling").
    """

    type: DeadlineType
    relation: DeadlineRelation
    value: str
    surface: str
    span: Span
    event: str | None = None


class AmountUnit(StrEnum):
    """What an amount counts."""

    EURO = "EUR"
    PERCENT = "percent"


@dataclass(frozen=True, slots=True)
class Amount:
    """Money in euros (``€ 25,9 mln.`` is 25900000) or a percentage (``19%`` is 19), with its words in the source.
    ``subject`` is what it is the amount of, as far as the clause says.
    """

    value: Decimal
    unit: AmountUnit
    surface: str
    span: Span
    subject: str | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """A mention of an article or agreement: its words in the source, and what it names.

    ``section`` is the number as printed ("5.4"), ``document`` an agreement's id when the name is one of the
    corpus, ``title`` the agreement as the clause names it; None where the clause names none.
    """

    surface: str
    span: Span
    section: str | None = None
    document: str | None = None
    title: str | None = None


class Involvement(StrEnum):
    """The part that a counterparty has in a norm."""

    RECIPIENT = "recipient"  # aan, jegens, met: owed to or done with
    CONSULTED = "consulted"  # in overleg, afstemming, samenspraak met
    INFORMED = "informed"  # met melding aan
    ON_BEHALF_OF = "on-behalf-of"  # namens, in opdracht van
    APPROVES = "approves"  # na instemming van, met bekrachtiging door
    CONCERNS = "concerns"  # named in the clause otherwise


@dataclass(frozen=True, slots=True)
class Counterparty:
    """Another actor in the clause (``actor`` is an actor key) and its part in it."""

    actor: str
    involvement: Involvement


class Strength(StrEnum):
    """How far a duty goes."""

    RESULT = "result"
    EFFORT = "effort"
    INTENTION = "intention"


class DecisionRule(StrEnum):
    """How a decision is reached."""

    CONSENSUS = "consensus"
    AGREEMENT = "agreement"  # in overeenstemming, met wederzijds goedvinden
    COORDINATION = "coordination"  # in afstemming, in overleg, in samenspraak
    AUTONOMOUS_WITH_NOTICE = "autonomous-with-notice"
    AUTONOMOUS = "autonomous"
    QUORUM = "quorum"
    MAJORITY = "majority"
    ESCALATION = "escalation"


@dataclass(frozen=True, slots=True)
class Statement:
    """One clause and what it says.

    ``span`` is the clause in the source without bullet glyph or number; ``section`` its place for a reader
    ("Artikel 2 lid 3 b"); ``node`` the eId of the tree node. ``bearers`` are actor keys in the order of the
    text. ``term`` and ``meaning`` are set for definitions. ``rules`` are the ids of every rule that had a part,
    the one that chose the kind first. ``confidence`` runs from 0 to 1.
    """

    document: str
    section: str
    node: str
    span: Span
    text: str
    kind: Kind
    rules: tuple[str, ...]
    confidence: float
    bearers: tuple[str, ...] = ()
    counterparties: tuple[Counterparty, ...] = ()
    action: str = ""
    deadline: Deadline | None = None
    condition: str | None = None
    strength: Strength | None = None
    decision_rule: DecisionRule | None = None
    amounts: tuple[Amount, ...] = ()
    references: tuple[Reference, ...] = ()
    term: str | None = None
    meaning: str | None = None


class RaciLetter(StrEnum):
    """The letters of a RASCI matrix."""

    RESPONSIBLE = "R"
    ACCOUNTABLE = "A"
    SUPPORT = "S"
    CONSULTED = "C"
    INFORMED = "I"


@dataclass(frozen=True, slots=True)
class Assignment:
    """A cell of a RASCI matrix: an actor key and its letters, which may be none."""

    actor: str
    letters: tuple[RaciLetter, ...]


@dataclass(frozen=True, slots=True)
class Responsibility:
    """A row of a RASCI matrix: an activity and who has which part in it. ``span`` is the activity's words."""

    document: str
    section: str
    node: str
    activity: str
    span: Span
    assignments: tuple[Assignment, ...]
    rule: str
    confidence: float
