"""``afspraken build``."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from api.cli.output import TABLE, choose, deliver_rows, tell

if TYPE_CHECKING:
    from ingest.build import BuildReport, Progress


def build_graph(corpus: Path, data: Path, asked: str | None) -> None:
    """Build, tell the progress and the warnings, and give the report."""
    form = choose(asked, None, (TABLE, "json", "jsonl"), otherwise="jsonl")
    from api.settings import load_settings
    from ingest.build import build

    settings = load_settings(data=data)
    with _progress() as step:
        report = build(corpus, data, step, embedding_model=settings.embedding_model)
    for warning in report.warnings:
        tell(f"warning: {warning}")
    deliver_rows(
        [_row(report)] if form != "table" else _lines(report), form, None, shown=("what", "value"), title="Built"
    )


def _row(report: BuildReport) -> dict[str, object]:
    manifest = report.generation.manifest
    return {
        "generation": report.generation.id,
        "created": manifest.created,
        "counts": dict(report.counts),
        "models": dict(manifest.models),
        "warnings": list(report.warnings),
    }


def _lines(report: BuildReport) -> Iterator[dict[str, object]]:
    yield {"what": "generation", "value": report.generation.id}
    for name, number in report.counts.items():
        yield {"what": name, "value": number}


@contextmanager
def _progress() -> Iterator[Callable[[Progress], None]]:
    """Something to tell each step to: a bar for each stage on a terminal, a line for each step elsewhere."""
    if not sys.stderr.isatty():
        yield lambda step: tell(f"{step.stage} {step.done}/{step.total} {step.document}")
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bars

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Bars(*columns, console=Console(stderr=True)) as bars:
        stages: dict[str, int] = {}

        def show(step: Progress) -> None:
            if step.stage not in stages:
                stages[step.stage] = bars.add_task(step.stage, total=step.total)
            bars.update(stages[step.stage], completed=step.done)  # type: ignore[arg-type]

        yield show
