"""The packaged encoder as a module of sentence-transformers: a small transformer whose weights lie beside this file.

What it is, what it was trained with and how well it does is told by MODEL_CARD.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from sentence_transformers.base.modules import InputModule
from tokenizers import Tokenizer
from transformers import BertConfig, BertModel

from ingest.encoding.weights import CONFIG, FOLDER, WEIGHTS, open_tokenizer, read_weights

_LONGEST = 160
_VECTORS = "sentence_embedding"


class ClauseEncoder(InputModule):
    """Turns questions and clauses into vectors: the mean of what the transformer makes of their word pieces, of which
    a text has 160 at most. Torch is set to one thread: texts are short, and threads that wait for each other on a busy
    machine cost more than they bring.
    """

    def __init__(self, folder: Path = FOLDER) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        torch.set_num_threads(1)
        self._tokenizer = open_tokenizer(folder, _LONGEST)
        self.model = _read_model(folder)

    def preprocess(self, inputs: Sequence[Any], prompt: str | None = None, **_: Any) -> dict[str, Any]:
        """The word pieces of the texts, after ``prompt`` if there is one: (texts, pieces), padded."""
        pieces, mask = pieces_of(self._tokenizer, [f"{prompt or ''}{text}" for text in inputs])
        return {"input_ids": pieces, "attention_mask": mask}

    def forward(self, features: dict[str, Any], **_: Any) -> dict[str, Any]:
        """``features`` with a vector for each text."""
        return {**features, _VECTORS: means(self.model, features["input_ids"], features["attention_mask"])}

    def get_embedding_dimension(self) -> int:
        """How long a vector is."""
        return int(self.model.config.hidden_size)

    def save(self, output_path: str, *_: Any, **__: Any) -> None:
        """Nothing is kept: the weights come with the product."""


def pieces_of(tokenizer: Tokenizer, texts: Sequence[str]) -> tuple[torch.Tensor, torch.Tensor]:
    """The word pieces of the texts, and 1 where one stands, 0 where the text is padded: (texts, pieces) both."""
    pieces = tokenizer.encode_batch(list(texts))
    return torch.tensor([one.ids for one in pieces]), torch.tensor([one.attention_mask for one in pieces])


def means(model: BertModel, pieces: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """The mean of what ``model`` makes of the pieces of each text: (texts, dimensions)."""
    states: torch.Tensor = model(pieces, mask).last_hidden_state.float()
    return ((mask / mask.sum(1, keepdim=True)).unsqueeze(1) @ states).squeeze(1)


def _read_model(folder: Path) -> BertModel:
    model = BertModel(BertConfig.from_json_file(folder / CONFIG), add_pooling_layer=False)
    model.load_state_dict(read_weights(folder / WEIGHTS), assign=True)
    model.eval()  # type: ignore[no-untyped-call]
    return model
