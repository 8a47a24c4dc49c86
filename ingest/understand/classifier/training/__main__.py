"""The recipe: `python -m ingest.understand.classifier.training trial|make --help`."""

from __future__ import annotations

import json
import random
from dataclasses import dataclass
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
    blended,
    judged,
    labelled,
    pupils_lessons,
    teach,
)

_FIFTH = 5

app = typer.Typer(help=__doc__, no_args_is_help=True)
Agreements = Annotated[Path, typer.Argument(help="Folder with labelled agreements: texts/ and dev.jsonl.")]
Narrative = Annotated[Path, typer.Argument(help="The same with texts that settle little.")]
Regulations = Annotated[Path, typer.Argument(help="Folder with regulations (*.md, *.txt).")]
Clauses = Annotated[Path, typer.Argument(help="Labels of some of these, as JSON Lines.")]
Most = Annotated[int, typer.Option(help="How many clauses of regulations without labels are read.")]


@dataclass(frozen=True, slots=True)
class Material:
    """What the networks learn from: labelled clauses of agreements, those with all others, clauses without labels, and
    the ``settings`` of the packaged encoder.
    """

    agreements: list[Example]
    all: list[Example]
    passages: list[Passage]
    settings: Settings


@app.command()
def trial(
    agreements: Agreements, narrative: Narrative, regulations: Regulations, clauses: Clauses, most: Most = 40_000
) -> None:
    """Leave each fifth agreement out, and tell what is right of it and which temperature fits."""
    material = _material(agreements, narrative, regulations, clauses, most)
    documents = sorted({one.document for one in material.agreements})
    left = set(random.sample(documents, len(documents) // _FIFTH))
    kept = [[one for one in found if one.document not in left] for found in (material.agreements, material.all)]
    network = _taught(Material(kept[0], kept[1], material.passages, material.settings))
    unseen = [one for one in material.agreements if one.document in left and one.weight == 1]
    _, found = judged(network, [one.passage for one in unseen])
    right = sum(KINDS[int(row.argmax())] is one.kind for row, one in zip(found, unseen, strict=True))
    typer.echo(f"{right} of {len(unseen)} right; temperature {best_temperature(found, unseen)}")


@app.command()
def make(
    agreements: Agreements,
    narrative: Narrative,
    regulations: Regulations,
    clauses: Clauses,
    version: Annotated[str, typer.Option(help="The version that generations will name.")],
    temperature: Annotated[float, typer.Option(help="As the trial told.")],
    most: Most = 40_000,
    folder: Annotated[Path, typer.Option(help="Folder of the packaged classifier.")] = MODEL,
) -> None:
    """Teach the classifier with all labels and pack it."""
    material = _material(agreements, narrative, regulations, clauses, most)
    pack(_taught(material), version, temperature, folder)


def _material(agreements: Path, narrative: Path, regulations: Path, clauses: Path, most: int) -> Material:
    torch.set_num_threads(1)
    torch.manual_seed(1)
    random.seed(1)
    settings = json.loads((FOLDER / CONFIG).read_text(encoding="utf-8"))
    del settings["version"]
    paths = sorted([*regulations.rglob("*.md"), *regulations.rglob("*.txt")])
    passages = list(islice(read_passages(random.sample(paths, len(paths))), most))
    examples = list(read_examples(agreements / "texts", agreements / "dev.jsonl"))
    others = [*read_examples(narrative / "texts", narrative / "dev.jsonl"), *read_examples(regulations, clauses)]
    typer.echo(f"{len(examples)} and {len(others)} labelled clauses, {len(passages)} without labels")
    return Material(examples, [*examples, *others], passages, settings)


def _taught(material: Material) -> Network:
    """The mean of a pupil that knows agreements alone and of one that knows all."""
    pupils = (_pupil(examples, material) for examples in (material.agreements, material.all))
    return blended(begin(material.settings, PUPIL.layers), *pupils)


def _pupil(examples: list[Example], material: Material) -> Network:
    teacher = begin(material.settings, TEACHER.layers)
    teach(teacher, labelled(examples), TEACHER, typer.echo)
    pupil = begin(material.settings, PUPIL.layers)
    teach(pupil, pupils_lessons(teacher, examples, material.passages), PUPIL, typer.echo)
    return pupil


if __name__ == "__main__":
    app()
