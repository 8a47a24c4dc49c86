"""Everything that can be taken out of the graph, and in which formats: one list for the web and the command line."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import IO, TypeVar

from api.exports import TABLE, graphs
from api.exports.calendar import write_ics
from api.exports.contradictions import write_report, write_turtle
from api.exports.plain import write_json, write_jsonl
from api.exports.tables import table, write_csv, write_xlsx
from api.records.actors import all_actors, relations
from api.records.contradictions import all_contradictions, all_faults, contradictions_in_detail
from api.records.documents import all_documents
from api.records.filters import Filter
from api.records.models import (
    Actor,
    Contradiction,
    ContradictionDetail,
    DatedStatement,
    Document,
    Fault,
    Part,
    RaciRow,
    Record,
    Relation,
    Statement,
)
from api.records.parts import all_parts, all_raci
from api.records.statements import all_deadlines, all_statements
from ingest.errors import InputError
from ingest.model.contradictions import ContradictionType
from ingest.model.statements import DeadlineType
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
        "html": "text/html; charset=utf-8",
        **{name: form.value for name, form in graphs.FORMATS.items()},
    }
)
SUFFIXES: Mapping[str, str] = MappingProxyType(
    {
        **{name: name for name in ("json", "jsonl", "csv", "xlsx", "ics", "html", "trig", "jsonld")},
        "turtle": "ttl",
        "nquads": "nq",
        "ntriples": "nt",
    }
)
_TABLES = ("json", "jsonl", "csv", "xlsx")

One = TypeVar("One", bound=Record)


@dataclass(frozen=True, slots=True)
class Reading:
    """Which record, and how all of them are read."""

    record: type[Record]
    read: Callable[[Generation, Store, Filter], Iterable[Record]]


@dataclass(frozen=True, slots=True)
class Kind:
    """One thing to export: its record, the formats it comes in, how it is read, what of a Filter it heeds, what the
    condition ``type`` can be for it, and the formats for which it is read in another way.
    """

    record: type[Record]
    formats: tuple[str, ...]
    read: Callable[[Generation, Store, Filter], Iterable[Record]]
    heeds: frozenset[str]
    types: type[StrEnum] = DeadlineType
    otherwise: Mapping[str, Reading] = field(default_factory=dict)

    def reading(self, form: str) -> Reading:
        """How it is read for a format."""
        return self.otherwise.get(form, Reading(self.record, self.read))


_DOCUMENT = frozenset({"document"})
_ACTOR = _DOCUMENT | {"actor"}
_PARTS = _ACTOR | {"words", "least", "letter", "basis"}
_STATEMENTS = _ACTOR | {"bearer", "kind", "type", "words", "since", "until", "least"}
_CONTRADICTIONS = _ACTOR | {"type", "words", "least", "scope", "severity", "status", "verdict", "proposals"}

KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "statements": Kind(Statement, _TABLES, lambda _, store, wanted: all_statements(store, wanted), _STATEMENTS),
        "raci": Kind(RaciRow, _TABLES, lambda _, store, wanted: all_raci(store, wanted.document), _DOCUMENT),
        "deadlines": Kind(
            DatedStatement, (*_TABLES, "ics"), lambda _, store, wanted: all_deadlines(store, wanted), _STATEMENTS
        ),
        "responsibilities": Kind(Part, _TABLES, lambda _, store, wanted: all_parts(store, wanted), _PARTS),
        "contradictions": Kind(
            Contradiction,
            (*_TABLES, "html", "turtle"),
            all_contradictions,
            _CONTRADICTIONS,
            ContradictionType,
            {
                **dict.fromkeys((TABLE, "xlsx", "html"), Reading(Fault, all_faults)),
                "turtle": Reading(ContradictionDetail, contradictions_in_detail),
            },
        ),
        "actors": Kind(
            Actor,
            _TABLES,
            lambda _, store, wanted: all_actors(store, documents=wanted.document, names=wanted.actor),
            _ACTOR,
        ),
        "relations": Kind(
            Relation,
            _TABLES,
            lambda _, store, wanted: relations(store, actors=wanted.actor, documents=wanted.document),
            _ACTOR,
        ),
        "documents": Kind(Document, _TABLES, lambda _, store, wanted: all_documents(store, wanted.document), _DOCUMENT),
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
    if kind == GRAPH:
        check_heeded(kind, wanted)
        graphs.write_graph(output, store, form, documents=wanted.document)
        return ()
    return write_records(output, kind, form, read_records(kind, form, generation, store, wanted), generation, store)


def read_records(kind: str, form: str, generation: Generation, store: Store, wanted: Filter) -> Iterable[Record]:
    """The records of one kind that meet ``wanted``, as exports in this format hold them.

    Raises InputError for a condition that the kind does not heed, NotFoundError for an actor or agreement.
    """
    check_heeded(kind, wanted)
    return KINDS[kind].reading(form).read(generation, store, wanted)


def write_records(
    output: IO[bytes], kind: str, form: str, records: Iterable[Record], generation: Generation, store: Store
) -> tuple[str, ...]:
    """Write what ``read_records`` gave to ``output``; gives back what a person should know of it."""
    if form == "html":
        write_report(output, only(Fault, records), all_documents(store), generation.manifest)
    elif form == "turtle":
        write_turtle(output, only(ContradictionDetail, records))
    elif form == "xlsx":
        write_xlsx(output, table(KINDS[kind].reading(form).record, records), title=kind)
    elif form == "ics":
        return _write_calendar(output, only(DatedStatement, records), generation)
    else:
        _write_text(output, form, KINDS[kind].record, records)
    return ()


def only(record: type[One], records: Iterable[Record]) -> Iterator[One]:
    """Those of ``records`` that are of one kind."""
    return (one for one in records if isinstance(one, record))


def check_heeded(kind: str, wanted: Filter) -> None:
    """Raise InputError when ``wanted`` has a condition that exports of this kind do not heed."""
    heeded = _DOCUMENT if kind == GRAPH else KINDS[kind].heeds
    ignored = [one.name for one in fields(Filter) if getattr(wanted, one.name) and one.name not in heeded]
    if ignored:
        raise InputError(
            f"{kind} cannot be narrowed by {', '.join(ignored)}", f"narrow it by {', '.join(sorted(heeded))}"
        )
    unknown = [one for one in wanted.type if kind != GRAPH and one not in tuple(KINDS[kind].types)]
    if unknown:
        raise InputError(f"{kind} have no type '{unknown[0]}'", f"take one of {', '.join(KINDS[kind].types)}")


def _write_calendar(output: IO[bytes], dated: Iterable[DatedStatement], generation: Generation) -> tuple[str, ...]:
    written = write_ics(output, dated, made=datetime.fromisoformat(generation.manifest.created))
    if not written.undated:
        return ()
    return (f"{written.undated} deadlines recur or hang on an event and have no day in a calendar",)


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
