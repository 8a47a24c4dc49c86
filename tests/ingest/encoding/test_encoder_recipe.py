"""The recipe of the packaged encoder, on weights and texts that are small enough to watch."""

from __future__ import annotations

import json
import random
import struct
from pathlib import Path

import numpy as np
import pytest
import torch
from transformers import BertConfig, BertModel

from ingest.encoding.packaged import ClauseEncoder
from ingest.encoding.training.base import kept_pieces, write_base
from ingest.encoding.training.pack import pack
from ingest.encoding.training.pairs import QUESTIONS, Clause, Pair
from ingest.encoding.training.published import MAGIC, Published, read_published
from ingest.encoding.training.train import LONGEST, Course, teach, vectors
from ingest.encoding.weights import open_tokenizer

PIECES = ["<s>", "<pad>", "</s>", "<unk>", "▁wie", "▁betaalt", "▁de", "▁kosten", "▁komen", "▁voor", "▁rekening", "▁van"]
WIDTH, INNER = 32, 64


def published() -> Published:
    rng = np.random.default_rng(1)
    sizes = {
        "hidden_size": WIDTH,
        "num_hidden_layers": 1,
        "num_attention_heads": 2,
        "intermediate_size": INNER,
        "max_position_embeddings": 80,
        "type_vocab_size": 2,
        "layer_norm_eps": 1e-12,
    }
    shapes = {"emb.word": len(PIECES) * WIDTH, "emb.pos": 80 * WIDTH, "emb.type": 2 * WIDTH}
    shapes |= {"emb.ln.w": WIDTH, "emb.ln.b": WIDTH}
    for name in ("q", "k", "v", "ao"):
        shapes |= {f"l0.{name}.w": WIDTH * WIDTH, f"l0.{name}.b": WIDTH}
    shapes |= {"l0.fi.w": INNER * WIDTH, "l0.fi.b": INNER, "l0.fo.w": INNER * WIDTH, "l0.fo.b": WIDTH}
    shapes |= {f"l0.{name}.{part}": WIDTH for name in ("aln", "oln") for part in "wb"}
    tensors = {
        name: np.ones(size, np.float32) if name.endswith("ln.w") else rng.normal(0, 0.3, size).astype(np.float32)
        for name, size in shapes.items()
    }
    return Published(sizes, PIECES, -np.arange(len(PIECES), dtype=np.float32), tensors)


@pytest.fixture
def base(tmp_path: Path) -> Path:
    write_base(published(), range(len(PIECES)), tmp_path)
    return tmp_path


def test_published_blocks_become_numbers(tmp_path: Path) -> None:
    block = struct.pack("<e", 0.5) + bytes([0x0F] * 16)
    head = MAGIC + struct.pack("<I7ifi", 1, 32, 0, 2, 64, 1, 80, 2, 1e-12, 32)
    words = struct.pack("<5iQ", 1, 0, 2, 1, 3, 2) + struct.pack("<2If", 0, 2, -1.5) + b"de" + struct.pack("<iI", 0, 0)
    entry = struct.pack("<iH", 1, 8) + b"emb.word" + struct.pack("<BI", 1, 32)
    start = len(head) + len(words) + len(entry) + 16
    path = tmp_path / "weights.bin"
    path.write_bytes(head + words + entry + struct.pack("<QQ", start, 18) + block)
    read = read_published(path)
    assert (read.pieces, list(read.scores)) == (["de"], [-1.5])
    assert read.sizes["hidden_size"] == 32
    assert list(read.tensors["emb.word"]) == [3.5] * 16 + [-4.0] * 16


def test_another_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "weights.bin"
    path.write_bytes(b"iets anders")
    with pytest.raises(ValueError, match=r"weights\.bin holds no published weights"):
        read_published(path)


def test_pieces_that_the_texts_use_are_kept() -> None:
    weights = published()
    foreign = Published(weights.sizes, [*PIECES, "▁расходы", "▁затраты"], np.zeros(len(PIECES) + 2), weights.tensors)
    kept = kept_pieces(foreign, ["wie betaalt de kosten", "de kosten", "расходы расходы"])
    assert [foreign.pieces[place] for place in kept] == [*PIECES, "▁расходы"]


def test_a_question_comes_nearer_to_the_clause_that_answers_it(base: Path) -> None:
    torch.manual_seed(1)
    random.seed(1)
    model, tokenizer = BertModel.from_pretrained(base, add_pooling_layer=False), open_tokenizer(base, LONGEST)
    answer = Clause(("t", 0, 1), "de kosten komen voor rekening van de", ())
    other = Clause(("t", 2, 3), "van de rekening", ("voor de",))
    pairs = [Pair("wie betaalt de kosten", answer, [other]), Pair("wie komen", other, [answer])]

    def near() -> float:
        with torch.no_grad():
            asked, right, wrong = vectors(model, tokenizer, [pairs[0].question, answer.passage(1), other.passage(1)])
        return float(asked @ right - asked @ wrong)

    before = near()
    teach(model, tokenizer, pairs, Course(epochs=10, batch=2, rate=1e-3, temperature=0.1, frozen=0), lambda _: None)
    assert near() > before + 0.1


def test_packed_weights_give_the_same_vectors(base: Path, tmp_path: Path) -> None:
    model = BertModel.from_pretrained(base, add_pooling_layer=False).eval()
    pack(model, base / "tokenizer.json", "1.2", tmp_path / "packed")
    packed = ClauseEncoder(tmp_path / "packed")
    texts = ["wie betaalt de kosten", "de rekening"]
    found = packed.forward(packed.preprocess(texts))["sentence_embedding"]
    with torch.no_grad():
        exact = vectors(model, open_tokenizer(base, LONGEST), texts)
    assert torch.nn.functional.cosine_similarity(found, exact).min() > 0.99
    assert json.loads((tmp_path / "packed" / "config.json").read_text())["version"] == "1.2"


def test_the_model_that_is_shipped_has_the_shape_that_its_configuration_states() -> None:
    encoder = ClauseEncoder()
    config: BertConfig = encoder.model.config
    assert encoder.model.embeddings.word_embeddings.weight.shape == (config.vocab_size, config.hidden_size)
    assert encoder.get_embedding_dimension() == config.hidden_size


def test_the_questions_are_each_asked_once_and_in_two_languages() -> None:
    records = [json.loads(line) for line in QUESTIONS.read_text(encoding="utf-8").splitlines()]
    assert {one["lang"] for one in records} == {"nl", "en"}
    assert len({(one["document"], one["start"], one["question"]) for one in records}) == len(records)
