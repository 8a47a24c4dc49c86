"""Texts as vectors of meaning: one encoder for whoever compares clauses and whoever finds them."""

from ingest.encoding.encoder import PACKAGED, Encoder, load_encoder, model_name
from ingest.encoding.passages import passage

__all__ = ["PACKAGED", "Encoder", "load_encoder", "model_name", "passage"]
