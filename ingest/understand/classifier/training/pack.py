"""The taught network in the small form in which it is shipped."""

from __future__ import annotations

import json
from pathlib import Path

from ingest.encoding.training.pack import sizes_of
from ingest.encoding.weights import CONFIG, WEIGHTS, write_weights
from ingest.understand.classifier.network import SHARED, Network


def pack(network: Network, version: str, temperature: float, folder: Path) -> None:
    """Write ``network`` into ``folder``, without the weights that it shares with the packaged encoder."""
    folder.mkdir(parents=True, exist_ok=True)
    weights = {name: tensor for name, tensor in network.state_dict().items() if not name.endswith(SHARED)}
    write_weights(weights, folder / WEIGHTS)
    settings = {"version": version, "temperature": temperature, "transformer": sizes_of(network.transformer)}
    (folder / CONFIG).write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")
