"""Problems as pages, for people who came by a form or a link."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from http import HTTPStatus
from typing import Any

from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute

from api.errors import meaning_of
from api.pages.rendering import render
from ingest.errors import AfsprakenError


class PageRoute(APIRoute):
    """A route whose errors are shown on a page, with the status that they have everywhere."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The handler, with errors turned into pages."""
        handle = super().get_route_handler()

        async def handled(request: Request) -> Response:
            try:
                return await handle(request)
            except AfsprakenError as error:
                status = meaning_of(error).status
                return render(request, "problem", status=status, detail=error.problem, advice=error.advice)
            except RequestValidationError as error:
                told = "; ".join(f"{one['loc'][-1]}: {one['msg']}" for one in error.errors())
                return render(request, "problem", status=HTTPStatus.BAD_REQUEST, detail=told, advice=None)

        return handled
