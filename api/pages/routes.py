"""The pages. Each shows what a route of the API answers."""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import HTMLResponse

from api.ask import ask as answered
from api.deps import GenerationDep, GraphDep, SearcherDep, StoreDep
from api.pages.asked import ActorsForm, DocumentForm, FindingsForm, PartsForm, Place, SearchForm, StatementsForm
from api.pages.problems import PageRoute
from api.pages.reference import reference
from api.pages.rendering import language_of, render, style
from api.records import actors as actor_records
from api.records import documents as document_records
from api.records import findings as finding_records
from api.records import parts as part_records
from api.records import questions as question_records
from api.records import statements as statement_records
from api.records.filters import CODES

router = APIRouter(route_class=PageRoute, include_in_schema=False, default_response_class=HTMLResponse)

_ACTOR_TYPES = ("organisation", "role", "body", "group", "office")
_OWN = frozenset({"lang", "after", "limit"})


@router.get("/")
def start(request: Request, generation: GenerationDep, store: StoreDep) -> HTMLResponse:
    """What is in the graph, and where to look further."""
    documents = document_records.all_documents(store)
    return render(
        request,
        "start",
        documents=documents,
        statements=sum(sum(document.counts.values()) for document in documents),
        actors=len(actor_records.all_actors(store)),
        findings=finding_records.counts(store),
        manifest=generation.manifest,
    )


@router.get("/pages/style.css")
def style_sheet() -> Response:
    """The one style sheet."""
    return Response(style(), headers={"Cache-Control": "max-age=3600"}, media_type="text/css")


@router.get("/pages/search")
def search(request: Request, asked: Annotated[SearchForm, Query()], graph: GraphDep, store: StoreDep) -> HTMLResponse:
    """Clauses that say most about a question."""
    hits = graph.searcher().search(asked.q, asked.limit, documents=asked.document) if asked.q else []
    return render(request, "search", asked=asked, hits=hits, documents=document_records.all_documents(store))


@router.get("/pages/statements")
def statements(request: Request, asked: Annotated[StatementsForm, Query()], store: StoreDep) -> HTMLResponse:
    """Statements of an agreement, an actor, a kind."""
    page = statement_records.statements(store, asked.filter(), after=asked.after, limit=asked.limit)
    documents = document_records.all_documents(store)
    return render(request, "statements", asked=asked, page=page, documents=documents, all_kinds=CODES["kind"])


@router.get("/pages/deadlines")
def deadlines(request: Request, asked: Annotated[StatementsForm, Query()], store: StoreDep) -> HTMLResponse:
    """Deadlines in order of day."""
    page = statement_records.deadlines(store, asked.filter(), after=asked.after, limit=asked.limit)
    documents = document_records.all_documents(store)
    return render(request, "deadlines", asked=asked, page=page, documents=documents, all_types=CODES["type"])


@router.get("/pages/responsibilities")
def responsibilities(request: Request, asked: Annotated[PartsForm, Query()], store: StoreDep) -> HTMLResponse:
    """Who does what."""
    page = part_records.parts(store, asked.filter(), after=asked.after, limit=asked.limit)
    documents = document_records.all_documents(store)
    return render(request, "responsibilities", asked=asked, page=page, documents=documents, all_letters=CODES["letter"])


@router.get("/pages/raci")
def raci(request: Request, asked: Annotated[DocumentForm, Query()], store: StoreDep) -> HTMLResponse:
    """Matrices, a table for each section."""
    sections = []
    rows = part_records.all_raci(store, asked.document)
    for (document, name), group in groupby(rows, key=lambda row: (row.document, row.section)):
        members = list(group)
        named = list(dict.fromkeys(actor for row in members for actor in row.assignments))
        sections.append({"document": document, "name": name, "rows": members, "actors": named})
    documents = document_records.all_documents(store)
    return render(request, "raci", asked=asked, sections=sections, documents=documents)


@router.get("/pages/actors")
def actors(request: Request, asked: Annotated[ActorsForm, Query()], store: StoreDep) -> HTMLResponse:
    """Actors by name."""
    page = actor_records.actors(
        store, documents=asked.document, types=asked.type, names=asked.name, after=asked.after, limit=asked.limit
    )
    documents = document_records.all_documents(store)
    return render(request, "actors", asked=asked, page=page, documents=documents, all_types=_ACTOR_TYPES)


@router.get("/pages/actors/{name:path}")
def actor(request: Request, name: str, store: StoreDep) -> HTMLResponse:
    """One actor with its relations and statements."""
    return render(request, "actor", actor=actor_records.actor(store, name))


@router.get("/pages/documents/{name}")
def document(
    request: Request, name: str, place: Annotated[Place, Query()], generation: GenerationDep, store: StoreDep
) -> HTMLResponse:
    """The text of an agreement, with the words marked that were asked for."""
    described = document_records.document(store, name)
    before, marked, after = place.cut(document_records.text(generation, store, described.id))
    return render(request, "text", document=described, before=before, marked=marked, after=after)


@router.get("/pages/validation")
def validation(request: Request, asked: Annotated[FindingsForm, Query()], store: StoreDep) -> HTMLResponse:
    """What validation found."""
    page = finding_records.findings(store, asked.filter(), after=asked.after, limit=asked.limit)
    documents = document_records.all_documents(store)
    severities = finding_records.SEVERITIES
    return render(request, "validation", asked=asked, page=page, documents=documents, all_severities=severities)


@router.get("/pages/ask")
def ask(
    request: Request, store: StoreDep, searcher: SearcherDep, q: Annotated[str, Query(max_length=500)] = ""
) -> HTMLResponse:
    """A question in plain language with its answer."""
    asked = answered(q, store, searcher) if q.strip() else None
    return render(request, "ask", question=q, asked=asked)


@router.get("/pages/questions")
def questions(request: Request) -> HTMLResponse:
    """The named questions."""
    return render(request, "questions", questions=question_records.all_questions())


@router.get("/pages/questions/{name}")
def question(request: Request, name: str, paged: Annotated[DocumentForm, Query()], store: StoreDep) -> HTMLResponse:
    """A named question as a form, with its answers once it has what it needs."""
    described = question_records.question(name)
    given: dict[str, list[str]] = defaultdict(list)
    for key, value in request.query_params.multi_items():
        if key not in _OWN and value.strip():
            given[key].append(value)
    page = None
    if all(given.get(parameter.name) for parameter in described.parameters if parameter.required):
        page = question_records.answers(store, name, given, after=paged.after, limit=paged.limit)
    columns = question_records.shown_columns(page.items if page else [])
    return render(request, "question", question=described, given=given, page=page, columns=columns, asked=paged)


@router.get("/docs")
def docs(request: Request) -> HTMLResponse:
    """The API, from its own OpenAPI document."""
    openapi: dict[str, Any] = request.app.openapi()
    return render(request, "docs", groups=reference(openapi, language_of(request)))
