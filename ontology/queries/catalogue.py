"""Finds the named questions that are shipped with this package."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from ontology.queries.named import NamedQuery, parse_query


class UnknownQueryError(LookupError):
    """There is no question with that name."""


@cache
def queries() -> dict[str, NamedQuery]:
    """Every named question by its id, in alphabetical order."""
    found = (file for file in files("ontology.queries").iterdir() if file.name.endswith(".rq"))
    named = (parse_query(file.name.removesuffix(".rq"), file.read_text("utf-8")) for file in found)
    return {query.id: query for query in sorted(named, key=lambda query: query.id)}


def query(name: str) -> NamedQuery:
    """The question with this id. Raises UnknownQueryError when there is none."""
    try:
        return queries()[name]
    except KeyError:
        raise UnknownQueryError(f"no question is called '{name}'; there are {', '.join(queries())}") from None
