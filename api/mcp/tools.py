"""Each tool: its parameters, what it answers, and the function of the API that it calls."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

from anyio.to_thread import run_sync
from pydantic import BaseModel, Field

from api.ask import Asked
from api.ask import ask as answered_by
from api.records import contradictions as contradiction_records
from api.records import documents, parts, statements
from api.records.envelope import Page
from api.records.filters import Filter
from api.records.models import Contradiction, DatedStatement, Part
from api.search import Hit
from api.sparql.request import QueryRequest
from api.sparql.service import job_for
from ingest.errors import InputError

if TYPE_CHECKING:
    from api.mcp.server import Service

_MOST = 100
_ROWS = 500
_AROUND = 2000

Tool = Callable[..., Awaitable[Any]]
Limit = Annotated[int, Field(ge=1, le=_MOST, description="How many at most.")]
Documents = Annotated[list[str], Field(description="Only in these agreements (ids).", max_length=50)]
Actors = Annotated[list[str], Field(description="Only with one of these actors, by any of their names.", max_length=50)]
Words = Annotated[str | None, Field(description="Only with all these words.", max_length=200)]
After = Annotated[str | None, Field(description="`next` of the answer before this one.", max_length=2000)]


class Hits(BaseModel):
    """Clauses that were found, the best first."""

    items: list[Hit]


class Rows(BaseModel):
    """Solutions of a query; ``cut`` says which limit cut them short, if one did."""

    columns: list[str]
    rows: list[dict[str, Any]]
    cut: str | None


class Clause(BaseModel):
    """The words at a place of an agreement, with what stands before and after them."""

    document: str
    title: str
    start: int
    end: int
    text: str
    before: str
    after: str


class Tools:
    """The tools that ask ``service``; a method's name is the tool's name and its docstring what it is for."""

    def __init__(self, service: Service) -> None:
        self._service = service

    def all(self) -> list[Tool]:
        """Every tool."""
        return [
            self.search,
            self.ask,
            self.responsibilities,
            self.deadlines,
            self.contradictions,
            self.clause,
            self.sparql,
        ]

    async def search(
        self,
        question: Annotated[str, Field(description="A question or words, in Dutch or English.", max_length=1000)],
        limit: Limit = 10,
        documents: Documents = [],  # noqa: B006 - it is only read
        actors: Actors = [],  # noqa: B006
    ) -> Hits:
        """Find the clauses that say most about a question, by their words and by what they mean."""

        def found() -> list[Hit]:
            return self._service.graph.searcher().search(question, limit, documents=documents, actors=actors)

        return Hits(items=await run_sync(found))

    async def ask(
        self,
        question: Annotated[str, Field(description="A question, in Dutch or English.", max_length=1000)],
    ) -> Asked:
        """Answer a question with one sentence and the clauses that it rests on, or say that the agreements do not."""
        graph = self._service.graph
        return await run_sync(lambda: answered_by(question, graph.store(), graph.searcher()))

    async def responsibilities(
        self,
        documents: Documents = [],  # noqa: B006
        actors: Actors = [],  # noqa: B006
        words: Words = None,
        limit: Limit = 50,
        after: After = None,
    ) -> Page[Part]:
        """Who has which part (R, A, S, C or I) in which activity, from matrices and from norms, with the clause."""
        wanted = Filter(document=tuple(documents), actor=tuple(actors), words=words)
        return await run_sync(lambda: parts.parts(self._service.graph.store(), wanted, after=after, limit=limit))

    async def deadlines(
        self,
        documents: Documents = [],  # noqa: B006
        actors: Actors = [],  # noqa: B006
        words: Words = None,
        since: Annotated[date | None, Field(description="Only with a time on or after this day.")] = None,
        until: Annotated[date | None, Field(description="Only with a time on or before this day.")] = None,
        limit: Limit = 50,
        after: After = None,
    ) -> Page[DatedStatement]:
        """By when, how often or how long, in order of day, with the clause."""
        wanted = Filter(document=tuple(documents), actor=tuple(actors), words=words, since=since, until=until)
        return await run_sync(
            lambda: statements.deadlines(self._service.graph.store(), wanted, after=after, limit=limit)
        )

    async def contradictions(
        self,
        documents: Documents = [],  # noqa: B006
        words: Words = None,
        limit: Limit = 20,
        after: After = None,
    ) -> Page[Contradiction]:
        """Pairs of clauses that contradict each other, the surest first: both places, both texts and what differs."""
        wanted = Filter(document=tuple(documents), words=words)

        def found() -> Page[Contradiction]:
            generation, store = self._service.graph.generation(), self._service.graph.store()
            return contradiction_records.contradictions(generation, store, wanted, after=after, limit=limit)

        return await run_sync(found)

    async def clause(
        self,
        document: Annotated[str, Field(description="The agreement's id.")],
        start: Annotated[int, Field(ge=0)],
        end: Annotated[int, Field(ge=0)],
        around: Annotated[int, Field(ge=0, le=_AROUND, description="Characters before and after.")] = 300,
    ) -> Clause:
        """The exact words at a place that another tool cited, with what stands around them."""
        return await run_sync(lambda: _clause(self._service, document, start, end, around))

    async def sparql(self, query: Annotated[str, Field(description="SELECT or ASK.", max_length=20_000)]) -> Rows:
        """Ask the graph in SPARQL 1.1. Its vocabulary is https://w3id.org/afsprakengraaf/ns#; each agreement has a
        named graph; a statement has ag:documentId, ag:section, ag:start, ag:end and ag:text to cite.
        """
        limits = self._service.settings.model_copy(update={"row_limit": min(_ROWS, self._service.settings.row_limit)})
        job = job_for(QueryRequest(query), self._service.graph.generation(), limits, rows_as="json", triples_as=None)
        answered = await self._service.pool.run(job)
        content = json.loads(answered.body)
        if "boolean" in content:
            return Rows(columns=["answer"], rows=[{"answer": content["boolean"]}], cut=None)
        solutions = content["results"]["bindings"]
        rows = [{name: term["value"] for name, term in solution.items()} for solution in solutions]
        return Rows(columns=content["head"]["vars"], rows=rows, cut=answered.cut)


def _clause(service: Service, document: str, start: int, end: int, around: int) -> Clause:
    generation, store = service.graph.generation(), service.graph.store()
    described = documents.document(store, document)
    text = documents.text(generation, store, described.id)
    if not start < end <= len(text):
        raise InputError(f"{start}-{end} is no place in a text of {len(text)} characters", "take one that was cited")
    return Clause(
        document=described.id,
        title=described.title,
        start=start,
        end=end,
        text=text[start:end],
        before=text[max(0, start - around) : start],
        after=text[end : end + around],
    )
