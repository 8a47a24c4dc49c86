"""The classifier: a small transformer whose weights lie beside this file, on the word pieces of the packaged encoder.

What it is, what it was trained with and how well it does is told by MODEL_CARD.md.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby
from pathlib import Path

import torch

from ingest.encoding.weights import CONFIG, FOLDER, WEIGHTS, open_tokenizer, read_weights
from ingest.model.statements import Kind
from ingest.understand.classifier.passages import Chances, Passage
from ingest.understand.classifier.pieces import Pieces, pieces_of
from ingest.understand.classifier.transformer import Transformer

MODEL = Path(__file__).with_name("model")
KINDS: tuple[Kind | None, ...] = (None, *Kind)
"""What the classifier chooses from, in the order of its outputs; None is for words that state nothing."""
SHARED = "embeddings.word_embeddings.weight"
"""The weights that are not its own but the packaged encoder's."""
_AT_ONCE = 960


class Classifier:
    """Tells how likely a clause is of each kind, or of none. ``version`` says which weights it has.

    A chance is the softmax of the network's output divided by ``temperature``, which was fitted to labelled texts that
    the network had not learned from (Guo and others, On Calibration of Modern Neural Networks, 2017).
    """

    def __init__(self, folder: Path = MODEL) -> None:
        settings = json.loads((folder / CONFIG).read_text(encoding="utf-8"))
        self.version: str = settings["version"]
        self._temperature: float = settings["temperature"]
        self._tokenizer = open_tokenizer(FOLDER)
        weights = read_weights(folder / WEIGHTS)
        weights[f"transformer.{SHARED}"] = read_weights(FOLDER / WEIGHTS, names=[SHARED])[SHARED]
        sizes = settings["transformer"]
        self._transformer = Transformer(
            weights, sizes["num_hidden_layers"], sizes["num_attention_heads"], sizes["layer_norm_eps"]
        )

    def chances(self, passages: Sequence[Passage]) -> list[Chances]:
        """How likely each passage is of each kind, from 0 to 1; the chances of one passage add up to 1."""
        pieces = pieces_of(self._tokenizer, passages)
        found = torch.zeros(len(pieces), len(KINDS))
        with torch.inference_mode():
            for turns in _together(pieces):
                found[turns] = self._transformer.logits([pieces[turn] for turn in turns])
        rows = torch.softmax(found / self._temperature, 1).tolist()
        return [dict(zip(KINDS, row, strict=True)) for row in rows]


def _together(passages: Sequence[Pieces]) -> Iterator[list[int]]:
    """Which passages are read together, the shortest first."""
    order = sorted(range(len(passages)), key=lambda turn: len(passages[turn].numbers))
    ends = accumulate(len(passages[turn].numbers) for turn in order)
    for _, group in groupby(zip(order, ends, strict=True), key=lambda one: one[1] // _AT_ONCE):
        yield [turn for turn, _ in group]
