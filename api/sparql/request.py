"""The query operation of the SPARQL 1.1 Protocol (https://www.w3.org/TR/sparql11-protocol/#query-operation)."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qsl

from starlette.requests import Request

from api.sparql.errors import UnsupportedMediaTypeError
from ingest.errors import InputError
from ingest.store import ForbiddenQueryError
from ingest.store.syntax import QueryForm, query_form

FORM = "application/x-www-form-urlencoded"
DIRECT = "application/sparql-query"
UPDATE = "application/sparql-update"

_ADVICE = "send one query as `query`, in the URL or in a form, or as a body of type application/sparql-query"


@dataclass(frozen=True, slots=True)
class QueryRequest:
    """A query with its dataset: the graphs that make up the default graph, and those that GRAPH sees.

    Both are None when the request names no dataset, and then the query's own FROM holds, or all graphs.
    """

    query: str
    graphs: tuple[str, ...] | None = None
    named: tuple[str, ...] | None = None


async def read_request(request: Request) -> QueryRequest | None:
    """What an HTTP request asks, or None when a GET asks nothing and so asks what the service is.

    Raises InputError, UnsupportedMediaTypeError, and ForbiddenQueryError for an update.
    """
    pairs = _pairs(request.scope["query_string"], "the URL")
    if request.method == "POST":
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind == FORM:
            pairs = _pairs(await request.body(), "the form")
        elif kind == DIRECT:
            pairs = [pair for pair in pairs if pair[0] != "query"]
            pairs.append(("query", _text(await request.body(), "the query")))
        elif kind == UPDATE:
            raise _no_update()
        else:
            raise UnsupportedMediaTypeError(f"a body of type {kind or 'unknown'} is not a query", _ADVICE)
    return _query(pairs, may_be_empty=request.method != "POST")


def _query(pairs: list[tuple[str, str]], *, may_be_empty: bool) -> QueryRequest | None:
    values: dict[str, list[str]] = {}
    for name, value in pairs:
        values.setdefault(name, []).append(value)
    if "update" in values:
        raise _no_update()
    queries = values.get("query", [])
    if not queries and may_be_empty:
        return None
    if len(queries) != 1:
        raise InputError(f"this request has {len(queries)} queries where one is answered", _ADVICE)
    if query_form(queries[0]) is QueryForm.UPDATE:
        raise _no_update()
    graphs, named = values.get("default-graph-uri"), values.get("named-graph-uri")
    if graphs is None and named is None:
        return QueryRequest(queries[0])
    return QueryRequest(queries[0], tuple(graphs or ()), tuple(named or ()))


def _pairs(content: bytes, where: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(_text(content, where), keep_blank_values=True, errors="strict", max_num_fields=1000)
    except ValueError as error:
        raise InputError(f"{where} is not form-encoded UTF-8: {error}", "encode it as UTF-8") from error


def _text(content: bytes, where: str) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(f"{where} is not UTF-8", "encode it as UTF-8") from error


def _no_update() -> ForbiddenQueryError:
    return ForbiddenQueryError(
        "this is an update and the graph is read-only here", "ask with SELECT, ASK, CONSTRUCT or DESCRIBE"
    )
