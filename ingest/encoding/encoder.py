"""Texts to vectors, through sentence-transformers and never over a network."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np

from ingest.errors import InputError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

PACKAGED = "clause-encoder"
"""The model that comes with the product."""
_AT_ONCE = 32


class Encoder:
    """A model that turns texts into vectors of length one. ``name`` says which, with its version where it has one:
    vectors of models with different names are never compared.
    """

    def __init__(self, name: str, model: SentenceTransformer) -> None:
        self.name = name
        self.dimension = int(model.get_embedding_dimension() or 0)
        self._model = model

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """One row for each text."""
        if not texts:
            return np.empty((0, self.dimension), dtype=np.float32)
        vectors = self._model.encode(
            list(texts), batch_size=_AT_ONCE, normalize_embeddings=True, show_progress_bar=False
        )
        return vectors.astype(np.float32, copy=False)


def model_name(model: str) -> str:
    """The name under which the vectors of ``model`` (as a setting names it) are kept, without loading it."""
    return f"{PACKAGED} {_packaged_version()}" if model == PACKAGED else model


@cache
def load_encoder(model: str = PACKAGED) -> Encoder:
    """The encoder that ``model`` names: the packaged one, or a folder or cached model of sentence-transformers.

    Raises InputError when this machine does not hold the model; nothing is ever downloaded.
    """
    os.environ["HF_HUB_OFFLINE"] = "1"
    from sentence_transformers import SentenceTransformer

    if model == PACKAGED:
        from ingest.encoding.packaged import ClauseEncoder

        return Encoder(model_name(model), SentenceTransformer(modules=[ClauseEncoder()], device="cpu"))
    try:
        return Encoder(model_name(model), SentenceTransformer(model, device="cpu", local_files_only=True))
    except (OSError, ValueError) as error:
        raise InputError(
            f"the embedding model '{model}' is not on this machine",
            f"name the folder of a model in AFSPRAKEN_EMBEDDING_MODEL, or leave it out to take {PACKAGED}",
        ) from error


@cache
def _packaged_version() -> str:
    config = files("ingest.encoding").joinpath("model/config.json").read_text(encoding="utf-8")
    return str(json.loads(config)["version"])
