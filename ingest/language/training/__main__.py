"""The recipe's steps: `python -m ingest.language.training prepare|conversion|train|assemble|evaluate --data DIR`."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import spacy
import typer

from ingest.language.pipeline import MODEL_DIRECTORY
from ingest.language.training.alpino import read_treebanks
from ingest.language.training.check import conversion_figures
from ingest.language.training.convert import converted_treebanks
from ingest.language.training.evaluate import evaluate as measure
from ingest.language.training.prepare import ARCHIVE, DEVELOPMENT, UD_TRAINING, divide, texts, write_docs
from ingest.language.training.sentences import read_conllu
from ingest.language.training.train import assemble as put_together
from ingest.language.training.train import train as train_networks
from ingest.language.training.train import write_pipeline
from ingest.language.training.vectors import write_vectors

app = typer.Typer(help=__doc__, no_args_is_help=True)
Data = Annotated[Path, typer.Option(help="Folder with the treebanks: alpino-treebanks.tar.gz and ud/*.conllu.gz.")]
Work = Annotated[Path, typer.Option(help="Folder for working files.")]
Model = Annotated[Path, typer.Option(help="Folder of the finished pipeline.")]
WORK = Path(".cache/language/work")


@app.command()
def prepare(data: Data, work: Work = WORK) -> None:
    """Read, convert and divide the treebanks; write them for spaCy."""
    work.mkdir(parents=True, exist_ok=True)
    division = divide(data)
    typer.echo("vectors")
    write_vectors(texts(data, division), work / "vectors")
    for name, sentences in (("train", division.training), ("dev", division.development)):
        typer.echo(f"{name}: {write_docs(sentences, work / f'{name}.spacy')} sentences")


@app.command()
def conversion(data: Data) -> None:
    """Measure the conversion on the sentences that the archive and the UD files outside the test share."""
    universal = [sentence for name in (DEVELOPMENT, *UD_TRAINING) for sentence in read_conllu(data / name)]
    typer.echo(json.dumps(conversion_figures(converted_treebanks(read_treebanks(data / ARCHIVE)), universal), indent=2))


@app.command()
def train(data: Data, work: Work = WORK, steps: int = 3400) -> None:
    """Train the networks on the prepared files, after preparing them where they are missing."""
    if not (work / "train.spacy").exists():
        prepare(data, work)
    train_networks(work, steps)


@app.command()
def assemble(data: Data, work: Work = WORK, model: Model = MODEL_DIRECTORY) -> None:
    """Learn the lemmatiser, join it to the best networks and write the finished pipeline."""
    write_pipeline(put_together(work, divide(data).training), model)


@app.command()
def evaluate(data: Data, model: Model = MODEL_DIRECTORY, report: Path | None = None) -> None:
    """Measure the finished pipeline on the test sentences; `report` names a JSON file to write the figures to."""
    figures = measure(spacy.load(model), divide(data).test)
    text = json.dumps(asdict(figures), indent=2)
    typer.echo(text)
    if report is not None:
        report.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    app()
