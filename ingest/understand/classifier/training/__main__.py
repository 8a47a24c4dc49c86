"""The recipe: `python -m ingest.understand.classifier.training --help`."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Annotated

import torch
import typer

from ingest.encoding.weights import CONFIG, FOLDER, WEIGHTS, write_weights
from ingest.understand.classifier.network import KINDS, MODEL, SHARED
from ingest.understand.classifier.training.examples import Example, read_examples
from ingest.understand.classifier.training.train import Course, begin, best_temperature, logits, teach

_FIFTH = 5


def main(
    texts: Annotated[Path, typer.Argument(help="Folder with the agreements.")],
    labels: Annotated[Path, typer.Argument(help="Labels of the agreements to learn from, as JSON Lines.")],
    version: Annotated[str, typer.Option(help="The version that generations will name.")],
    folder: Annotated[Path, typer.Option(help="Folder of the packaged classifier.")] = MODEL,
) -> None:
    """Teach the classifier all labelled agreements, after a trial that leaves each fifth out, and pack it."""
    torch.set_num_threads(1)
    torch.manual_seed(1)
    random.seed(1)
    settings = json.loads((FOLDER / CONFIG).read_text(encoding="utf-8"))
    del settings["version"]
    examples, course = list(read_examples(texts, labels)), Course()
    typer.echo(f"{len(examples)} examples")
    temperature = _temperature(examples, course, settings)
    network = begin(settings, course.layers)
    teach(network, examples, course, typer.echo)
    weights = {name: tensor for name, tensor in network.state_dict().items() if not name.endswith(SHARED)}
    folder.mkdir(parents=True, exist_ok=True)
    write_weights(weights, folder / WEIGHTS)
    sizes = {**settings, "num_hidden_layers": course.layers}
    config = {"version": version, "temperature": temperature, "transformer": sizes}
    (folder / CONFIG).write_text(json.dumps(config, indent=1) + "\n", encoding="utf-8")


def _temperature(examples: list[Example], course: Course, settings: dict[str, int | float]) -> float:
    """The temperature that fits the agreements which a network did not learn from; what it gets right is told."""
    documents = sorted({one.document for one in examples})
    left = set(random.sample(documents, len(documents) // _FIFTH))
    unseen = [one for one in examples if one.document in left and one.weight == 1]
    network = begin(settings, course.layers)
    teach(network, [one for one in examples if one.document not in left], course, typer.echo)
    found = logits(network, unseen)
    temperature = best_temperature(found, unseen)
    right = sum(KINDS[int(row.argmax())] is one.kind for row, one in zip(found, unseen, strict=True))
    typer.echo(f"{right} of {len(unseen)} right that it had not seen; temperature {temperature}")
    return temperature


if __name__ == "__main__":
    typer.run(main)
