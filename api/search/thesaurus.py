"""Other words for what a question says: everyday Dutch and English to the words of agreements, names to other names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from snowballstemmer import stemmer

from ingest.index import Analyser, function_words, plain_words
from ingest.packaged import read_toml

Language = Literal["nl", "en"]
Stems = tuple[str, ...]

_MOST_REMEMBERED = 20_000
_WHOLE, _PART = 1.0, 0.5
_FUNCTION: Mapping[Language, frozenset[str]] = {"nl": function_words("dutch"), "en": function_words("english")}
_LEAST_PART = 4


@dataclass(frozen=True, slots=True)
class Named:
    """An idea that a question names with ``words``; ``terms`` are the Dutch words for it. ``by`` is 1, or less where
    only a part of a compound names it.
    """

    words: tuple[str, ...]
    terms: tuple[str, ...]
    by: float


class Thesaurus:
    """The ideas of ``terms.toml`` and actors with several names, to be found by any of what they are called.

    ``names`` holds the names of each actor.
    """

    def __init__(self, analyser: Analyser, names: Iterable[Sequence[str]] = ()) -> None:
        self._analyser = analyser
        self._stem: Mapping[Language, Callable[[str], str]] = {
            "nl": analyser.stem,
            "en": lru_cache(_MOST_REMEMBERED)(stemmer("english").stemWord),
        }
        self._ideas: list[tuple[str, ...]] = []
        self._called: Mapping[Language, dict[Stems, list[int]]] = {"nl": defaultdict(list), "en": defaultdict(list)}
        for idea in read_toml("api.search", "data/terms.toml")["terms"]:
            self._add(idea["nl"].split(", "), {"nl": idea["nl"].split(", "), "en": idea["en"].split(", ")})
        for called in names:
            self._add(called, {"nl": called, "en": called})
        self._longest = max(len(stems) for called in self._called.values() for stems in called)

    def ideas(self, text: str, language: Language) -> Iterator[Named]:
        """The ideas that ``text`` names, at each place by the longest name that stands there."""
        words, done = plain_words(text), 0
        stems = [self._stem[language](word) for word in words]
        for start in range(len(words)):
            if start < done:
                continue
            found = list(self._named_at(stems, start, language))
            if found and not _FUNCTION[language].issuperset(words[start : found[0][0]]):
                done = found[0][0]
                yield from (Named(tuple(words[start:end]), self._ideas[place], _WHOLE) for end, place in found)
            elif language == "nl":
                yield from self._by_part(words[start])

    def _add(self, terms: Sequence[str], called: Mapping[Language, Sequence[str]]) -> None:
        for language, names in called.items():
            for name in names:
                words = plain_words(name)
                if not _FUNCTION[language].issuperset(words):
                    stems = tuple(self._stem[language](word) for word in words)
                    self._called[language][stems].append(len(self._ideas))
        self._ideas.append(tuple(terms))

    def _named_at(self, stems: Sequence[str], start: int, language: Language) -> Iterator[tuple[int, int]]:
        for end in range(min(len(stems), start + self._longest), start, -1):
            if places := self._called[language].get(tuple(stems[start:end])):
                yield from ((end, place) for place in places)
                return

    def _by_part(self, word: str) -> Iterator[Named]:
        for part in self._analyser.parts(word) or self._split(word):
            for place in self._called["nl"].get((self._analyser.stem(part),), ()):
                yield Named((word,), self._ideas[place], _PART)

    def _split(self, word: str) -> tuple[str, ...]:
        """The two parts of a compound that the corpus does not have, one of which at least names an idea; the longest
        first part that does.
        """
        for cut in range(len(word) - _LEAST_PART, _LEAST_PART - 1, -1):
            head, tail = word[:cut], word[cut:]
            for first in dict.fromkeys((head, head.removesuffix("s"), head.removesuffix("en"))):
                if len(first) >= _LEAST_PART and (self._analyser.stem(first),) in self._called["nl"]:
                    return first, tail
        return ()
