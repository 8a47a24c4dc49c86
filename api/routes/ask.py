"""Questions in plain words."""

from __future__ import annotations

from typing import Annotated

import mimeparse  # type: ignore[import-untyped]
from fastapi import APIRouter, Query, Request
from fastapi.responses import RedirectResponse

from api.ask import Asked
from api.ask import ask as answered
from api.deps import SearcherDep, StoreDep
from api.routes.asked import AskedOfAgreements
from api.routes.examples import answers

router = APIRouter(tags=["Vragen · Questions"])

_JSON, _HTML = "application/json", "text/html"


@router.get(
    "/ask",
    summary="Een vraag in gewone taal · A question in plain language",
    responses=answers("ask", 400),
    response_model=Asked,
)
def ask(
    request: Request, asked: Annotated[AskedOfAgreements, Query()], store: StoreDep, searcher: SearcherDep
) -> Asked | RedirectResponse:
    """One sentence in Dutch or English with the actors, the value and the clause that it rests on; when the agreements
    do not say, no answers and the clauses that come nearest. A browser is sent on to the page that shows this.
    """
    if _is_browser(request.headers.get("accept", _JSON)):
        return RedirectResponse(f"{request.scope.get('root_path', '')}/pages/ask?{request.url.query}", 303)
    return answered(asked.q, store, searcher, most=asked.limit)


def _is_browser(accept: str) -> bool:
    try:
        return bool(mimeparse.best_match([_HTML, _JSON], accept) == _HTML)
    except mimeparse.MimeTypeParseException:
        return False
