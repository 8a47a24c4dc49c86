"""The tables of ``corpus.toml``, and what is said when they are not as they should be."""

from __future__ import annotations

import re
from datetime import date, datetime
from difflib import get_close_matches
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, ValidationError
from pydantic_core import ErrorDetails

from ingest.errors import ManifestError
from ingest.model.actors import ActorType
from ingest.model.agreement import AgreementKind, AgreementStatus

_PERIOD = re.compile(r"\d{4}(-(0[1-9]|1[0-2]))?~?")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_ID = re.compile(r"\w[\w.-]*")


def _dated(value: object) -> object:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, str):
        if _PERIOD.fullmatch(value):
            return value
        if _DAY.fullmatch(value):
            try:
                return date.fromisoformat(value)
            except ValueError:
                pass
    raise ValueError(f'{_shown(value)} is not a date: write 2024-03-01, or "2024-03" or "2024" where no day is known')


def _identifier(value: object) -> object:
    if isinstance(value, str) and not _ID.fullmatch(value):
        raise ValueError(f"{value!r} cannot be an id: use letters, digits, full stops, hyphens and underscores")
    return value


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Identifier = Annotated[str, BeforeValidator(_identifier)]
Dated = Annotated[date | str, BeforeValidator(_dated)]
Digest = Annotated[str, StringConstraints(to_lower=True, pattern=r"^[0-9a-fA-F]{64}$")]


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class AgreementTable(_Table):
    """One ``[[agreement]]``: ``file`` is its path in the folder, all else is as in ``ManifestEntry``."""

    file: Text
    id: Identifier | None = None
    title: Text | None = None
    date: Dated | None = None
    version: Text | None = None
    status: AgreementStatus = AgreementStatus.FINAL
    kind: AgreementKind | None = None
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")] = "nl"
    annex_of: Identifier | None = None
    evaluates: tuple[Identifier, ...] = ()
    sha256: Digest | None = None
    origin: Text | None = None


class ExternalTable(_Table):
    """One ``[[external]]``: an agreement that others hang on, and that is not in the folder."""

    id: Identifier
    title: Text
    date: Dated | None = None


class ActorTable(_Table):
    """One ``[[actor]]``: names that mean the same actor."""

    label: Text
    aliases: tuple[Text, ...] = ()
    type: ActorType | None = None


class ManifestTables(_Table):
    """The whole of ``corpus.toml``."""

    agreement: Annotated[tuple[AgreementTable, ...], Field(min_length=1)]
    external: tuple[ExternalTable, ...] = ()
    actor: tuple[ActorTable, ...] = ()


_TABLES: dict[str, type[BaseModel]] = {"agreement": AgreementTable, "external": ExternalTable, "actor": ActorTable}


def parse_tables(content: dict[str, Any], name: str) -> ManifestTables:
    """The tables in parsed TOML; raises ManifestError with one line on the first thing that is wrong.

    ``name`` is the manifest's file name.
    """
    try:
        return ManifestTables.model_validate(content)
    except ValidationError as error:
        raise _explained(error.errors()[0], content, name) from None


def _explained(detail: ErrorDetails, content: dict[str, Any], name: str) -> ManifestError:
    table, number, field, *_ = (*detail["loc"], None, None, None)
    place = f"{name}, {_place(content, table, number)}" if isinstance(number, int) else name
    if detail["type"] == "extra_forbidden":
        known = list(_TABLES[str(table)].model_fields) if field else list(_TABLES)
        unknown = str(field or table)
        close = get_close_matches(unknown, known, n=1)
        advice = f"did you mean {close[0]!r}?" if close else f"it may be one of {', '.join(known)}"
        return ManifestError(f"{place}: unknown {'field' if field else 'table'} {unknown!r}", advice)
    if detail["type"] == "missing":
        missing = f"field {field!r}" if field else "table [[agreement]]"
        return ManifestError(f"{place}: {missing} is missing", "add it")
    if detail["type"] == "enum":
        return ManifestError(
            f"{place}: {field} cannot be {_shown(detail['input'])}", f"it may be {detail['ctx']['expected']}"
        )
    reason = detail["msg"].removeprefix("Value error, ")
    where = f"{place}: {field or table}"
    if detail["type"] == "value_error":
        return ManifestError(f"{where}: {reason.partition(': ')[0]}", reason.partition(": ")[2])
    return ManifestError(f"{where} cannot be {_shown(detail['input'])}", reason[0].lower() + reason[1:])


def _place(content: dict[str, Any], table: object, number: int) -> str:
    row = content[str(table)][number]
    known = next((row[key] for key in ("id", "file", "label") if key in row), None) if isinstance(row, dict) else None
    return f"[[{table}]] {number + 1}" + (f" ({known})" if isinstance(known, str) else "")


def _shown(value: object) -> str:
    text = value.isoformat() if isinstance(value, date) else repr(value)
    return text if len(text) <= 60 else f"{text[:57]}…"
