"""The published model cut to the word pieces of Dutch and English, as a folder that transformers can read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors
from transformers import BertConfig, BertModel

from ingest.encoding.training.published import Published
from ingest.encoding.weights import TOKENIZER

_SPECIAL = 4
_LEAST = 2
_COMMON = 40_000
_LATIN = 0x180
_WORD_PIECE = re.compile("▁?[A-Za-z]+")
_MATRICES = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "fi": "intermediate.dense",
    "fo": "output.dense",
}
_NORMS = {"aln": "attention.output.LayerNorm", "oln": "output.LayerNorm"}


def kept_pieces(published: Published, texts: Iterable[str]) -> list[int]:
    """The pieces to keep: those that stand twice in ``texts``, single Latin letters, and the commonest pieces of Latin
    letters, which English shares with other languages.
    """
    tokenizer = _tokenizer(published, range(len(published.pieces)))
    counts: Counter[int] = Counter()
    for text in texts:
        counts.update(tokenizer.encode(text).ids)
    return [
        place
        for place, piece in enumerate(published.pieces)
        if place < _SPECIAL
        or counts[place] >= _LEAST
        or (len(piece) == 1 and ord(piece) < _LATIN)
        or (place < _COMMON and _WORD_PIECE.fullmatch(piece))
    ]


def write_base(published: Published, kept: Sequence[int], folder: Path) -> None:
    """Write the model with the pieces ``kept`` and its tokenizer into ``folder``."""
    model = BertModel(
        BertConfig(vocab_size=len(kept), pad_token_id=1, **published.sizes),  # type: ignore[arg-type]
        add_pooling_layer=False,
    )
    model.load_state_dict(_weights(published, kept), strict=True)
    model.save_pretrained(folder)
    tokenizer = _tokenizer(published, kept)
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", special_tokens=[("<s>", 0), ("</s>", 2)]
    )
    tokenizer.save(str(folder / TOKENIZER))


def _tokenizer(published: Published, kept: Iterable[int]) -> Tokenizer:
    vocabulary = [(published.pieces[place], float(published.scores[place])) for place in kept]
    tokenizer = Tokenizer(models.Unigram(vocabulary, unk_id=_SPECIAL - 1, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFKC(), normalizers.Replace(Regex(r"\s+"), " ")])
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
    tokenizer.decoder = decoders.Metaspace()
    return tokenizer


def _weights(published: Published, kept: Sequence[int]) -> Mapping[str, torch.Tensor]:
    tensors, width = published.tensors, int(published.sizes["hidden_size"])

    def rows(name: str, columns: int = width) -> torch.Tensor:
        return torch.from_numpy(np.array(tensors[name])).reshape(-1, columns)

    def row(name: str) -> torch.Tensor:
        return torch.from_numpy(np.array(tensors[name]))

    weights = {
        "embeddings.word_embeddings.weight": rows("emb.word")[list(kept)],
        "embeddings.position_embeddings.weight": rows("emb.pos"),
        "embeddings.token_type_embeddings.weight": rows("emb.type"),
        "embeddings.LayerNorm.weight": row("emb.ln.w"),
        "embeddings.LayerNorm.bias": row("emb.ln.b"),
    }
    for layer in range(int(published.sizes["num_hidden_layers"])):
        to, of = f"encoder.layer.{layer}", f"l{layer}"
        for short, name in _MATRICES.items():
            columns = int(published.sizes["intermediate_size"]) if short == "fo" else width
            weights[f"{to}.{name}.weight"] = rows(f"{of}.{short}.w", columns)
            weights[f"{to}.{name}.bias"] = row(f"{of}.{short}.b")
        for short, name in _NORMS.items():
            weights[f"{to}.{name}.weight"] = row(f"{of}.{short}.w")
            weights[f"{to}.{name}.bias"] = row(f"{of}.{short}.b")
    return weights
