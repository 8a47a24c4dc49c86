"""The word pieces of a clause after those of the words that stand above it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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


def pieces_of(tokenizer: Tokenizer, passages: Sequence[Passage]) -> list[Pieces]:
    """The pieces of each passage: long parts are cut, those before the clause at their beginning.

    Words that stand around many passages are taken to pieces once.
    """
    texts = {text for one in passages for text in (one.place, *(getattr(one, part) for part in _LONGEST))}
    known = {text: tokenizer.encode(text, add_special_tokens=False).ids for text in texts}
    opens, end = number_of(tokenizer, _OPENS), number_of(tokenizer, _ENDS)
    return [_joined(one, known, opens, end) for one in passages]


def _joined(passage: Passage, known: Mapping[str, list[int]], opens: int, end: int) -> Pieces:
    numbers, own = [opens, *known[passage.place]], [0]
    for part, longest in _LONGEST.items():
        found = known[getattr(passage, part)]
        numbers += [*(found[-longest:] if part in _KEEPS_END else found[:longest]), end]
        own += [int(part == _OWN)] * (len(numbers) - len(own))
    return Pieces(tuple(numbers), tuple(own))
