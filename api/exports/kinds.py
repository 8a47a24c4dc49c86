"""Everything that can be taken out of the graph, and in which formats: one list for the web and the command line."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from types import MappingProxyType
from typing import IO

from api.exports import graphs
from api.exports.calendar import write_ics
from api.exports.plain import write_json, write_jsonl
from api.exports.tables import table, write_csv, write_xlsx
from api.records.actors import all_actors, relations
from api.records.documents import all_documents
from api.records.filters import Filter
from api.records.models import Actor, DatedStatement, Document, Part, RaciRow, Record, Relation, Statement
from api.records.parts import all_parts, all_raci
from api.records.statements import all_deadlines, all_statements
from ingest.errors import InputError
from ingest.publish import Generation
from ingest.store import Store

GRAPH = "graph"
MEDIA_TYPES: Mapping[str, str] = MappingProxyType(
    {
        "json": "application/json",
        "jsonl": "application/x-ndjson",
        "csv": "text/csv; charset=utf-8; header=present",
        "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "ics": "text/calendar; charset=utf-8",
        **{name: form.value for name, form in graphs.FORMATS.items()},
    }
)
SUFFIXES: Mapping[str, str] = MappingProxyType(
    {
        **{name: name for name in ("json", "jsonl", "csv", "xlsx", "ics", "trig", "jsonld")},
        "turtle": "ttl",
        "nquads": "nq",
        "ntriples": "nt",
    }
)
_TABLES = ("json", "jsonl", "csv", "xlsx")


@dataclass(frozen=True, slots=True)
class Kind:
    """One thing to export: its record, the formats it comes in, how it is read, and what of a Filter it heeds."""

    record: type[Record]
    formats: tuple[str, ...]
    read: Callable[[Store, Filter], Iterable[Record]]
    heeds: frozenset[str]


_DOCUMENT = frozenset({"document"})
_PARTS = _DOCUMENT | {"actor", "words", "least", "letter", "basis"}
_STATEMENTS = frozenset(field.name for field in fields(Filter)) - {"letter", "basis"}

KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "statements": Kind(Statement, _TABLES, all_statements, _STATEMENTS),
        "raci": Kind(RaciRow, _TABLES, lambda store, wanted: all_raci(store, wanted.document), _DOCUMENT),
        "deadlines": Kind(DatedStatement, (*_TABLES, "ics"), all_deadlines, _STATEMENTS),
        "responsibilities": Kind(Part, _TABLES, all_parts, _PARTS),
        "actors": Kind(
            Actor,
            _TABLES,
            lambda store, wanted: all_actors(store, documents=wanted.document, names=wanted.actor),
            _DOCUMENT | {"actor"},
        ),
        "relations": Kind(
            Relation,
            _TABLES,
            lambda store, wanted: relations(store, actors=wanted.actor, documents=wanted.document),
            _DOCUMENT | {"actor"},
        ),
        "documents": Kind(Document, _TABLES, lambda store, wanted: all_documents(store, wanted.document), _DOCUMENT),
    }
)


def formats(kind: str) -> tuple[str, ...]:
    """The formats that a kind comes in. Raises InputError for a kind that is not there."""
    if kind == GRAPH:
        return tuple(graphs.FORMATS)
    try:
        return KINDS[kind].formats
    except KeyError:
        raise InputError(f"there is no export of '{kind}'", f"take one of {', '.join([*KINDS, GRAPH])}") from None


def export(
    output: IO[bytes], kind: str, form: str, generation: Generation, store: Store, wanted: Filter
) -> tuple[str, ...]:
    """Write everything of one kind that meets ``wanted`` to ``output``; gives back what a person should know of it.

    Raises InputError for a kind or format that is not there, NotFoundError for an actor or agreement.
    """
    if form not in formats(kind):
        raise InputError(f"{kind} does not come as {form}", f"take one of {', '.join(formats(kind))}")
    check_heeded(kind, wanted)
    if kind == GRAPH:
        graphs.write_graph(output, store, form, documents=wanted.document)
        return ()
    records = KINDS[kind].read(store, wanted)
    if form == "xlsx":
        write_xlsx(output, table(KINDS[kind].record, records), title=kind)
    elif form == "ics":
        dated = (record for record in records if isinstance(record, DatedStatement))
        written = write_ics(output, dated, made=datetime.fromisoformat(generation.manifest.created))
        if written.undated:
            return (f"{written.undated} deadlines recur or hang on an event and have no day in a calendar",)
    else:
        _write_text(output, form, KINDS[kind].record, records)
    return ()


def check_heeded(kind: str, wanted: Filter) -> None:
    """Raise InputError when ``wanted`` has a condition that exports of this kind do not heed."""
    heeded = _DOCUMENT if kind == GRAPH else KINDS[kind].heeds
    ignored = [one.name for one in fields(Filter) if getattr(wanted, one.name) and one.name not in heeded]
    if ignored:
        raise InputError(
            f"{kind} cannot be narrowed by {', '.join(ignored)}", f"narrow it by {', '.join(sorted(heeded))}"
        )


def _write_text(output: IO[bytes], form: str, record: type[Record], records: Iterable[Record]) -> None:
    text = io.TextIOWrapper(output, encoding="utf-8", newline="", write_through=True)
    try:
        if form == "csv":
            write_csv(text, table(record, records))
        elif form == "json":
            write_json(text, records)
        else:
            write_jsonl(text, records)
    finally:
        text.detach()
