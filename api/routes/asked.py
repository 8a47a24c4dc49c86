"""What can be asked of a list in the query part of an address. A name that is not known is refused, not ignored."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from api.records.envelope import LIMIT, MOST
from api.records.filters import Filter
from api.records.findings import FindingFilter
from api.records.models import (
    ActorType,
    ContradictionScope,
    ContradictionSeverity,
    ContradictionStatus,
    ContradictionType,
    DeadlineType,
    Kind,
    Letter,
    Severity,
    VerdictCode,
)

Document = Annotated[
    list[str], Field(description="In one of these agreements (id or IRI).", examples=[["samenwerking-havenrand-2031"]])
]
Actor = Annotated[
    list[str],
    Field(
        description="In which one of these actors has a part: any of its names, its key or IRI.",
        examples=[["penvoerder"]],
    ),
]
Words = Annotated[
    str | None,
    Field(description="Words that must all occur, whatever their case and accents.", examples=["werkplan"]),
]
Type = Annotated[list[DeadlineType], Field(description="With a time of one of these forms.", examples=[["date"]])]
Role = Annotated[list[Letter], Field(description="Only these letters.", examples=[["A"]])]
Basis = Annotated[
    Literal["matrix", "norm"] | None,
    Field(description="Only what a matrix says, or only what norms say.", examples=["norm"]),
]
Format = Literal["json", "jsonl", "csv", "xlsx", "ics", "html", "turtle", "trig", "nquads", "jsonld", "ntriples"]
Confidence = Annotated[float | None, Field(ge=0, le=1, description="With at least this confidence.", examples=[0.5])]


Scope = Annotated[
    list[ContradictionScope],
    Field(description="Between agreements, within one, or of an agreement with practice.", examples=[["between"]]),
]
Gravity = Annotated[
    list[ContradictionSeverity],
    Field(description="Only hard (both cannot hold) or only soft (they differ in detail).", examples=[["hard"]]),
]
Status = Annotated[
    list[ContradictionStatus], Field(description="Only with one of these statuses.", examples=[["open"]])
]
Judged = Annotated[
    list[VerdictCode],
    Field(
        description="Only with one of these verdicts of a person; without it, all but what is not a contradiction.",
        examples=[["not-a-contradiction"]],
    ),
]
Proposals = Annotated[bool, Field(description="Proposals too: pairs on which the texts allow no outcome.")]


_CALLED = {"q": "words", "min_confidence": "least", "role": "letter"}
"""What a Filter calls the conditions that have another name in an address."""
_CONDITIONS = frozenset(one.name for one in fields(Filter))


class Strict(BaseModel):
    """Refuses what it does not know."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class Paged(Strict):
    """Which part of a list to answer with."""

    after: str | None = Field(None, description="`next` of the answer before this one.")
    limit: int = Field(LIMIT, ge=1, le=MOST, description="How many items to answer with.")


class InDocuments(Strict):
    """Conditions on what stands in agreements."""

    document: Document = []

    def filter(self) -> Filter:
        """The conditions."""
        given: dict[str, Any] = {
            _CALLED.get(name, name): tuple(value) if isinstance(value, list) else value for name, value in self
        }
        return Filter(**{name: value for name, value in given.items() if name in _CONDITIONS})


class OfStatements(InDocuments):
    """Conditions on statements."""

    actor: Actor = []
    bearer: list[str] = Field([], description="Borne by one of these actors.", examples=[["penvoerder"]])
    kind: list[Kind] = Field([], description="Of one of these kinds.", examples=[["duty", "power"]])
    type: Type = []
    q: Words = None
    since: date | None = Field(
        None, alias="from", description="With a time on or after this day.", examples=["2031-01-01"]
    )
    until: date | None = Field(
        None, alias="to", description="With a time on or before this day.", examples=["2031-12-31"]
    )
    min_confidence: Confidence = None


class AskedOfDocuments(InDocuments, Paged):
    """What a list takes whose items stand in agreements."""


class AskedOfStatements(OfStatements, Paged):
    """What the list of statements takes."""


class AskedOfParts(InDocuments, Paged):
    """What the list of responsibilities takes."""

    actor: Actor = []
    q: Words = None
    role: Role = []
    basis: Basis = None
    min_confidence: Confidence = None


class AskedOfContradictions(InDocuments, Paged):
    """What the list of contradictions takes."""

    actor: Actor = []
    type: list[ContradictionType] = Field([], description="About one of these.", examples=[["deadline"]])
    scope: Scope = []
    severity: Gravity = []
    status: Status = []
    verdict: Judged = []
    proposals: Proposals = False
    q: Words = None
    min_confidence: Confidence = None


class AskedOfActors(InDocuments, Paged):
    """What the list of actors takes."""

    name: list[str] = Field([], description="Going by one of these names.", examples=[["stuurgroep"]])
    type: list[ActorType] = Field([], description="Of one of these types.", examples=[["body"]])


class AskedOfRelations(InDocuments, Paged):
    """What the list of relations takes."""

    actor: Actor = []


class AskedOfFindings(Paged):
    """What the list of findings takes."""

    document: Document = []
    severity: list[Severity] = Field([], description="Only of these severities.", examples=[["violation"]])
    shape: list[str] = Field(
        [],
        description="Only of these shapes (IRIs).",
        examples=[["https://w3id.org/afsprakengraaf/shapes#ActivityAccountable"]],
    )

    def filter(self) -> FindingFilter:
        """The conditions."""
        return FindingFilter(severities=self.severity, shapes=self.shape, documents=self.document)


class AskedOfExport(OfStatements):
    """What an export takes: the format, and what narrows the list that it is made from."""

    type: list[DeadlineType | ContradictionType] = Field(  # type: ignore[assignment]
        [], description="With a time of one of these forms; contradictions: about one of these.", examples=[["date"]]
    )
    role: Role = []
    basis: Basis = None
    scope: Scope = []
    severity: Gravity = []
    status: Status = []
    verdict: Judged = []
    proposals: Proposals = False
    format: Format | None = Field(None, description="Each kind comes in some of these.", examples=["csv"])


class AskedOfSearch(InDocuments):
    """What a search takes."""

    q: str = Field(description="A question, or words to look for.", examples=["Wie stelt het werkplan vast?"])
    limit: int = Field(10, ge=1, le=MOST, description="How many clauses to answer with.")
    actor: Actor = []
    kind: list[Kind] = Field([], description="Of one of these kinds.", examples=[["duty", "power"]])
    since: date | None = Field(None, alias="from", description="With a time on or after this day.")
    until: date | None = Field(None, alias="to", description="With a time on or before this day.")


class AskedOfAgreements(Strict):
    """A question, and with how many clauses to answer it at most."""

    q: str = Field(min_length=1, max_length=500, description="The question.", examples=["Wie stelt het werkplan vast?"])
    limit: int = Field(5, ge=1, le=20, description="How many answers at most.")
