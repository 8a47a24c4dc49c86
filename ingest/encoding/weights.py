"""Weights and word pieces of a transformer as the product ships them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path

import torch
from safetensors import safe_open
from safetensors.torch import save_file
from tokenizers import Tokenizer

FOLDER = Path(__file__).with_name("model")
"""Where the packaged encoder lies, whose word pieces other models of the product share."""
CONFIG, TOKENIZER, WEIGHTS = "config.json", "tokenizer.json", "weights.safetensors"
PADDING = "<pad>"
_SCALE = ".scale"
_MOST = 127


def read_weights(
    path: Path, names: Collection[str] = (), precision: torch.dtype | None = None
) -> dict[str, torch.Tensor]:
    """The tensors by name that ``write_weights`` wrote, or those in ``names``, in ``precision`` (None: the one that
    suits the processor).
    """
    found, wanted = {}, precision or suitable_precision()
    with safe_open(path, "pt") as kept:
        there = frozenset(kept.keys())
        for name in names or sorted(one for one in there if not one.endswith(_SCALE)):
            tensor = kept.get_tensor(name)
            scaled = tensor.float() * kept.get_tensor(name + _SCALE).float() if name + _SCALE in there else tensor
            found[name] = scaled.to(wanted)
    return found


def write_weights(weights: Mapping[str, torch.Tensor], path: Path) -> None:
    """Write tensors by name: matrices as whole numbers from -127 to 127 with a scale for each row, the rest in half
    precision.
    """
    packed = {}
    for name, tensor in weights.items():
        if tensor.dim() == 2:
            scales = (tensor.abs().amax(1, keepdim=True).clamp(min=1e-8) / _MOST).half()
            packed[name] = torch.round(tensor / scales.float()).clamp(-_MOST, _MOST).to(torch.int8)
            packed[name + _SCALE] = scales
        else:
            packed[name] = tensor.half()
    save_file(packed, path)


def open_tokenizer(folder: Path, longest: int | None = None) -> Tokenizer:
    """The tokenizer in ``folder``; with ``longest`` it cuts texts off after so many pieces and pads them all alike."""
    tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
    if longest is not None:
        tokenizer.enable_truncation(longest)
        tokenizer.enable_padding(pad_id=number_of(tokenizer, PADDING), pad_token=PADDING)
    return tokenizer


def number_of(tokenizer: Tokenizer, piece: str) -> int:
    """The number of a word piece. Raises KeyError for one that the tokenizer does not have."""
    found = tokenizer.token_to_id(piece)
    if found is None:
        raise KeyError(piece)
    return int(found)


@cache
def suitable_precision() -> torch.dtype:
    """Short floats where the processor multiplies them in hardware, which is three times as fast and as good."""
    able = torch.cpu.get_capabilities()
    return torch.bfloat16 if able.get("amx_bf16") or able.get("avx512_bf16") else torch.float32
