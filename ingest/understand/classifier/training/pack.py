"""The taught network in the small form in which it is shipped."""

from __future__ import annotations

import json
from pathlib import Path

from ingest.encoding.weights import CONFIG, WEIGHTS, write_weights
from ingest.understand.classifier.network import SHARED, Network

_KEPT = (
    *("vocab_size", "hidden_size", "num_hidden_layers", "num_attention_heads", "intermediate_size"),
    *("max_position_embeddings", "type_vocab_size", "layer_norm_eps", "pad_token_id"),
)


def pack(network: Network, version: str, temperature: float, folder: Path) -> None:
    """Write ``network`` into ``folder``, without the weights that it shares with the packaged encoder."""
    folder.mkdir(parents=True, exist_ok=True)
    weights = {name: tensor for name, tensor in network.state_dict().items() if not name.endswith(SHARED)}
    write_weights(weights, folder / WEIGHTS)
    sizes = network.transformer.config.to_dict()
    settings = {"version": version, "temperature": temperature, "transformer": {name: sizes[name] for name in _KEPT}}
    (folder / CONFIG).write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")
