"""``afspraken ask``."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from api.ask import Asked, ask
from api.cli.files import questions_in
from api.cli.opened import served
from api.cli.output import TABLE, choose, deliver
from api.exports.plain import write_jsonl
from api.search import Searcher, open_searcher
from api.settings import load_settings
from ingest.errors import InputError
from ingest.store import Store

_FORMS = (TABLE, "json", "jsonl")


def answer_once(question: str | None, data: Path, asked: str | None, output: Path | None) -> None:
    """Write the answer to ``question``: text for people, or JSON. Raises InputError or NotBuiltError."""
    form = choose(asked, output, _FORMS, otherwise="jsonl")
    if question is None:
        raise InputError("there is no question", "write one, or name a file with questions with --from FILE")
    with _opened(data) as (store, searcher):
        answered = ask(question, store, searcher)
    text = _told(answered) if form == TABLE else answered.model_dump_json(indent=2 if form == "json" else None)
    deliver(output, lambda made: made.write(f"{text.rstrip()}\n".encode()))


def answer_each(file: Path, question: str | None, data: Path, asked: str | None, output: Path | None) -> None:
    """Write the answers to each question in ``file``, a line for each. Raises as ``answer_once`` does."""
    choose(asked, output, ("json", "jsonl"), otherwise="jsonl")
    if question is not None:
        raise InputError("a question and a file of questions were both given", "leave one of them out")
    questions = list(questions_in(file))
    with _opened(data) as (store, searcher):
        rows = [{"id": one["id"], **ask(one["question"], store, searcher).model_dump(mode="json")} for one in questions]
    text = io.StringIO()
    write_jsonl(text, rows)
    deliver(output, lambda made: made.write(text.getvalue().encode()))


@contextmanager
def _opened(data: Path) -> Iterator[tuple[Store, Searcher]]:
    with served(data) as (generation, store):
        yield store, open_searcher(generation, store, load_settings(data=data).embedding_model)


def _told(asked: Asked) -> str:
    """The answers as text, each with the place of its clause."""
    lines: list[str] = []
    for turn, answer in enumerate(asked.answers):
        lines += [answer.answer] if turn == 0 else ["", answer.answer]
        lines.append(f"  [{answer.document}, {answer.section}, {answer.start}–{answer.end}, {answer.confidence:.0%}]")
    if asked.message:
        lines += ["", asked.message] if lines else [asked.message]
    lines += _near(asked)
    return "\n".join(lines)


def _near(asked: Asked) -> Sequence[str]:
    return [f"  [{one.document}, {one.section}] {' '.join(one.text.split())}" for one in asked.nearest]
