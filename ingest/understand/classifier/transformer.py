"""The classifier's arithmetic: a transformer on passages laid end to end, so that little is worked out for padding, and
in its last layer nothing but the pieces of the clauses themselves.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

import torch
from torch.nn.functional import gelu, layer_norm, linear, scaled_dot_product_attention

from ingest.understand.classifier.pieces import Pieces

_STEP, _WIDTH = 256, 16
"""To what pieces and passages are filled up: processors multiply matrices of few different sizes fastest."""
_ALL = slice(None)


@dataclass(frozen=True, slots=True)
class Transformer:
    """``weights`` by name, as a BertModel and the layers behind it have them, and what their sizes do not tell."""

    weights: Mapping[str, torch.Tensor]
    layers: int
    heads: int
    epsilon: float

    def logits(self, passages: Sequence[Pieces]) -> torch.Tensor:
        """What speaks for each kind: (passages, kinds). ``passages`` come with the shortest first."""
        laid = _laid_out(passages)
        states = self._embedded(laid)
        for layer in range(self.layers):
            states = self._layer(layer, states, laid, last=layer == self.layers - 1)
        counts = torch.tensor([sum(one.own) for one in passages])
        owners = torch.repeat_interleave(counts)
        shares = torch.zeros(len(passages), len(states))
        shares[owners, torch.arange(len(owners))] = 1 / counts[owners]
        means = shares.to(states.dtype) @ states
        return self._linear("kind.3", gelu(self._linear("kind.0", means))).float()

    def _embedded(self, laid: _Laid) -> torch.Tensor:
        name = "transformer.embeddings"
        words, owned, places = (
            self.weights[f"{name}.{part}_embeddings.weight"] for part in ("word", "token_type", "position")
        )
        return self._norm(name, words[laid.numbers] + owned[laid.own] + places[laid.places])

    def _layer(self, layer: int, states: torch.Tensor, laid: _Laid, *, last: bool) -> torch.Tensor:
        """The states of all pieces after a layer that reads ``states``; after the ``last`` those that are asked for."""
        name = f"transformer.encoder.layer.{layer}"
        before = states[laid.asked] if last else states
        queries = self._linear(f"{name}.attention.self.query", before)
        keys = self._linear(f"{name}.attention.self.key", states)
        values = self._linear(f"{name}.attention.self.value", states)
        seen = torch.zeros_like(before)
        for rows in laid.rows:
            at, slots = (rows.asked, rows.asked_slots) if last else (rows.pieces, rows.slots)
            seen[at] = rows.attended(
                rows.spread(queries[at], slots, self.heads),
                rows.spread(keys[rows.pieces], rows.slots, self.heads),
                rows.spread(values[rows.pieces], rows.slots, self.heads),
            )[slots]
        attended = self._norm(f"{name}.attention.output", self._linear(f"{name}.attention.output.dense", seen) + before)
        wide = gelu(self._linear(f"{name}.intermediate.dense", attended))
        return self._norm(f"{name}.output", self._linear(f"{name}.output.dense", wide) + attended)

    def _linear(self, name: str, states: torch.Tensor) -> torch.Tensor:
        return linear(states, self.weights[f"{name}.weight"], self.weights[f"{name}.bias"])

    def _norm(self, name: str, states: torch.Tensor) -> torch.Tensor:
        weight, bias = self.weights[f"{name}.LayerNorm.weight"], self.weights[f"{name}.LayerNorm.bias"]
        return layer_norm(states, weight.shape, weight, bias, self.epsilon)


@dataclass(frozen=True, slots=True)
class _Rows:
    """Passages that are about as long, in rows of equal width, which pieces look at each other in.

    ``pieces`` and ``asked`` are theirs among all pieces and among those that are asked for, ``slots`` and
    ``asked_slots`` tell where in the rows these go, and ``there`` which slots have one.
    """

    pieces: slice
    asked: slice
    slots: torch.Tensor
    asked_slots: torch.Tensor
    there: torch.Tensor

    def spread(self, states: torch.Tensor, slots: torch.Tensor, heads: int) -> torch.Tensor:
        """States of pieces in their slots: (rows, heads, width, size of a head)."""
        spread = states.new_zeros(self.there.numel(), states.shape[1])
        spread[slots] = states
        return spread.view(*self.there.shape, heads, -1).transpose(1, 2)

    def attended(self, queries: torch.Tensor, keys: torch.Tensor, values: torch.Tensor) -> torch.Tensor:
        """What the pieces see of each other, slot by slot."""
        mask = self.there[:, None, None]
        return (
            scaled_dot_product_attention(queries, keys, values, attn_mask=mask).transpose(1, 2).flatten(2).flatten(0, 1)
        )


@dataclass(frozen=True, slots=True)
class _Laid:
    """Passages laid end to end with blanks behind them: the ``numbers`` of their pieces, which are the clauses'
    ``own``, their ``places`` in their passages, and which are ``asked`` for, also with blanks behind them.
    """

    numbers: torch.Tensor
    own: torch.Tensor
    places: torch.Tensor
    asked: torch.Tensor
    rows: tuple[_Rows, ...]


def _laid_out(passages: Sequence[Pieces]) -> _Laid:
    own = [mark for one in passages for mark in one.own]
    return _Laid(
        numbers=_filled([number for one in passages for number in one.numbers]),
        own=_filled(own),
        places=_filled([place for one in passages for place in range(len(one.numbers))]),
        asked=_filled([index for index, mark in enumerate(own) if mark]),
        rows=tuple(_rows(passages)),
    )


def _rows(passages: Sequence[Pieces]) -> Iterator[_Rows]:
    first = first_asked = 0
    for width, group in groupby(passages, key=lambda one: _rounded(len(one.numbers), _WIDTH)):
        rows = list(group)
        slots = torch.tensor([row * width + place for row, one in enumerate(rows) for place in range(len(one.numbers))])
        asked_slots = slots[torch.tensor([mark for one in rows for mark in one.own], dtype=torch.bool)]
        there = torch.zeros(len(rows) * width, dtype=torch.bool)
        there[slots] = True
        last, last_asked = first + len(slots), first_asked + len(asked_slots)
        yield _Rows(
            slice(first, last), slice(first_asked, last_asked), slots, asked_slots, there.view(len(rows), width)
        )
        first, first_asked = last, last_asked


def _filled(numbers: list[int]) -> torch.Tensor:
    return torch.tensor(numbers + [0] * (_rounded(len(numbers), _STEP) - len(numbers)))


def _rounded(size: int, step: int) -> int:
    return -(-size // step) * step
