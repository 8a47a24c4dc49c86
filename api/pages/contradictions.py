"""The pages on contradictions, and the one form that writes: the verdict of a person."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated, Any, Literal, get_args
from urllib.parse import urlsplit

from fastapi import APIRouter, Form, Query, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from api.deps import GenerationDep, SettingsDep, StoreDep, check_key
from api.errors import NoWritingError
from api.pages.asked import ContradictionsForm
from api.pages.problems import PageRoute
from api.pages.rendering import address, render
from api.pages.report import by_id, report_values
from api.records import contradictions as records
from api.records import documents as document_records
from api.records import verdicts
from api.records.models import (
    ContradictionScope,
    ContradictionSeverity,
    ContradictionStatus,
    ContradictionType,
    VerdictCode,
)

router = APIRouter(route_class=PageRoute, include_in_schema=False, default_response_class=HTMLResponse)

_CODES: dict[str, Any] = {
    "all_types": get_args(ContradictionType),
    "all_scopes": get_args(ContradictionScope),
    "all_severities": get_args(ContradictionSeverity),
    "all_statuses": get_args(ContradictionStatus),
    "all_verdicts": get_args(VerdictCode),
}


@router.get("/pages/contradictions")
def contradictions(
    request: Request, asked: Annotated[ContradictionsForm, Query()], generation: GenerationDep, store: StoreDep
) -> HTMLResponse:
    """Clauses that contradict each other, side by side."""
    page = records.faults(generation, store, asked.filter(), after=asked.after, limit=asked.limit)
    documents = document_records.all_documents(store)
    return render(
        request,
        "contradictions",
        asked=asked,
        page=page,
        documents=documents,
        agreements=by_id(documents),
        **_CODES,
    )


@router.get("/pages/contradictions/report")
def report(
    request: Request, asked: Annotated[ContradictionsForm, Query()], generation: GenerationDep, store: StoreDep
) -> HTMLResponse:
    """All of them, to print."""
    faults = list(records.all_faults(generation, store, asked.filter()))
    return render(
        request, "report", **report_values(faults, document_records.all_documents(store), generation.manifest)
    )


@router.get("/pages/contradictions/{key}")
def contradiction(
    request: Request, key: str, settings: SettingsDep, generation: GenerationDep, store: StoreDep
) -> HTMLResponse:
    """One contradiction, with the verdict on it."""
    pair = records.contradiction(generation, store, key)
    agreements = by_id(document_records.all_documents(store))
    writable = settings.write_key is not None
    return render(request, "contradiction", pair=pair, agreements=agreements, writable=writable, **_CODES)


@router.post("/pages/contradictions/{key}/verdict")
def judge(
    request: Request,
    key: str,
    verdict: Annotated[Literal[VerdictCode, "none"], Form()],
    settings: SettingsDep,
    generation: GenerationDep,
    store: StoreDep,
    note: Annotated[str, Form(max_length=verdicts.NOTE_MOST)] = "",
    write_key: Annotated[str, Form()] = "",
) -> Response:
    """Write down the verdict that the form sends, or take it back, and show the contradiction again."""
    _check_origin(request)
    check_key(settings, write_key)
    pair = records.contradiction(generation, store, key)
    if verdict == "none":
        verdicts.withdraw(generation.data, pair.key)
    else:
        verdicts.give(generation.data, pair.key, verdict, note)
    return RedirectResponse(address(request, f"/pages/contradictions/{pair.key}"), HTTPStatus.SEE_OTHER)


def _check_origin(request: Request) -> None:
    """Raise NoWritingError for a form that stands on a page of another host.

    Browsers send Origin with every POST (Fetch Standard, section 3.2); who sends none is no browser.
    """
    origin = request.headers.get("origin")
    if origin is not None and urlsplit(origin).netloc != request.headers.get("host"):
        raise NoWritingError("this form stands on a page of another host", "use the page of the contradiction itself")
