"""Teaching the encoder to put a question beside the clause that answers it.

Method: multiple negatives ranking (Henderson and others, Efficient Natural Language Response Suggestion, 2017) with one
hard negative for each question, in both directions, on the temperature-scaled cosine.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import torch
from tokenizers import Tokenizer
from torch.nn.functional import cross_entropy, normalize
from transformers import BertModel

from ingest.encoding.packaged import means, pieces_of
from ingest.encoding.training.pairs import Pair

LONGEST = 72
"""How many pieces of a text are read while it learns."""
_DEPTHS = (1, 2, 2)
_WARM = 0.1
_BACK = 0.3
_SAY = 25


@dataclass(frozen=True, slots=True)
class Course:
    """How the encoder is taught. The lowest ``frozen`` layers and the word pieces keep their weights."""

    epochs: float = 2
    batch: int = 32
    rate: float = 4e-5
    temperature: float = 0.03
    frozen: int = 4


def teach(
    model: BertModel, tokenizer: Tokenizer, pairs: Sequence[Pair], course: Course, say: Callable[[str], None]
) -> None:
    """Change the weights of ``model``; ``say`` hears how far it is."""
    model.embeddings.requires_grad_(False)
    for layer in range(course.frozen):
        model.encoder.layer[layer].requires_grad_(False)
    taught = [weight for weight in model.parameters() if weight.requires_grad]
    steps = int(course.epochs * len(pairs) / course.batch)
    optimizer = torch.optim.AdamW(taught, lr=course.rate, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: share_of_rate(step, steps, _WARM))
    model.train()
    for step, batch in zip(range(1, steps + 1), _batches(pairs, course.batch), strict=False):
        loss = _loss(model, tokenizer, batch, course.temperature)
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(taught, 1.0)
        optimizer.step()
        optimizer.zero_grad()
        schedule.step()
        if step % _SAY == 0:
            say(f"{step} of {steps}: loss {loss.item():.3f}")
    model.eval()  # type: ignore[no-untyped-call]


def vectors(model: BertModel, tokenizer: Tokenizer, texts: Sequence[str]) -> torch.Tensor:
    """The mean over the pieces of each text, of length one: (texts, dimensions)."""
    return normalize(means(model, *pieces_of(tokenizer, texts)), dim=-1)


def share_of_rate(step: int, steps: int, warm: float) -> float:
    """Of the rate at ``step``: up over the share ``warm`` of all ``steps``, then down to a fiftieth."""
    return min(1.0, (step + 1) / max(1.0, warm * steps)) * max(0.02, 1 - step / steps)


def _batches(pairs: Sequence[Pair], size: int) -> Iterator[list[Pair]]:
    """Batches without end in which no clause answers twice."""
    while True:
        waiting = random.sample(pairs, len(pairs))
        while True:
            batch: dict[object, Pair] = {}
            rest = []
            for pair in waiting:
                if len(batch) < size and pair.clause.place not in batch:
                    batch[pair.clause.place] = pair
                else:
                    rest.append(pair)
            if len(batch) < size:
                break
            waiting = rest
            yield list(batch.values())


def _loss(model: BertModel, tokenizer: Tokenizer, batch: Sequence[Pair], temperature: float) -> torch.Tensor:
    answers = [pair.clause.passage(random.choice(_DEPTHS)) for pair in batch]
    others = [random.choice(pair.others).passage(random.choice(_DEPTHS)) for pair in batch if pair.others]
    with torch.autocast("cpu", torch.bfloat16):
        asked = vectors(model, tokenizer, [pair.question for pair in batch])
        passages = vectors(model, tokenizer, [*answers, *others])
    near = asked @ passages.T / temperature
    right = torch.arange(len(batch))
    return cross_entropy(near, right) + _BACK * cross_entropy(near[:, : len(batch)].T, right)
