"""Records as JSON and JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import IO, Any

from api.records.models import Record

Item = Record | Mapping[str, Any]


def line(item: Item) -> str:
    """One record as JSON on one line."""
    content = item.model_dump(mode="json") if isinstance(item, Record) else item
    return json.dumps(content, ensure_ascii=False, default=plain)


def write_jsonl(output: IO[str], items: Iterable[Item]) -> None:
    """Write one line for each record."""
    for item in items:
        output.write(f"{line(item)}\n")


def write_json(output: IO[str], items: Iterable[Item]) -> None:
    """Write one array with a line for each record."""
    opening = "[\n"
    for item in items:
        output.write(opening + line(item))
        opening = ",\n"
    output.write("[]\n" if opening == "[\n" else "\n]\n")


def plain(value: object) -> object:
    """A value that JSON has no form for: numbers of any size stay numbers, days become ISO 8601."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"no JSON for {type(value).__name__}")
