"""Words as topics: stems of the content words of a clause."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

import snowballstemmer

from ingest.packaged import read_toml
from ontology.folding import fold

_WORD = re.compile(r"[^\W\d_][\w'’-]*[^\W_]|\d+(?:[.,]\d+)?")
_LEAST_LETTERS = 3
_FOREIGN_PLURAL = re.compile(r"(?<=\w\w[bdfgklmnprt])s$")


@cache
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("dutch")


@cache
def _stopwords() -> frozenset[str]:
    return frozenset(read_toml("ingest.align", "data/words.toml")["stopwords"])


@cache
def _alike() -> dict[str, str]:
    groups = read_toml("ingest.align", "data/words.toml")["alike"]
    return {_plain(word): _plain(group[0]) for group in groups for word in group}


def _plain(word: str) -> str:
    stemmed = str(_stemmer().stemWord(fold(word)))
    return _FOREIGN_PLURAL.sub("", stemmed)


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """The stem by which inflected forms and, where the data say so, synonyms of ``word`` are one."""
    plain = _plain(word.strip("-'’"))
    return _alike().get(plain, plain)


def words(text: str) -> Iterable[tuple[int, int, str]]:
    """The words and numbers of ``text`` with their positions; a hyphenated compound is one word."""
    for match in _WORD.finditer(text):
        yield match.start(), match.end(), match.group()


@lru_cache(maxsize=1 << 16)
def is_content(word: str) -> bool:
    """Whether ``word`` tells what a clause is about: no number, no function word."""
    return word[0].isalpha() and len(word) >= _LEAST_LETTERS and fold(word) not in _stopwords()


@cache
def plain_verbs() -> frozenset[str]:
    """The stems of verbs that any activity can have."""
    return frozenset(stem(verb) for verb in read_toml("ingest.align", "data/words.toml")["plain_verbs"])


def terms(text: str) -> tuple[str, ...]:
    """The stems of the content words of ``text``, in order."""
    return tuple(stem(word) for _, _, word in words(text) if is_content(word))
