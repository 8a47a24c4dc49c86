"""The classifier while it learns: the same transformer as a network of transformers, whose weights can be changed."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from transformers import BertConfig, BertModel

from ingest.understand.classifier.network import KINDS
from ingest.understand.classifier.pieces import Pieces

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
