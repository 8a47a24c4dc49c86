"""Where errors of the product become HTTP, once and for all routes."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from api.problems import problem_response, status_problem
from api.sparql.errors import (
    NotAcceptableError,
    QueriesWaitingError,
    QueryTimeoutError,
    QueryTooHeavyError,
    UnsupportedMediaTypeError,
)
from ingest.errors import AfsprakenError, BusyError, InputError, NotBuiltError, NotFoundError
from ingest.store import ForbiddenQueryError, QueryError, StoreError

log = logging.getLogger(__name__)


class NoWritingError(AfsprakenError):
    """Writing was asked for where it is switched off."""


class NoKeyError(AfsprakenError):
    """Writing was asked for without the key, or with another."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an error is over HTTP: the last part of the problem's type, its title, its status, its headers."""

    kind: str
    title: str
    status: HTTPStatus
    headers: tuple[tuple[str, str], ...] = ()


_RETRY = (("Retry-After", "5"),)

MEANINGS: dict[type[AfsprakenError], Meaning] = {
    AfsprakenError: Meaning("failed", "This did not work", HTTPStatus.INTERNAL_SERVER_ERROR),
    InputError: Meaning("bad-input", "This cannot be used", HTTPStatus.BAD_REQUEST),
    NotFoundError: Meaning("not-found", "There is no such thing here", HTTPStatus.NOT_FOUND),
    NotBuiltError: Meaning("not-built", "There is no graph yet", HTTPStatus.SERVICE_UNAVAILABLE),
    BusyError: Meaning("busy", "Somebody else is at it", HTTPStatus.SERVICE_UNAVAILABLE, _RETRY),
    StoreError: Meaning("store-failed", "The graph cannot be read", HTTPStatus.SERVICE_UNAVAILABLE),
    QueryError: Meaning("bad-query", "The query cannot be answered", HTTPStatus.BAD_REQUEST),
    ForbiddenQueryError: Meaning("forbidden-query", "The query asks for what is never done", HTTPStatus.FORBIDDEN),
    QueryTimeoutError: Meaning("query-timeout", "The query takes too long", HTTPStatus.GATEWAY_TIMEOUT),
    QueryTooHeavyError: Meaning("query-too-heavy", "The query takes too much", HTTPStatus.UNPROCESSABLE_ENTITY),
    QueriesWaitingError: Meaning("queries-waiting", "Too many queries at once", HTTPStatus.SERVICE_UNAVAILABLE, _RETRY),
    NotAcceptableError: Meaning("not-acceptable", "No format fits", HTTPStatus.NOT_ACCEPTABLE),
    UnsupportedMediaTypeError: Meaning(
        "unsupported-media-type", "This type of body is not read", HTTPStatus.UNSUPPORTED_MEDIA_TYPE
    ),
    NoWritingError: Meaning("no-writing", "Nobody writes here", HTTPStatus.FORBIDDEN),
    NoKeyError: Meaning("no-key", "You may not write here", HTTPStatus.UNAUTHORIZED, (("WWW-Authenticate", "Bearer"),)),
}


def meaning_of(error: AfsprakenError) -> Meaning:
    """What the nearest class of ``error`` that has a meaning says."""
    return next(MEANINGS[kind] for kind in type(error).__mro__ if kind in MEANINGS)


def install(app: FastAPI) -> None:
    """Make every error of ``app`` a problem document."""
    app.add_exception_handler(AfsprakenError, _ours)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _unforeseen)


async def _ours(request: Request, error: Exception) -> Response:
    assert isinstance(error, AfsprakenError)
    meaning = meaning_of(error)
    return problem_response(
        meaning.kind,
        meaning.title,
        meaning.status,
        error.problem,
        advice=error.advice,
        instance=request.url.path,
        headers=dict(meaning.headers),
    )


async def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    told = "; ".join(f"{'.'.join(str(part) for part in one['loc'][1:])}: {one['msg']}" for one in error.errors())
    meaning = MEANINGS[InputError]
    return problem_response(meaning.kind, meaning.title, meaning.status, told, instance=request.url.path)


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    status = HTTPStatus(error.status_code)
    return status_problem(status, str(error.detail), instance=request.url.path, headers=error.headers)


async def _unforeseen(request: Request, error: Exception) -> Response:
    log.error("unforeseen error at %s", request.url.path, exc_info=error)
    status = HTTPStatus.INTERNAL_SERVER_ERROR
    detail = "something went wrong that was not foreseen; the log of the service says more"
    return problem_response("unforeseen", "Something went wrong", status, detail, instance=request.url.path)
