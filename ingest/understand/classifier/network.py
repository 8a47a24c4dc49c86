"""The classifier: a small transformer whose weights lie beside this file, on the word pieces of the packaged encoder.

What it is, what it was trained with and how well it does is told by MODEL_CARD.md.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import torch
from transformers import BertConfig, BertModel

from ingest.encoding.weights import (
    CONFIG,
    FOLDER,
    PADDING,
    WEIGHTS,
    number_of,
    open_tokenizer,
    read_weights,
)
from ingest.model.statements import Kind
from ingest.understand.classifier.passages import Chances, Passage
from ingest.understand.classifier.pieces import Pieces, pieces_of

MODEL = Path(__file__).with_name("model")
KINDS: tuple[Kind | None, ...] = (None, *Kind)
"""What the classifier chooses from, in the order of its outputs; None is for words that state nothing."""
SHARED = "embeddings.word_embeddings.weight"
"""The weights that are not its own but the packaged encoder's."""
_AT_ONCE = 16
_WIDTH = 256
_STEP = 8


class Network(torch.nn.Module):
    """A transformer over the pieces of a passage; the mean over those of the clause itself gives the kind."""

    def __init__(self, config: BertConfig) -> None:
        super().__init__()
        self.transformer = BertModel(config, add_pooling_layer=False)
        self.kind = torch.nn.Sequential(
            torch.nn.Linear(config.hidden_size, _WIDTH),
            torch.nn.GELU(),
            torch.nn.Dropout(config.hidden_dropout_prob),
            torch.nn.Linear(_WIDTH, len(KINDS)),
        )

    def forward(self, pieces: torch.Tensor, own: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """The logits of KINDS: (passages, kinds). ``pieces``, ``own`` and ``mask`` are as ``padded`` gives them."""
        states = self.transformer(pieces, mask, own).last_hidden_state
        shares = own / own.sum(1, keepdim=True)
        means = (shares.unsqueeze(1).to(states.dtype) @ states).squeeze(1)
        logits: torch.Tensor = self.kind(means).float()
        return logits


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
        self._padding = number_of(self._tokenizer, PADDING)
        self._network = Network(BertConfig(**settings["transformer"]))
        weights = read_weights(folder / WEIGHTS)
        weights[f"transformer.{SHARED}"] = read_weights(FOLDER / WEIGHTS, names=[SHARED])[SHARED]
        self._network.load_state_dict(weights, assign=True)
        self._network.eval()

    def chances(self, passages: Sequence[Passage]) -> list[Chances]:
        """How likely each passage is of each kind, from 0 to 1; the chances of one passage add up to 1."""
        pieces = pieces_of(self._tokenizer, passages)
        rows = torch.softmax(logits(self._network, pieces, self._padding) / self._temperature, 1).tolist()
        return [dict(zip(KINDS, row, strict=True)) for row in rows]


def logits(network: Network, pieces: Sequence[Pieces], padding: int) -> torch.Tensor:
    """What ``network`` makes of passages: (passages, kinds). Those that are about as long are read together."""
    order = sorted(range(len(pieces)), key=lambda turn: len(pieces[turn].numbers))
    found = torch.zeros(len(pieces), len(KINDS))
    with torch.inference_mode():
        for first in range(0, len(order), _AT_ONCE):
            turns = order[first : first + _AT_ONCE]
            found[turns] = network(*padded([pieces[turn] for turn in turns], padding))
    return found


def padded(batch: Sequence[Pieces], padding: int) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """The pieces, 1 for those of the clause itself, and 1 for those that are there: (passages, pieces) all three."""
    longest = -(-max(len(one.numbers) for one in batch) // _STEP) * _STEP
    numbers = torch.full((len(batch), longest), padding)
    own, mask = torch.zeros_like(numbers), torch.zeros_like(numbers)
    for row, one in enumerate(batch):
        size = len(one.numbers)
        numbers[row, :size], own[row, :size], mask[row, :size] = torch.tensor(one.numbers), torch.tensor(one.own), 1
    return numbers, own, mask
