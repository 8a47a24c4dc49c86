"""What a SPARQL query asks for, judged by the engine's own parser.

Whether the letters of a keyword are a keyword or stand in a string, a comment, an IRI or a name is settled by a
counterfactual: write another word of the same shape in every place where the letters occur. Names, strings,
comments and IRIs stay what they were, so the query still parses; a keyword no longer is one, so it does not.
A hand-made tokeniser would read some queries differently from the engine (``1<?x#>`` is either a comparison and
a comment or an IRI) and could be led astray; the engine cannot disagree with itself.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

import pyoxigraph as ox

_PROLOGUE = re.compile(
    r"""(?:\s+|\#[^\n\r]*|BASE\s*<[^<>]*>|VERSION\s*(?:"[^"\n]*"|'[^'\n]*')|PREFIX\s*[^\s:<>]*:\s*<[^<>]*>)*""",
    re.IGNORECASE | re.VERBOSE,
)
_WORD = re.compile(r"[A-Za-z]+")
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


@lru_cache(maxsize=256)
def has_service(query: str) -> bool:
    """Whether the query has SERVICE as a keyword. True also for a query with those letters that does not parse,
    which must not reach the engine either.
    """
    return _has_keyword(query, "service", "servicx")


@lru_cache(maxsize=256)
def has_from(query: str) -> bool:
    """Whether the query has FROM as a keyword. The query must parse and be free of SERVICE."""
    return _has_keyword(query, "from", "frxm")


def _has_keyword(query: str, letters: str, other: str) -> bool:
    replaced, occurrences = re.subn(letters, other, query, flags=re.IGNORECASE)
    return occurrences > 0 and not _parses(replaced)


def _parses(query: str) -> bool:
    """Whether the engine's parser takes the query, tried on an empty store."""
    try:
        ox.Store().query(query)
    except SyntaxError:
        return False
    except RuntimeError:
        return True
    return True
