"""How close clauses are in meaning, told by the vectors of a sentence encoder."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ingest.encoding import Encoder
from ingest.model.comparison import Clause

_CHARACTERS = 400
_UNRELATED = 0.2
"""The cosine of clauses that have nothing to do with each other: one in twenty of those compared has less."""


class Meanings:
    """Compares the meanings of ``clauses``, by their positions. What no question is about is never embedded; what is,
    once for all clauses with the same words, and kept in half precision.
    """

    def __init__(self, clauses: Sequence[Clause], encoder: Encoder) -> None:
        self._clauses, self._encoder = clauses, encoder
        self._vectors: dict[str, NDArray[np.float16]] = {}

    def closeness(self, pairs: Sequence[tuple[int, int]]) -> list[float]:
        """How close the two clauses of each pair are, 0 to 1."""
        texts = [(self._text(one), self._text(other)) for one, other in pairs]
        unknown = [text for text in dict.fromkeys(text for pair in texts for text in pair) if text not in self._vectors]
        self._vectors |= zip(unknown, self._encoder.encode(unknown).astype(np.float16), strict=True)
        return [self._close(one, other) for one, other in texts]

    def _close(self, one: str, other: str) -> float:
        cosine = float(self._vector(one) @ self._vector(other))
        return max(0.0, (cosine - _UNRELATED) / (1 - _UNRELATED))

    def _text(self, position: int) -> str:
        return " ".join(self._clauses[position].text.split())[:_CHARACTERS]

    def _vector(self, text: str) -> NDArray[np.float32]:
        return self._vectors[text].astype(np.float32)
