"""What a SPARQL query asks for, judged by the engine's own parser.

Whether the letters of a keyword are a keyword or stand in a string, a comment, an IRI or a name is settled by a
counterfactual: write another word of the same shape in every place where the letters occur. Names, strings,
comments and IRIs stay what they were, so the query still parses; a keyword no longer is one, so it does not.
A hand-made tokeniser would read some queries differently from the engine (``1<?x#>`` is either a comparison and
a comment or an IRI) and could be led astray; the engine cannot disagree with itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache

import pyoxigraph as ox

from ingest.store.errors import ForbiddenQueryError, QueryError

_PROLOGUE = re.compile(
    r"""(?:\s+|\#[^\n\r]*|BASE\s*<[^<>]*>|VERSION\s*(?:"[^"\n]*"|'[^'\n]*')|PREFIX\s*[^\s:<>]*:\s*<[^<>]*>)*""",
    re.IGNORECASE | re.VERBOSE,
)
_PREFIX = re.compile(r"#[^\n\r]*|PREFIX\s*(?P<name>[^\s:<>]*):\s*<(?P<iri>[^<>]*)>", re.IGNORECASE)
_STAR = re.compile(r"SELECT\s*(?:DISTINCT\s*|REDUCED\s*)?\*", re.IGNORECASE)
_VARIABLE = re.compile(r"[?$](\w+)")
_WORD = re.compile(r"[A-Za-z]+")
_POSITION = re.compile(r"error at (?P<line>\d+):(?P<column>\d+)")
_CALL = re.compile(r"(?<![?$:@_'\"])service(?=\s*(?:silent\s*)?(?:[<?$#]|[\w.-]*:))", re.IGNORECASE)
_UPDATES = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"})


class QueryForm(StrEnum):
    """The forms of a SPARQL request; UPDATE stands for every operation of SPARQL Update."""

    SELECT = "SELECT"
    ASK = "ASK"
    CONSTRUCT = "CONSTRUCT"
    DESCRIBE = "DESCRIBE"
    UPDATE = "UPDATE"


_FORMS = frozenset(QueryForm)


def query_form(query: str) -> QueryForm | None:
    """The form that the first word after the prologue announces, or None when it is no SPARQL word."""
    prologue = _PROLOGUE.match(query)
    word = _WORD.match(query, prologue.end() if prologue else 0)
    if word is None:
        return None
    name = word.group().upper()
    if name in _UPDATES:
        return QueryForm.UPDATE
    return QueryForm(name) if name in _FORMS else None


def check_query(query: str) -> None:
    """Pass a query that only reads and only reads here.

    Raises ForbiddenQueryError for an update and for SERVICE; QueryError for a query that is empty, or that has
    the letters of SERVICE and does not parse (it must not come near the engine that would call out).
    """
    if not query.strip():
        raise QueryError("the query is empty", "write a SELECT, ASK, CONSTRUCT or DESCRIBE query")
    if query_form(query) is QueryForm.UPDATE:
        raise ForbiddenQueryError(
            "this is an update and the graph is read-only here", "ask with SELECT, ASK, CONSTRUCT or DESCRIBE"
        )
    failure = _failure_without(query, "service", "servicx")
    if failure is None:
        return
    place, message = failure
    if any(found.start() <= place <= found.end() + 2 for found in _CALL.finditer(query)):
        raise ForbiddenQueryError(
            "SERVICE would send this query to another server and is not answered here",
            "ask that server itself and join the two results",
        )
    raise QueryError(message, "correct it at that place; SERVICE is not answered here")


def declared_prefixes(query: str) -> dict[str, str]:
    """The prefixes that the query declares with absolute IRIs, by name."""
    prologue = _PROLOGUE.match(query)
    return {
        found["name"]: found["iri"]
        for found in _PREFIX.finditer(prologue.group() if prologue else "")
        if found["name"] is not None and ":" in found["iri"]
    }


def starred_order(query: str, names: Sequence[str]) -> list[str]:
    """The variables of ``SELECT *`` in the order in which the query first writes them; others as they are."""
    prologue = _PROLOGUE.match(query)
    if not _STAR.match(query, prologue.end() if prologue else 0):
        return list(names)
    written = list(dict.fromkeys(_VARIABLE.findall(query)))
    return sorted(names, key=lambda name: written.index(name) if name in written else len(written))


@lru_cache(maxsize=256)
def has_from(query: str) -> bool:
    """Whether a query that passed ``check_query`` and parses has FROM as a keyword."""
    return _failure_without(query, "from", "frxm") is not None


def syntax_message(query: str, error: SyntaxError) -> tuple[int, str]:
    """Where in the query the engine's parser gave up, and a sentence that shows the words before that."""
    found = _POSITION.match(str(error.msg))
    if found is None:
        return len(query), f"this does not parse: {error.msg}"
    line, column = int(found["line"]), int(found["column"])
    lines = query.splitlines(keepends=True)
    place = sum(len(before) for before in lines[: line - 1]) + column - 1
    words = " ".join(query[:place].split())[-40:]
    after = f"after {words!r}" if words else "at its start"
    return place, f"this does not parse near line {line}, column {column}, {after}"


@lru_cache(maxsize=256)
def _failure_without(query: str, letters: str, other: str) -> tuple[int, str] | None:
    """Where and how the query fails to parse once ``other`` stands for ``letters``; None when it parses or the
    letters do not occur. It is tried on an empty store.
    """
    replaced, occurrences = re.subn(letters, other, query, flags=re.IGNORECASE)
    if not occurrences:
        return None
    try:
        ox.Store().query(replaced)
    except SyntaxError as error:
        return syntax_message(query, error)
    except RuntimeError:
        return None
    return None
