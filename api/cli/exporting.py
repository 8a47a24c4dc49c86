"""``afspraken export``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from api.cli.opened import served
from api.cli.output import TABLE, choose, deliver, deliver_rows, tell
from api.exports.kinds import GRAPH, KINDS, export, formats, read_records
from api.exports.tables import table
from api.records.documents import text
from api.records.filters import Filter

_SHOWN: dict[str, Sequence[str]] = {
    "statements": ("document", "section", "kind", "bearers", "text", "deadline_value", "confidence"),
    "deadlines": ("deadline_value", "deadline_surface", "bearers", "text", "document", "section", "confidence"),
    "responsibilities": ("activity", "letter", "actor", "basis", "document", "section", "confidence"),
    "contradictions": (
        *("key", "type", "severity", "status", "explanation_nl"),
        *("a_document", "a_section", "b_document", "b_section", "also", "confidence"),
    ),
    "actors": ("label", "type", "aliases", "documents"),
    "relations": ("subject", "type", "object", "interval", "document", "section"),
    "documents": ("id", "title", "date", "status", "kind", "statements"),
}


def export_kind(kind: str, wanted: Filter, data: Path, asked: str | None, output: Path | None) -> None:
    """Write everything of ``kind`` that meets ``wanted``. Raises InputError, NotFoundError or NotBuiltError."""
    offered = formats(kind) if kind == GRAPH else (TABLE, *formats(kind))
    form = choose(asked, output, offered, otherwise="turtle" if kind == GRAPH else "jsonl")
    with served(data) as (generation, store):
        if form == TABLE:
            records = read_records(kind, form, generation, store, wanted)
            content = table(KINDS[kind].reading(form).record, records)
            rows = (dict(zip(content.columns, row, strict=True)) for row in content.rows)
            deliver_rows(rows, form, output, shown=_SHOWN.get(kind, content.columns), title=kind)
            return
        notes: list[str] = []
        deliver(output, lambda made: notes.extend(export(made, kind, form, generation, store, wanted)))
    for note in notes:
        tell(note)


def write_text(document: str, data: Path, output: Path | None) -> None:
    """Write the text of an agreement as it was read. Raises NotFoundError or NotBuiltError."""
    with served(data) as (generation, store):
        content = text(generation, store, document).encode("utf-8")
    deliver(output, lambda made: made.write(content))
