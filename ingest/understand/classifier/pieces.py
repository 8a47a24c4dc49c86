"""The word pieces of a clause after those of the words that stand above it."""

from __future__ import annotations

from dataclasses import dataclass

from tokenizers import Tokenizer

from ingest.encoding.weights import number_of
from ingest.understand.classifier.passages import Passage

_OPENS, _ENDS = "<s>", "</s>"
_LONGEST = {"headings": 12, "lead": 16, "row": 8, "words": 32}
_KEEPS_END = frozenset({"headings", "lead"})
_OWN = "words"


@dataclass(frozen=True, slots=True)
class Pieces:
    """Word pieces of a passage by number, and 1 for those of the clause itself, 0 for those around it."""

    numbers: tuple[int, ...]
    own: tuple[int, ...]


def pieces_of(tokenizer: Tokenizer, passage: Passage) -> Pieces:
    """The pieces of ``passage``: long parts are cut, those before the clause at their beginning."""
    end = number_of(tokenizer, _ENDS)
    numbers, own = [number_of(tokenizer, _OPENS)], [0]
    if passage.place:
        numbers += tokenizer.encode(passage.place, add_special_tokens=False).ids
    for part, longest in _LONGEST.items():
        text = getattr(passage, part)
        found = tokenizer.encode(text, add_special_tokens=False).ids if text else []
        numbers += [*(found[-longest:] if part in _KEEPS_END else found[:longest]), end]
        own += [int(part == _OWN)] * (len(numbers) - len(own))
    return Pieces(tuple(numbers), tuple(own))
