"""The recipe: `python -m ingest.understand.classifier.training trial|make --help`."""

from __future__ import annotations

import json
import random
from itertools import islice
from pathlib import Path
from typing import Annotated

import torch
import typer

from ingest.encoding.weights import CONFIG, FOLDER
from ingest.understand.classifier.network import KINDS, MODEL, Network
from ingest.understand.classifier.passages import Passage
from ingest.understand.classifier.training.examples import Example, read_examples, read_passages
from ingest.understand.classifier.training.pack import pack
from ingest.understand.classifier.training.train import (
    PUPIL,
    TEACHER,
    Settings,
    begin,
    best_temperature,
    judged,
    labelled,
    pupils_lessons,
    teach,
)

_FIFTH = 5

app = typer.Typer(help=__doc__, no_args_is_help=True)
Texts = Annotated[Path, typer.Argument(help="Folder with the labelled agreements.")]
Labels = Annotated[Path, typer.Argument(help="Their labels, as JSON Lines.")]
Unlabelled = Annotated[Path, typer.Argument(help="Folder with texts without labels (*.md, *.txt).")]
Most = Annotated[int, typer.Option(help="How many clauses of these are read.")]


@app.command()
def trial(texts: Texts, labels: Labels, unlabelled: Unlabelled, most: Most = 40_000) -> None:
    """Leave each fifth agreement out, and tell what is right of it and which temperature fits."""
    examples, passages, settings = _material(texts, labels, unlabelled, most)
    documents = sorted({one.document for one in examples})
    left = set(random.sample(documents, len(documents) // _FIFTH))
    network = _pupil([one for one in examples if one.document not in left], passages, settings)
    unseen = [one for one in examples if one.document in left and one.weight == 1]
    _, found = judged(network, [one.passage for one in unseen])
    right = sum(KINDS[int(row.argmax())] is one.kind for row, one in zip(found, unseen, strict=True))
    typer.echo(f"{right} of {len(unseen)} right; temperature {best_temperature(found, unseen)}")


@app.command()
def make(
    texts: Texts,
    labels: Labels,
    unlabelled: Unlabelled,
    version: Annotated[str, typer.Option(help="The version that generations will name.")],
    temperature: Annotated[float, typer.Option(help="As the trial told.")],
    most: Most = 40_000,
    folder: Annotated[Path, typer.Option(help="Folder of the packaged classifier.")] = MODEL,
) -> None:
    """Teach the classifier with all labelled agreements and pack it."""
    examples, passages, settings = _material(texts, labels, unlabelled, most)
    pack(_pupil(examples, passages, settings), version, temperature, folder)


def _material(texts: Path, labels: Path, unlabelled: Path, most: int) -> tuple[list[Example], list[Passage], Settings]:
    torch.set_num_threads(1)
    torch.manual_seed(1)
    random.seed(1)
    settings = json.loads((FOLDER / CONFIG).read_text(encoding="utf-8"))
    del settings["version"]
    paths = sorted([*unlabelled.rglob("*.md"), *unlabelled.rglob("*.txt")])
    passages = list(islice(read_passages(random.sample(paths, len(paths))), most))
    examples = list(read_examples(texts, labels))
    typer.echo(f"{len(examples)} labelled clauses, {len(passages)} without labels")
    return examples, passages, settings


def _pupil(examples: list[Example], passages: list[Passage], settings: Settings) -> Network:
    teacher = begin(settings, TEACHER.layers)
    teach(teacher, labelled(examples), TEACHER, typer.echo)
    pupil = begin(settings, PUPIL.layers)
    teach(pupil, pupils_lessons(teacher, examples, passages), PUPIL, typer.echo)
    return pupil


if __name__ == "__main__":
    app()
