"""Where results go, and in which form: tables for people, the other formats for programs."""

from __future__ import annotations

import io
import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from shutil import copyfileobj
from typing import IO, Any

from api.exports import TABLE as TABLE
from ingest.errors import InputError

RECORDS = (TABLE, "json", "jsonl", "csv", "xlsx")
_BINARY = frozenset({"xlsx"})
_BY_SUFFIX = {
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "tsv",
    ".xml": "xml",
    ".xlsx": "xlsx",
    ".ics": "ics",
    ".html": "html",
    ".ttl": "turtle",
    ".trig": "trig",
    ".nq": "nquads",
    ".nt": "ntriples",
    ".jsonld": "jsonld",
    ".rdf": "rdfxml",
    ".txt": TABLE,
}
_IN_MEMORY = 8 * 2**20


def choose(asked: str | None, output: Path | None, offered: Sequence[str], *, otherwise: str) -> str:
    """The format: the one asked for, else the one that the file's suffix tells, else a table on a terminal and
    ``otherwise`` elsewhere.

    Raises InputError for a format that is not ``offered``, and for one that a terminal cannot show.
    """
    form = asked or (_of_suffix(output) if output else None)
    if form is None:
        form = TABLE if TABLE in offered and sys.stdout.isatty() else otherwise
    if form not in offered:
        raise InputError(f"this does not come as {form}", f"take one of {', '.join(offered)}")
    if form in _BINARY and output is None and sys.stdout.isatty():
        raise InputError(f"{form} cannot be shown on a terminal", "name a file with -o FILE")
    return form


def _of_suffix(output: Path) -> str:
    try:
        return _BY_SUFFIX[output.suffix.lower()]
    except KeyError:
        raise InputError(f"{output.name} has no suffix that tells the format", "name it with --format") from None


def deliver(output: Path | None, write: Callable[[IO[bytes]], object]) -> None:
    """Let ``write`` make the whole result, then put it on standard output or into the file: all of it or nothing.

    A reader of standard output who leaves early is no error.
    """
    with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as made:
        write(made)
        made.seek(0)
        if output is not None:
            with output.open("wb") as file:
                copyfileobj(made, file)
        else:
            _print(made)


def _print(made: IO[bytes]) -> None:
    try:
        copyfileobj(made, sys.stdout.buffer)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def deliver_rows(
    rows: Iterable[Mapping[str, Any]], form: str, output: Path | None, *, shown: Sequence[str], title: str
) -> None:
    """Write rows that all have the same columns; a table has only those ``shown``."""
    from api.exports.plain import write_json, write_jsonl
    from api.exports.tables import rows_table, write_csv, write_xlsx

    def write(made: IO[bytes]) -> None:
        if form == "xlsx":
            return write_xlsx(made, rows_table(rows), title=title)
        text = io.TextIOWrapper(made, encoding="utf-8", newline="", write_through=True)
        if form == "json":
            write_json(text, rows)
        elif form == "jsonl":
            write_jsonl(text, rows)
        elif form == "csv":
            write_csv(text, rows_table(rows))
        else:
            draw(text, rows, shown, title=title)
        text.detach()
        return None

    deliver(output, write)


def draw(text: IO[str], rows: Iterable[Mapping[str, Any]], shown: Sequence[str], *, title: str) -> None:
    """Draw a table as wide as the terminal."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(file=text, width=None if sys.stdout.isatty() else 160, force_terminal=sys.stdout.isatty())
    drawn = Table(title=title, box=box.SIMPLE_HEAD, title_justify="left", show_lines=False)
    for name in shown:
        drawn.add_column(name, overflow="fold")
    number = 0
    for row in rows:
        number += 1
        drawn.add_row(*(Text(_on_one_line(row.get(name))) for name in shown))
    console.print(drawn)
    console.print(f"{number} rows", highlight=False)


def _on_one_line(value: object) -> str:
    return "" if value is None else " ".join(str(value).split())


def tell(line: str) -> None:
    """Say something that is not the result: on standard error."""
    print(line, file=sys.stderr)
