"""The taught model in the small form in which it is shipped."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from transformers import BertModel

from ingest.encoding.weights import CONFIG, TOKENIZER, WEIGHTS, write_weights

_KEPT = (
    *("vocab_size", "hidden_size", "num_hidden_layers", "num_attention_heads", "intermediate_size"),
    *("max_position_embeddings", "type_vocab_size", "layer_norm_eps", "pad_token_id"),
)


def sizes_of(model: BertModel) -> dict[str, int | float]:
    """What the shape of ``model`` is told by."""
    sizes = model.config.to_dict()
    return {name: sizes[name] for name in _KEPT}


def pack(model: BertModel, tokenizer: Path, version: str, folder: Path) -> None:
    """Write ``model`` into ``folder``: matrices as whole numbers from -127 to 127 with a scale for each row, the rest
    in half precision; with the tokenizer in the file ``tokenizer`` and a configuration that states the ``version``.
    """
    folder.mkdir(parents=True, exist_ok=True)
    write_weights(model.state_dict(), folder / WEIGHTS)
    config = {"version": version, **sizes_of(model)}
    (folder / CONFIG).write_text(json.dumps(config, indent=1) + "\n", encoding="utf-8")
    shutil.copyfile(tokenizer, folder / TOKENIZER)
