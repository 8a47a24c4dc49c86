"""The named questions, asked with parameters as people write them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from api.records.envelope import Page, counted_page
from api.records.filters import actors_named, documents_named
from api.records.models import Message, Question, QuestionParameter
from ingest.errors import InputError, NotFoundError
from ingest.store import Store
from ontology.queries import NamedQuery, Parameter, ParameterError, ParameterType, UnknownQueryError, queries, query

_UNSHOWN = frozenset(
    {"start", "end", "statement", "membership", "attribution", "delegation", "agreement", "responsibility"}
)

Given = Mapping[str, Sequence[str]]


def all_questions() -> list[Question]:
    """Every named question with its parameters."""
    return [_described(named) for named in queries().values()]


def question(name: str) -> Question:
    """The question with this id. Raises NotFoundError."""
    return _described(_named(name))


def ask(store: Store, name: str, given: Given) -> list[dict[str, Any]]:
    """The answers to a named question, each a row of plain values by column.

    A parameter that takes an actor takes any of its names, one that takes an agreement its id; values given twice
    are alternatives. Raises NotFoundError for a question, actor or agreement that is not there, and InputError for
    a parameter that is missing, unknown or of the wrong type.
    """
    named = _named(name)
    kinds = {parameter.name: parameter for parameter in named.parameters}
    values = {key: _found(store, kinds.get(key), [one for one in several if one]) for key, several in given.items()}
    try:
        text = named.bind({key: value for key, value in values.items() if value})
    except ParameterError as error:
        described = ", ".join(f"{one.name} ({one.meaning_en})" for one in named.parameters) or "none"
        raise InputError(str(error), f"its parameters are: {described}") from error
    return [{name: _number(value) for name, value in row.items()} for row in store.select(text).records()]


def answers(store: Store, name: str, given: Given, *, after: str | None = None, limit: int) -> Page[dict[str, Any]]:
    """At most ``limit`` of the answers to a named question. Raises as ``ask`` does."""
    return counted_page(ask(store, name, given), after=after, limit=limit)


def shown_columns(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    """The columns that a reader wants: the place first, then all but offsets and names of what has a label."""
    columns = list(rows[0]) if rows else []
    shown = [name for name in columns if name not in _UNSHOWN and f"{name}Label" not in columns]
    return sorted(shown, key=lambda name: name != "section")


def _named(name: str) -> NamedQuery:
    try:
        return query(name)
    except UnknownQueryError as error:
        raise NotFoundError(f"no question is called '{name}'", f"take one of {', '.join(queries())}") from error


def _found(store: Store, parameter: Parameter | None, values: list[str]) -> list[str]:
    if parameter is None:
        return values
    if parameter.type is ParameterType.IRI:
        return actors_named(store, values)
    if parameter.name == "document":
        return documents_named(store, values)
    return values


def _number(value: object) -> object:
    return float(value) if isinstance(value, Decimal) else value


def _described(named: NamedQuery) -> Question:
    return Question(
        id=named.id,
        title=Message(nl=named.title_nl, en=named.title_en),
        parameters=[
            QuestionParameter(
                name=one.name,
                type=one.type.value,
                required=one.required,
                meaning=Message(nl=one.meaning_nl, en=one.meaning_en),
            )
            for one in named.parameters
        ],
    )
