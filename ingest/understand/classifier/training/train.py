"""Teaching networks the kinds of clauses: a large one from labels, then a small one from what the large one makes of
many clauses (Hinton and others, Distilling the Knowledge in a Neural Network, 2015). Of two small ones the weights are
averaged (Wortsman and others, Model soups, ICML 2022).
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import torch
from torch.nn.functional import cross_entropy, one_hot
from transformers import BertConfig

from ingest.encoding.training.train import share_of_rate
from ingest.encoding.weights import FOLDER, PADDING, WEIGHTS, number_of, open_tokenizer, read_weights
from ingest.understand.classifier.network import KINDS, SHARED, Network, logits, padded
from ingest.understand.classifier.passages import Passage
from ingest.understand.classifier.pieces import Pieces, pieces_of
from ingest.understand.classifier.training.examples import Example

_WARM = 0.08
_SMOOTHING = 0.05
_HEAD = 7
_SAY = 100
_NEARLY_AS_LONG = 10
_LABELLED = 3
_OTHER = 0.75
_TEMPERATURES = [step / 20 for step in range(10, 61)]

Settings = dict[str, int | float]


@dataclass(frozen=True, slots=True)
class Course:
    """How a network is taught: from the encoder's lowest ``layers``, whose word pieces keep their weights."""

    layers: int
    epochs: float
    batch: int
    rate: float


TEACHER = Course(layers=12, epochs=5, batch=24, rate=6e-5)
PUPIL = Course(layers=2, epochs=2.2, batch=48, rate=1.5e-4)


@dataclass(frozen=True, slots=True)
class Lesson:
    """The pieces of a passage, how likely it is of each of KINDS, and how much that counts."""

    pieces: Pieces
    kinds: torch.Tensor
    weight: float = 1.0


def begin(settings: Settings, layers: int) -> Network:
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


def labelled(examples: Sequence[Example]) -> list[Lesson]:
    """The examples as lessons, with a little doubt about every label."""
    tokenizer = open_tokenizer(FOLDER)
    pieces = pieces_of(tokenizer, [one.passage for one in examples])
    return [Lesson(read, _doubted(one), one.weight) for read, one in zip(pieces, examples, strict=True)]


def told(teacher: Network, passages: Sequence[Passage]) -> list[Lesson]:
    """The passages as lessons, with the kinds that ``teacher`` gives them."""
    pieces, found = judged(teacher, passages)
    return [Lesson(one, row) for one, row in zip(pieces, found.softmax(1), strict=True)]


def pupils_lessons(teacher: Network, examples: Sequence[Example], passages: Sequence[Passage]) -> list[Lesson]:
    """What a small network learns from: what ``teacher`` says of ``passages``, and, several times over, the mean of
    what it says and what the label says of ``examples``.
    """
    both = [
        Lesson(one.pieces, (one.kinds + label.kinds) / 2, label.weight)
        for one, label in zip(told(teacher, [one.passage for one in examples]), labelled(examples), strict=True)
    ]
    return [*told(teacher, passages), *(both * _LABELLED)]


def teach(network: Network, lessons: Sequence[Lesson], course: Course, say: Callable[[str], None]) -> None:
    """Change the weights of ``network``; ``say`` hears how far it is."""
    padding = number_of(open_tokenizer(FOLDER), PADDING)
    network.transformer.get_parameter(SHARED).requires_grad_(False)
    layers = [weight for weight in network.transformer.parameters() if weight.requires_grad]
    optimizer = torch.optim.AdamW(layers, lr=course.rate, weight_decay=0.01)
    optimizer.add_param_group({"params": list(network.kind.parameters()), "lr": course.rate * _HEAD})
    steps = int(course.epochs * len(lessons) / course.batch)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: share_of_rate(step, steps, _WARM))
    network.train()
    for step, batch in zip(range(1, steps + 1), _batches(lessons, course.batch), strict=False):
        with torch.autocast("cpu", torch.bfloat16):
            found = network(*padded([one.pieces for one in batch], padding))
        losses = cross_entropy(found, torch.stack([one.kinds for one in batch]), reduction="none")
        loss = (losses * torch.tensor([one.weight for one in batch])).mean()
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_([*layers, *network.kind.parameters()], 1.0)
        optimizer.step()
        optimizer.zero_grad()
        schedule.step()
        if step % _SAY == 0:
            say(f"{step} of {steps}: loss {loss.item():.3f}")
    network.eval()


def blended(network: Network, one: Network, other: Network) -> Network:
    """``network`` with the weighted mean of the weights of two that were taught from the same beginning: the ``other``
    counts for ``_OTHER``.
    """
    mine, theirs = one.state_dict(), other.state_dict()
    network.load_state_dict({name: mine[name].lerp(theirs[name], _OTHER) for name in mine})
    return network


def judged(network: Network, passages: Sequence[Passage]) -> tuple[list[Pieces], torch.Tensor]:
    """The pieces of ``passages``, and what ``network``, as it is while it learns, makes of them: (passages, kinds)."""
    tokenizer = open_tokenizer(FOLDER)
    pieces = pieces_of(tokenizer, passages)
    with torch.autocast("cpu", torch.bfloat16):
        return pieces, logits(network, pieces, number_of(tokenizer, PADDING))


def best_temperature(found: torch.Tensor, examples: Sequence[Example]) -> float:
    """By which the logits ``found`` are best divided: the likelihood of the kinds of ``examples`` is greatest."""
    right = torch.tensor([KINDS.index(one.kind) for one in examples])
    return min(_TEMPERATURES, key=lambda temperature: cross_entropy(found / temperature, right).item())


def _doubted(example: Example) -> torch.Tensor:
    certain = one_hot(torch.tensor(KINDS.index(example.kind)), len(KINDS))
    return (1 - _SMOOTHING) * certain + _SMOOTHING / len(KINDS)


def _batches(lessons: Sequence[Lesson], size: int) -> Iterator[list[Lesson]]:
    """Batches without end, of passages that are about as long."""
    while True:
        order = sorted(
            random.sample(lessons, len(lessons)),
            key=lambda one: len(one.pieces.numbers) + random.random() * _NEARLY_AS_LONG,
        )
        batches = [order[first : first + size] for first in range(0, len(order), size)]
        random.shuffle(batches)
        yield from batches
