"""The options that commands share."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

DEFAULT_CORPUS = Path("corpus")
DEFAULT_DATA = Path("data")

Corpus = Annotated[Path, typer.Option("--corpus", metavar="DIR", help="Folder with the agreements.")]

Data = Annotated[
    Path, typer.Option("--data", metavar="DIR", envvar="AFSPRAKEN_DATA", help="Folder that holds the graph.")
]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to this file; its suffix tells the format.")
]
Questions = Annotated[
    Path | None, typer.Option("--from", metavar="FILE", help="JSON Lines with an id and a question each.")
]
Documents = Annotated[list[str] | None, typer.Option("--document", metavar="ID", help="Only in this agreement.")]
Actors = Annotated[
    list[str] | None, typer.Option("--actor", metavar="NAME", help="Only with this actor, by any of its names.")
]
Bearers = Annotated[list[str] | None, typer.Option("--bearer", metavar="NAME", help="Only borne by this actor.")]
Kinds = Annotated[list[str] | None, typer.Option("--kind", metavar="KIND", help="Only of this kind, such as duty.")]
Types = Annotated[
    list[str] | None,
    typer.Option("--type", metavar="TYPE", help="Only of this type: date, or deadline for contradictions."),
]
About = Annotated[
    list[str] | None, typer.Option("--type", metavar="TYPE", help="Only about this, such as deadline or amount.")
]
Scopes = Annotated[list[str] | None, typer.Option("--scope", metavar="SCOPE", help="Only between, within or practice.")]
Severities = Annotated[
    list[str] | None, typer.Option("--severity", metavar="SEVERITY", help="Only hard, or only soft.")
]
Statuses = Annotated[
    list[str] | None, typer.Option("--status", metavar="STATUS", help="Only open, superseded or explained.")
]
Verdicts = Annotated[
    list[str] | None,
    typer.Option("--verdict", metavar="VERDICT", help="Only judged agree, not-a-contradiction or explained."),
]
Proposals = Annotated[
    bool, typer.Option("--proposals", help="Proposals too: pairs on which the texts allow no outcome.")
]
Letters = Annotated[list[str] | None, typer.Option("--role", metavar="LETTER", help="Only R, A, S, C or I.")]
Basis = Annotated[str | None, typer.Option("--basis", metavar="BASIS", help="Only from a matrix, or only from a norm.")]
Words = Annotated[str | None, typer.Option("--words", "-q", metavar="WORDS", help="Only with all these words.")]
Since = Annotated[
    datetime | None, typer.Option("--from", formats=["%Y-%m-%d"], help="Only with a time on or after this day.")
]
Until = Annotated[
    datetime | None, typer.Option("--to", formats=["%Y-%m-%d"], help="Only with a time on or before this day.")
]
Least = Annotated[float | None, typer.Option("--min-confidence", min=0, max=1, help="Only this sure or surer.")]
