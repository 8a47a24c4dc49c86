"""``afspraken query``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from api.cli.opened import served
from api.cli.output import RECORDS, choose, deliver_rows
from api.records.models import Question
from api.records.questions import all_questions, ask, question, shown_columns
from ingest.errors import InputError


def list_questions(asked: str | None, output: Path | None) -> None:
    """Write down every named question with its parameters."""
    form = choose(asked, output, ("table", "json", "jsonl"), otherwise="jsonl")
    if form == "table":
        rows = [
            {"name": one.id, "question": one.title.en, "vraag": one.title.nl, "parameters": _parameters(one)}
            for one in all_questions()
        ]
    else:
        rows = [one.model_dump(mode="json") for one in all_questions()]
    deliver_rows(rows, form, output, shown=("name", "question", "vraag", "parameters"), title="Questions")


def ask_question(
    name: str, arguments: Sequence[str], data: Path, asked: str | None, output: Path | None, columns: str | None = None
) -> None:
    """Write the answers to a named question, all of them or the ``columns`` named with commas between.

    Raises InputError, NotFoundError or NotBuiltError.
    """
    form = choose(asked, output, RECORDS, otherwise="jsonl")
    described = question(name)
    given = _given(described, arguments)
    with served(data) as (_, store):
        rows = ask(store, name, given)
    chosen = _chosen(rows, columns)
    shown = shown_columns(rows) if columns is None or not chosen else list(chosen[0])
    deliver_rows(chosen, form, output, shown=shown, title=described.title.en)


def _chosen(rows: Sequence[Mapping[str, Any]], columns: str | None) -> Sequence[Mapping[str, Any]]:
    names = [name.strip() for name in columns.split(",")] if columns is not None else []
    unknown = [name for name in names if rows and name not in rows[0]]
    if unknown:
        raise InputError(f"there is no column '{unknown[0]}'", f"choose from {', '.join(rows[0])}")
    return [{name: row[name] for name in names} for row in rows] if names else rows


def _given(described: Question, arguments: Sequence[str]) -> dict[str, list[str]]:
    """The values by parameter, from ``--name value`` and ``--name=value``."""
    given: dict[str, list[str]] = defaultdict(list)
    rest = iter(arguments)
    for argument in rest:
        name, assigned, value = argument.partition("=")
        if not name.startswith("--"):
            raise InputError(f"'{argument}' belongs to no parameter", f"write --NAME VALUE; {_told(described)}")
        if not assigned:
            value = next(rest, "")
        if not value:
            raise InputError(f"{name} has no value", f"write {name} VALUE")
        given[name.removeprefix("--")].append(value)
    return given


def _told(described: Question) -> str:
    return f"'{described.id}' takes {_parameters(described) or 'no parameters'}"


def _parameters(described: Question) -> str:
    return " ".join(
        f"--{one.name} {one.type.upper()}" if one.required else f"[--{one.name} {one.type.upper()}]"
        for one in described.parameters
    )
