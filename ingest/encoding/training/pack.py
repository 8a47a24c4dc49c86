"""The taught model in the small form in which it is shipped."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import torch
from safetensors.torch import save_file
from transformers import BertModel

from ingest.encoding.packaged import CONFIG, SCALE, TOKENIZER, WEIGHTS

_MOST = 127
_KEPT = (
    *("vocab_size", "hidden_size", "num_hidden_layers", "num_attention_heads", "intermediate_size"),
    *("max_position_embeddings", "type_vocab_size", "layer_norm_eps", "pad_token_id"),
)


def pack(model: BertModel, tokenizer: Path, version: str, folder: Path) -> None:
    """Write ``model`` into ``folder``: matrices as whole numbers from -127 to 127 with a scale for each row, the rest
    in half precision; with the tokenizer in the file ``tokenizer`` and a configuration that states the ``version``.
    """
    folder.mkdir(parents=True, exist_ok=True)
    packed = {}
    for name, weights in model.state_dict().items():
        if weights.dim() == 2:
            scales = (weights.abs().amax(1, keepdim=True).clamp(min=1e-8) / _MOST).half()
            packed[name] = torch.round(weights / scales.float()).clamp(-_MOST, _MOST).to(torch.int8)
            packed[name + SCALE] = scales
        else:
            packed[name] = weights.half()
    save_file(packed, folder / WEIGHTS)
    sizes = model.config.to_dict()
    config = {"version": version, **{name: sizes[name] for name in _KEPT}}
    (folder / CONFIG).write_text(json.dumps(config, indent=1) + "\n", encoding="utf-8")
    shutil.copyfile(tokenizer, folder / TOKENIZER)
