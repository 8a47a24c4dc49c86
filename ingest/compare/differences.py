"""What differs between two versions of one item."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from ingest.align.words import is_content, stem, words
from ingest.model.comparison import Clause

_SAME_WORD = 82.0
_MOST_WORDS = 9


@dataclass(frozen=True, slots=True)
class Difference:
    """The words that stand in one version only; ``weight`` is their share in both (0 to 1)."""

    dropped: str
    added: str
    weight: float


def difference(first: Clause, second: Clause) -> Difference:
    """What differs in content words between two versions; inflection and errors of spelling do not count."""
    named = {stem(part) for actor in {*first.actors} & {*second.actors} for part in actor.rpartition("/")[2].split("-")}
    one, other = ([item for item in _content(clause) if item[1] not in named] for clause in (first, second))
    dropped, added = _only(one, other), _only(other, one)
    total = len(one) + len(other)
    return Difference(_shown(dropped), _shown(added), round((len(dropped) + len(added)) / max(1, total), 3))


def shown(clause: Clause) -> str:
    """The content words of a clause, the first of them."""
    return _shown([word for word, _ in _content(clause)])


def _content(clause: Clause) -> list[tuple[str, str]]:
    return [
        (word, stem(word.replace("-", "")))
        for _, _, word in words(clause.text)
        if is_content(word) and not any(character.isdigit() for character in word)
    ]


def _only(one: Sequence[tuple[str, str]], other: Sequence[tuple[str, str]]) -> list[str]:
    stems = {known for _, known in other}
    return [
        word
        for word, known in one
        if known not in stems and not any(fuzz.ratio(known, present) >= _SAME_WORD for present in stems)
    ]


def _shown(found: Sequence[str]) -> str:
    kept = list(dict.fromkeys(found))
    return " … ".join(kept[:_MOST_WORDS]) or "–"
