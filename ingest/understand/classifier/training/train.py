"""Teaching the classifier the kinds of labelled clauses."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import torch
from tokenizers import Tokenizer
from torch.nn.functional import cross_entropy
from transformers import BertConfig

from ingest.encoding.weights import FOLDER, PADDING, WEIGHTS, number_of, open_tokenizer, read_weights
from ingest.understand.classifier.network import KINDS, SHARED, Network, padded
from ingest.understand.classifier.passages import Pieces, pieces_of
from ingest.understand.classifier.training.examples import Example

_WARM = 0.08
_SMOOTHING = 0.05
_HEAD = 8
_SAY = 50
_NEARLY_AS_LONG = 20
_TEMPERATURES = [step / 20 for step in range(10, 61)]


@dataclass(frozen=True, slots=True)
class Course:
    """How the classifier is taught: from the encoder's lowest ``layers``, whose word pieces keep their weights."""

    layers: int = 4
    epochs: float = 5
    batch: int = 24
    rate: float = 1e-4


@dataclass(frozen=True, slots=True)
class _Lesson:
    pieces: Pieces
    kind: int
    weight: float


def begin(settings: dict[str, int | float], layers: int) -> Network:
    """A network with the lowest ``layers`` of the packaged encoder, whose ``settings`` are given."""
    config = BertConfig(**settings)  # type: ignore[arg-type]
    config.num_hidden_layers = layers
    config.attention_probs_dropout_prob = 0.0
    config._attn_implementation = "eager"
    network = Network(config)
    weights = read_weights(FOLDER / WEIGHTS, precision=torch.float32)
    weights["embeddings.token_type_embeddings.weight"][1] = weights["embeddings.token_type_embeddings.weight"][0]
    network.transformer.load_state_dict({name: weights[name] for name in network.transformer.state_dict()})
    return network


def teach(network: Network, examples: Sequence[Example], course: Course, say: Callable[[str], None]) -> None:
    """Change the weights of ``network``; ``say`` hears how far it is."""
    tokenizer = open_tokenizer(FOLDER)
    lessons = [_Lesson(pieces_of(tokenizer, one.passage), KINDS.index(one.kind), one.weight) for one in examples]
    network.transformer.get_parameter(SHARED).requires_grad_(False)
    layers = [weight for weight in network.transformer.parameters() if weight.requires_grad]
    optimizer = torch.optim.AdamW(layers, lr=course.rate, weight_decay=0.01)
    optimizer.add_param_group({"params": list(network.kind.parameters()), "lr": course.rate * _HEAD})
    steps = int(course.epochs * len(lessons) / course.batch)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / max(1.0, _WARM * steps)) * max(0.02, 1 - step / steps)
    )
    network.train()
    for step, batch in zip(range(1, steps + 1), _batches(lessons, course.batch), strict=False):
        loss = _loss(network, batch, tokenizer)
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_([*layers, *network.kind.parameters()], 1.0)
        optimizer.step()
        optimizer.zero_grad()
        schedule.step()
        if step % _SAY == 0:
            say(f"{step} of {steps}: loss {loss.item():.3f}")
    network.eval()


def logits(network: Network, examples: Sequence[Example]) -> torch.Tensor:
    """What ``network`` makes of the examples: (examples, kinds)."""
    tokenizer, rows = open_tokenizer(FOLDER), []
    with torch.inference_mode():
        for one in examples:
            pieces = [pieces_of(tokenizer, one.passage)]
            rows.append(network(*padded(pieces, number_of(tokenizer, PADDING))))
    return torch.cat(rows)


def best_temperature(found: torch.Tensor, examples: Sequence[Example]) -> float:
    """By which the logits ``found`` are best divided: the likelihood of the kinds of ``examples`` is greatest."""
    right = torch.tensor([KINDS.index(one.kind) for one in examples])
    return min(_TEMPERATURES, key=lambda temperature: cross_entropy(found / temperature, right).item())


def _batches(lessons: Sequence[_Lesson], size: int) -> Iterator[list[_Lesson]]:
    """Batches without end, of passages that are about as long."""
    while True:
        order = sorted(
            random.sample(lessons, len(lessons)),
            key=lambda one: len(one.pieces.numbers) + random.random() * _NEARLY_AS_LONG,
        )
        batches = [order[first : first + size] for first in range(0, len(order), size)]
        random.shuffle(batches)
        yield from batches


def _loss(network: Network, batch: Sequence[_Lesson], tokenizer: Tokenizer) -> torch.Tensor:
    pieces = padded([one.pieces for one in batch], number_of(tokenizer, PADDING))
    with torch.autocast("cpu", torch.bfloat16):
        found = network(*pieces)
    kinds = torch.tensor([one.kind for one in batch])
    losses = cross_entropy(found, kinds, reduction="none", label_smoothing=_SMOOTHING)
    return (losses * torch.tensor([one.weight for one in batch])).mean()
