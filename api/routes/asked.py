"""What can be asked of a list in the query part of an address. A name that is not known is refused, not ignored."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from api.records.envelope import LIMIT, MOST
from api.records.filters import Filter
from api.records.models import ActorType, DeadlineType, Kind, Letter, Severity

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
Format = Literal["json", "jsonl", "csv", "xlsx", "ics", "turtle", "trig", "nquads", "jsonld", "ntriples"]
Confidence = Annotated[float | None, Field(ge=0, le=1, description="With at least this confidence.", examples=[0.5])]


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
        return Filter(document=tuple(self.document))


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

    def filter(self) -> Filter:
        """The conditions."""
        return Filter(
            document=tuple(self.document),
            actor=tuple(self.actor),
            bearer=tuple(self.bearer),
            kind=tuple(self.kind),
            type=tuple(self.type),
            words=self.q,
            since=self.since,
            until=self.until,
            least=self.min_confidence,
        )


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

    def filter(self) -> Filter:
        """The conditions."""
        return Filter(
            document=tuple(self.document),
            actor=tuple(self.actor),
            words=self.q,
            letter=tuple(self.role),
            basis=self.basis,
            least=self.min_confidence,
        )


class AskedOfActors(InDocuments, Paged):
    """What the list of actors takes."""

    name: list[str] = Field([], description="Going by one of these names.", examples=[["stuurgroep"]])
    type: list[ActorType] = Field([], description="Of one of these types.", examples=[["body"]])


class AskedOfRelations(InDocuments, Paged):
    """What the list of relations takes."""

    actor: Actor = []


class AskedOfFindings(InDocuments, Paged):
    """What the list of findings takes."""

    severity: list[Severity] = Field([], description="Only of these severities.", examples=[["violation"]])
    shape: list[str] = Field(
        [],
        description="Only of these shapes (IRIs).",
        examples=[["https://w3id.org/afsprakengraaf/shapes#ActivityAccountable"]],
    )


class AskedOfExport(OfStatements):
    """What an export takes: the format, and what narrows the list that it is made from."""

    role: Role = []
    basis: Basis = None
    format: Format | None = Field(None, description="Each kind comes in some of these.", examples=["csv"])

    def filter(self) -> Filter:
        """The conditions."""
        return replace(super().filter(), letter=tuple(self.role), basis=self.basis)


class AskedOfSearch(InDocuments):
    """What a search takes."""

    q: str = Field(description="A question, or words to look for.", examples=["Wie stelt het werkplan vast?"])
    limit: int = Field(10, ge=1, le=MOST, description="How many clauses to answer with.")
    actor: Actor = []
    kind: list[Kind] = Field([], description="Of one of these kinds.", examples=[["duty", "power"]])
    since: date | None = Field(None, alias="from", description="With a time on or after this day.")
    until: date | None = Field(None, alias="to", description="With a time on or before this day.")
