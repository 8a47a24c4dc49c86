"""``afspraken sparql``: the same bounded service that answers over HTTP."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from api.cli.output import TABLE, choose, deliver, deliver_rows, tell
from api.settings import Settings, load_settings
from api.sparql.frames import Answered, Job
from api.sparql.pool import WorkerPool
from ingest.errors import InputError
from ingest.publish import current
from ingest.store.terms import XSD_STRING, Literal

_ROWS = ("json", "csv", "tsv", "xml")
_TRIPLES = ("turtle", "ntriples", "jsonld", "rdfxml")
_PLAIN = (TABLE, "jsonl")


def ask_sparql(query: str, data: Path, asked: str | None, output: Path | None) -> None:
    """Write the result of a query: rows in the format asked for, a graph as Turtle unless asked otherwise.

    Raises InputError, NotBuiltError and what the service raises (see WorkerPool.run).
    """
    form = choose(asked, output, (*_PLAIN, *_ROWS, *_TRIPLES), otherwise="jsonl")
    settings = load_settings(data=data)
    rows_as = None if form in _TRIPLES else form if form in _ROWS else "json"
    triples_as = form if form in _TRIPLES else "turtle" if asked is None and output is None else None
    job = Job(
        store=str(current(data).store.resolve()),
        query=_text(query),
        rows=settings.row_limit,
        bytes=settings.byte_limit,
        rows_as=rows_as,
        triples_as=triples_as,
    )
    answered = asyncio.run(_answer(settings, job))
    if answered.cut is not None:
        tell(f"the result was cut: a limit on {answered.cut} was reached; narrow the query or raise the limit")
    if form in _PLAIN and answered.format == "json":
        content = json.loads(answered.body)
        names = content["head"].get("vars", ["answer"])
        deliver_rows(_rows(content), form, output, shown=names, title="")
    else:
        deliver(output, lambda made: made.write(answered.body))


async def _answer(settings: Settings, job: Job) -> Answered:
    async with WorkerPool(workers=1, seconds=settings.time_limit, memory=settings.memory_limit) as pool:
        return await pool.run(job)


def _text(query: str) -> str:
    if query == "-":
        return sys.stdin.read()
    if not query.startswith("@"):
        return query
    try:
        return Path(query[1:]).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise InputError(f"the query in {query[1:]} cannot be read: {reason}", "name a file with a query") from error


def _rows(content: dict[str, Any]) -> Iterator[dict[str, object]]:
    """Each solution as a row of plain values, or the answer to an ASK as one."""
    if "boolean" in content:
        yield {"answer": content["boolean"]}
        return
    for binding in content["results"]["bindings"]:
        yield {name: _plain(binding.get(name)) for name in content["head"]["vars"]}


def _plain(term: dict[str, Any] | None) -> object:
    if term is None:
        return None
    if term["type"] != "literal":
        return f"_:{term['value']}" if term["type"] == "bnode" else str(term["value"])
    return Literal(term["value"], term.get("datatype", XSD_STRING)).python()
