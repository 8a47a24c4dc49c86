"""``afspraken search``."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from api.cli.files import questions_in
from api.cli.opened import served
from api.cli.output import RECORDS, choose, deliver_rows
from api.search import Searcher, open_searcher
from api.settings import load_settings
from ingest.errors import InputError

_SHOWN = ("score", "text", "document", "section")


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowed:
    """How many clauses are wanted, and from which (see Searcher.search)."""

    k: int
    documents: tuple[str, ...]
    actors: tuple[str, ...]
    kinds: tuple[str, ...]
    since: date | None
    until: date | None


def search_once(words: str | None, data: Path, narrowed: Narrowed, asked: str | None, output: Path | None) -> None:
    """Write the clauses that say most about ``words``. Raises InputError, NotFoundError or NotBuiltError."""
    form = choose(asked, output, RECORDS, otherwise="jsonl")
    if words is None:
        raise InputError(
            "there is nothing to search for", "write words, or name a file with questions with --from FILE"
        )
    with _searcher(data) as searcher:
        rows = _hits(searcher, words, narrowed)
    deliver_rows(rows, form, output, shown=_SHOWN, title=words)


def search_each(
    file: Path, words: str | None, data: Path, narrowed: Narrowed, asked: str | None, output: Path | None
) -> None:
    """Write the clauses for each question in ``file``, a line for each question. Raises as ``search_once`` does."""
    form = choose(asked, output, ("json", "jsonl"), otherwise="jsonl")
    if words is not None:
        raise InputError("words and a file of questions were both given", "leave one of them out")
    questions = list(questions_in(file))
    with _searcher(data) as searcher:
        rows = [{"id": one["id"], "hits": _hits(searcher, one["question"], narrowed)} for one in questions]
    deliver_rows(rows, form, output, shown=("id", "hits"), title=file.name)


@contextmanager
def _searcher(data: Path) -> Iterator[Searcher]:
    with served(data) as (generation, store):
        yield open_searcher(generation, store, load_settings(data=data).embedding_model)


def _hits(searcher: Searcher, words: str, narrowed: Narrowed) -> list[dict[str, Any]]:
    return [hit.model_dump() for hit in searcher.search(words, **asdict(narrowed))]
