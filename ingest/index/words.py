"""Words in the form in which they are compared: folded, without function words, stemmed, compounds with their parts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from math import prod
from typing import Self

from snowballstemmer import stemmer

from ingest.packaged import read_toml
from ontology.folding import fold

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)?|[^\W_]+")
_LEAST_STEM = 4
_LEAST_PART = 5
_LEAST_COMPOUND = 8
_VERBAL = "t"
_LINKS = ("", "s", "e", "en", "n")
_MOST_REMEMBERED = 200_000


def plain_words(text: str) -> list[str]:
    """The folded words and numbers of ``text``, in order."""
    return _WORD.findall(fold(text))


def spaced(text: str) -> str:
    """The words of ``text`` with one space around each, in which an exact phrase is a plain part."""
    return f" {' '.join(plain_words(text))} "


@cache
def function_words(language: str) -> frozenset[str]:
    """The words of ``dutch`` or ``english`` that tell nothing about what is looked for."""
    return frozenset(read_toml("ingest.index", "data/stop.toml")[language])


def _stemmer() -> Callable[[str], str]:
    """The stemmer of Kraaij and Pohlmann as Snowball has it, which leaves the ending of "stelt"."""
    stem = stemmer("dutch").stemWord

    def bare(word: str) -> str:
        stemmed: str = stem(word)
        return stemmed[:-1] if len(stemmed) > _LEAST_STEM and stemmed.endswith(_VERBAL) else stemmed

    return bare


class Analyser:
    """Makes terms of texts; ``stems`` says how often the corpus has each stem, for telling compounds apart.

    A compound is split where its parts are words of the corpus that are, by the geometric mean of their counts, at
    least as common as the whole (Koehn and Knight, Empirical Methods for Compound Splitting, EACL 2003).
    """

    def __init__(self, stems: Mapping[str, int]) -> None:
        self.stem = lru_cache(_MOST_REMEMBERED)(_stemmer())
        self.stems = stems
        self._stop = function_words("dutch") | function_words("english")
        self._terms = lru_cache(_MOST_REMEMBERED)(self._terms_of)

    @classmethod
    def of_words(cls, counts: Mapping[str, int]) -> Self:
        """An analyser for a corpus that has each folded word so often."""
        stem, stems = _stemmer(), Counter[str]()
        for word, count in counts.items():
            stems[stem(word)] += count
        return cls(stems)

    def terms(self, text: str) -> list[str]:
        """The terms of ``text``, in order, the parts of a compound after the whole."""
        return [term for word in plain_words(text) for term in self._terms(word)]

    def words(self, text: str) -> list[str]:
        """The folded words of ``text`` that are no function words."""
        return [word for word in plain_words(text) if word not in self._stop]

    def _terms_of(self, word: str) -> tuple[str, ...]:
        if word in self._stop:
            return ()
        return (self.stem(word), *(self.stem(part) for part in self.parts(word)))

    def parts(self, word: str) -> tuple[str, ...]:
        """The words that make up a compound; none when ``word`` is none."""
        best: tuple[str, ...] = ()
        most = float(self.stems.get(self.stem(word), 0))
        for parts in self._splits(word):
            mean = prod(self.stems[self.stem(part)] for part in parts) ** (1 / len(parts))
            if mean > most or (mean == most and not best):
                best, most = parts, mean
        return best

    def _splits(self, word: str, *, whole: bool = True) -> Iterator[tuple[str, ...]]:
        if not whole and self._known(word):
            yield (word,)
        if len(word) < (_LEAST_COMPOUND if whole else 2 * _LEAST_PART):
            return
        for cut in range(_LEAST_PART, len(word) - _LEAST_PART + 1):
            head = word[:cut]
            if not self._known(head):
                continue
            for link in _LINKS:
                if word.startswith(link, cut):
                    for rest in self._splits(word[cut + len(link) :], whole=False):
                        yield (head, *rest)

    def _known(self, word: str) -> bool:
        return len(word) >= _LEAST_PART and word.isalpha() and word not in self._stop and self.stem(word) in self.stems


def count_words(texts: Iterable[str]) -> Counter[str]:
    """How often each folded word occurs."""
    return Counter(word for text in texts for word in plain_words(text))
