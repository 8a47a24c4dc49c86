"""The records that leave the service: field by field what the contract promises, whatever the graph looks like."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from api.records.envelope import Page

Kind = Literal[
    "duty",
    "power",
    "permission",
    "prohibition",
    "role",
    "term",
    "amount",
    "definition",
    "precedence",
    "finding",
    "recommendation",
]
Letter = Literal["R", "A", "S", "C", "I"]
DeadlineType = Literal["date", "interval", "recurring", "relative"]
DeadlineRelation = Literal["before", "by", "on", "from", "until", "during", "every", "within"]
ActorType = Literal["organisation", "role", "body", "group", "office", "actor"]
RelationType = Literal["fills", "member-of", "chairs", "represents", "party-to"]
Severity = Literal["violation", "warning", "info"]
ContradictionType = Literal[
    "deadline",
    "term",
    "amount",
    "responsibility",
    "decision-rule",
    "membership",
    "frequency",
    "reporting",
    "enforceability",
    "dispute",
    "scope",
    "obligation-strength",
    "modality",
    "omission",
    "rasci",
    "practice",
]
ContradictionScope = Literal["between", "within", "practice"]
ContradictionSeverity = Literal["hard", "soft"]
ContradictionStatus = Literal["open", "superseded", "explained"]
VerdictCode = Literal["agree", "not-a-contradiction", "explained"]
Confidence = Annotated[float, Field(ge=0, le=1)]
Offset = Annotated[int, Field(ge=0)]


class Record(BaseModel):
    """What every record is: frozen, and without fields beyond those written down."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class ActorRef(Record):
    """An actor by name."""

    id: str
    label: str


class Deadline(Record):
    """A time in a clause; ``value`` is ISO 8601 or EDTF."""

    type: DeadlineType
    relation: DeadlineRelation
    value: str
    surface: str


class Quote(Record):
    """Words of an agreement and where they stand; ``text`` is the source from ``start`` to ``end``."""

    document: str
    section: str
    start: Offset
    end: Offset
    text: str

    @property
    def cited(self) -> str:
        """The place and the words, on one line."""
        return f"{self.document}, {self.section}: “{' '.join(self.text.split())}”"


class Clause(Record):
    """One clause, what it is and whom it binds; ``text`` is the source from ``start`` to ``end``."""

    id: str
    document: str
    section: str
    start: Offset
    end: Offset
    text: str
    kind: Kind
    bearers: list[ActorRef]


class Statement(Clause):
    """One clause and what it says."""

    counterparties: list[ActorRef]
    action: str
    deadline: Deadline | None
    condition: str | None
    confidence: Confidence


class RaciRow(Record):
    """One row of a RASCI matrix: the letters of each actor that has any."""

    document: str
    section: str
    activity: str
    start: Offset
    end: Offset
    assignments: dict[str, list[Letter]]


class Part(Record):
    """One actor's part in one activity, read from a matrix or derived from a norm, with its clause.

    ``id`` is the statement or the matrix row.
    """

    id: str
    activity: str
    letter: Letter
    actor: ActorRef
    basis: Literal["matrix", "norm"]
    document: str
    section: str
    start: Offset
    end: Offset
    text: str
    confidence: Confidence


class DatedStatement(Clause):
    """A deadline with who has to meet it. ``earliest`` and ``latest`` are the days that its value can denote;
    both are absent for a time that recurs or that hangs on an ``event``.
    """

    action: str
    deadline: Deadline
    event: str | None
    earliest: date | None
    latest: date | None
    confidence: Confidence


class Actor(Record):
    """An actor with all its names; ``key`` is how addresses and filters may call it."""

    id: str
    key: str
    label: str
    type: ActorType
    aliases: list[str]
    documents: list[str]


class Relation(Record):
    """How two actors stand to each other and the clause that says so; a ``party-to`` has an agreement as object.

    ``interval`` is EDTF, absent where the clause names no time.
    """

    type: RelationType
    subject: ActorRef
    object: ActorRef
    interval: str | None
    document: str
    section: str
    start: Offset
    end: Offset
    text: str
    confidence: Confidence


class ActorDetail(Actor):
    """An actor with how it stands to others and the first of the statements in which it has a part."""

    relations: list[Relation]
    statements: Page[Statement]


class Document(Record):
    """An agreement as the manifest describes it; ``counts`` holds the number of its statements by kind."""

    id: str
    iri: str
    title: str
    date: str | None
    version: str | None
    status: Literal["final", "draft", "concept"]
    kind: Literal["agreement", "annex", "evaluation", "specification"]
    language: str
    annex_of: str | None
    evaluates: list[str]
    origin: str | None
    sha256: str
    guessed: bool
    counts: dict[Kind, int]


class Message(Record):
    """A sentence in both languages."""

    nl: str
    en: str


class Finding(Record):
    """One result of validation: the shape that was broken, by what, where that stands, and how badly."""

    shape: str
    severity: Severity
    focus: str
    document: str | None
    section: str | None
    path: str | None
    value: str | None
    message: Message


class QuotingSide(Quote):
    """One of the two clauses of a contradiction; ``quotes`` is the IRI of its statement, matrix row or provision."""

    quotes: str


class Verdict(Record):
    """What a person found of a contradiction, why, and when that was written down."""

    verdict: VerdictCode
    note: str | None
    at: datetime


class Contradiction(Record):
    """Two clauses that cannot both hold (hard) or differ in detail (soft), and what differs.

    ``status`` is open unless the agreements or a person settle it; then ``reason`` says how; the note of a person is
    the same in both languages. A ``proposal`` is a pair on which the text allows no outcome and nobody agreed yet.
    ``repeats`` is the IRI of a surer pair that shows the same fault at another place.
    """

    id: str
    type: ContradictionType
    scope: ContradictionScope
    severity: ContradictionSeverity
    status: ContradictionStatus
    a: Quote
    b: Quote
    explanation: Message
    confidence: Confidence
    reason: Message | None
    proposal: bool
    verdict: Verdict | None
    repeats: str | None

    @property
    def key(self) -> str:
        """The order-free key of the pair, on which a verdict hangs."""
        return self.id.rpartition("/")[2]


class ContradictionDetail(Contradiction):
    """A contradiction with the rule that found it and what its sides quote."""

    a: QuotingSide
    b: QuotingSide
    rule: str


class Fault(Contradiction):
    """A contradiction with the other pairs that show the same fault, the surest first."""

    also: list[Contradiction]

    def elsewhere(self) -> list[tuple[Contradiction, list[Quote]]]:
        """The other pairs, each with those of its sides that do not stand in this one."""
        return [(pair, [side for side in (pair.a, pair.b) if side not in (self.a, self.b)]) for pair in self.also]


class QuestionParameter(Record):
    """What a named question can be narrowed by."""

    name: str
    type: Literal["iri", "string", "name", "words", "date", "integer", "decimal"]
    required: bool
    meaning: Message


class Question(Record):
    """A named question with its parameters."""

    id: str
    title: Message
    parameters: list[QuestionParameter]
