"""Records as flat tables: one row a record, with the same columns in CSV and XLSX."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import IO, Any

import xlsxwriter

from api.records.models import (
    Actor,
    ActorRef,
    Contradiction,
    DatedStatement,
    Deadline,
    Document,
    Fault,
    Part,
    RaciRow,
    Record,
    Relation,
    Statement,
)
from ingest.errors import InputError

Cell = str | int | float | None

_JOINED = "; "
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_SHEET_ROWS = 1_048_575
_CELL_CHARACTERS = 32_767
_WIDE = 60
_NARROW = 14


@dataclass(frozen=True, slots=True)
class Table:
    """Column names, and rows with a cell for each."""

    columns: Sequence[str]
    rows: Iterable[Sequence[Cell]]


def table(kind: type[Record], records: Iterable[Record]) -> Table:
    """Records of one kind as a table. Raises InputError for a kind that has no flat form."""
    if kind is RaciRow:
        return _matrix([row for row in records if isinstance(row, RaciRow)])
    if kind not in _COLUMNS:
        raise InputError(f"{kind.__name__.lower()} records have no table form", "take json or jsonl")
    columns = _COLUMNS[kind]
    return Table(tuple(columns), ([cell(record) for cell in columns.values()] for record in records))


def rows_table(rows: Iterable[Mapping[str, object]]) -> Table:
    """Rows that all have the columns of the first one as a table."""
    content = list(rows)
    columns = tuple(content[0]) if content else ()
    return Table(columns, ([_cell(row[name]) for name in columns] for row in content))


def write_csv(output: IO[str], content: Table) -> None:
    """Write RFC 4180 CSV. What a spreadsheet would take for a formula gets an apostrophe before it."""
    writer = csv.writer(output, lineterminator="\r\n")
    writer.writerow(content.columns)
    for row in content.rows:
        writer.writerow([_harmless(cell) for cell in row])


def write_xlsx(output: IO[bytes], content: Table, *, title: str) -> None:
    """Write a workbook with one sheet, named ``title``, whose header row is frozen and can be filtered.

    Every text is a plain string: nothing in it becomes a formula or a link. Raises InputError when there are
    more rows than a sheet holds.
    """
    memory = io.BytesIO()
    settings = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(memory, {"in_memory": True, **settings})
    sheet = book.add_worksheet(title[:31])
    bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    sheet.freeze_panes(1, 0)
    for place, name in enumerate(content.columns):
        sheet.set_column(place, place, _WIDE if name in _LONG else _NARROW, wrapped)
        sheet.write_string(0, place, name, bold)
    last = 0
    for last, row in enumerate(content.rows, start=1):
        if last > _SHEET_ROWS:
            book.close()
            raise InputError(f"a sheet holds {_SHEET_ROWS} rows and there are more", "narrow the export, or take csv")
        for place, cell in enumerate(row):
            if isinstance(cell, str):
                sheet.write_string(last, place, cell[:_CELL_CHARACTERS])
            elif cell is not None:
                sheet.write_number(last, place, cell)
    if content.columns:
        sheet.autofilter(0, 0, last, len(content.columns) - 1)
    book.close()
    output.write(memory.getvalue())


def _harmless(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def _names(actors: Iterable[ActorRef]) -> str:
    return _JOINED.join(actor.label for actor in actors)


def _of_deadline(field: str) -> Callable[[Any], Cell]:
    def cell(record: Any) -> Cell:
        deadline: Deadline | None = record.deadline
        return None if deadline is None else str(getattr(deadline, field))

    return cell


def _cell(value: object) -> Cell:
    if isinstance(value, date):
        return value.isoformat()
    return value if value is None or isinstance(value, str | int | float) else str(value)


def _field(name: str) -> Callable[[Any], Cell]:
    return lambda record: _cell(getattr(record, name))


def _fields(*names: str) -> dict[str, Callable[[Any], Cell]]:
    return {name: _field(name) for name in names}


def _of_side(side: str, *names: str) -> dict[str, Callable[[Any], Cell]]:
    read = {name: attrgetter(f"{side}.{name}") for name in names}
    return {f"{side}_{name}": cell for name, cell in read.items()}


def _of_verdict(name: str) -> Callable[[Any], Cell]:
    return lambda pair: None if pair.verdict is None else _cell(getattr(pair.verdict, name))


def _also(fault: Fault) -> str | None:
    """The other places of a fault, each pair with its key."""
    told = (f"{' / '.join(side.cited for side in sides)} [{pair.key}]" for pair, sides in fault.elsewhere())
    return _JOINED.join(told) or None


_PLACE = _fields("document", "section")
_WORDS = _fields("start", "end", "text")
_TIME = {f"deadline_{name}": _of_deadline(name) for name in ("type", "relation", "value", "surface")}
_VERDICT = {"verdict": _of_verdict("verdict"), "verdict_note": _of_verdict("note"), "verdict_at": _of_verdict("at")}
_LONG = frozenset(
    {
        *("text", "action", "activity", "condition", "title"),
        *("a_text", "b_text", "explanation_nl", "explanation_en", "reason_nl", "reason_en", "verdict_note", "also"),
    }
)
_PAIR = {
    **_fields("key", "type", "scope", "severity", "status", "proposal"),
    "explanation_nl": lambda pair: pair.explanation.nl,
    "explanation_en": lambda pair: pair.explanation.en,
    **_of_side("a", "document", "section", "text"),
    **_of_side("b", "document", "section", "text"),
    **_fields("confidence"),
    "reason_nl": lambda pair: pair.reason and pair.reason.nl,
    "reason_en": lambda pair: pair.reason and pair.reason.en,
    **_VERDICT,
    **_of_side("a", "start", "end"),
    **_of_side("b", "start", "end"),
    **_fields("id"),
}
_COLUMNS: Mapping[type[Record], Mapping[str, Callable[[Any], Cell]]] = {
    Statement: {
        **_fields("id"),
        **_PLACE,
        **_fields("kind"),
        "bearers": lambda statement: _names(statement.bearers),
        "counterparties": lambda statement: _names(statement.counterparties),
        **_fields("action"),
        **_TIME,
        **_fields("condition", "confidence"),
        **_WORDS,
    },
    DatedStatement: {
        **_fields("id"),
        **_PLACE,
        **_fields("kind"),
        "bearers": lambda deadline: _names(deadline.bearers),
        **_fields("action"),
        **_TIME,
        **_fields("event", "earliest", "latest", "confidence"),
        **_WORDS,
    },
    Part: {
        **_fields("id"),
        **_PLACE,
        **_fields("activity", "letter"),
        "actor": lambda part: part.actor.label,
        **_fields("basis", "confidence"),
        **_WORDS,
    },
    Contradiction: {**_PAIR, **_fields("repeats")},
    Fault: {**_PAIR, "also": _also},
    Actor: {
        **_fields("id", "key", "label", "type"),
        "aliases": lambda actor: _JOINED.join(actor.aliases),
        "documents": lambda actor: _JOINED.join(actor.documents),
    },
    Relation: {
        **_PLACE,
        **_fields("type"),
        "subject": lambda relation: relation.subject.label,
        "object": lambda relation: relation.object.label,
        **_fields("interval", "confidence"),
        **_WORDS,
    },
    Document: {
        **_fields("id", "iri", "title", "date", "version", "status", "kind", "language", "annex_of"),
        "evaluates": lambda document: _JOINED.join(document.evaluates),
        **_fields("origin", "sha256"),
        "statements": lambda document: sum(document.counts.values()),
    },
}


def _matrix(rows: Sequence[RaciRow]) -> Table:
    actors = list(dict.fromkeys(actor for row in rows for actor in row.assignments))
    return Table(
        ("document", "section", "activity", *actors, "start", "end"),
        (
            [
                row.document,
                row.section,
                row.activity,
                *("".join(row.assignments.get(actor, [])) or None for actor in actors),
                row.start,
                row.end,
            ]
            for row in rows
        ),
    )
