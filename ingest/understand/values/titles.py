"""Which agreement of the corpus a name means."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from rapidfuzz import fuzz, process

from ingest.packaged import read_toml

_SAME_WORD = 88.0
_CERTAIN = 45.0
_WORDS = read_toml(__package__, "references.toml")["titles"]
_FILLERS, _ANNEX = frozenset(_WORDS["fillers"]), frozenset(_WORDS["annexes"])
_YEAR = re.compile(r"(?:19|20)\d\d")


class TitleIndex:
    """The titles of a corpus by the words in them, so that a name is only held against titles that share its words."""

    def __init__(self, titles: Mapping[str, str]) -> None:
        self._titles = {id_: tuple(_words(title)) for id_, title in titles.items()}
        self._by_word: defaultdict[str, set[str]] = defaultdict(set)
        for id_, words in self._titles.items():
            for word in words:
                self._by_word[word].add(id_)
        self._known: dict[tuple[str, ...], str | None] = {}

    def match(self, name: str) -> str | None:
        """The id of the one agreement that ``name`` means, None where there is none or more than one.

        A name means a title when each of its words is, but for a letter or inflection, a word of the title, the
        years do not differ, and only a name that speaks of an annex means an annex. Among several the closest wins
        when it is closest alone.
        """
        words = tuple(_words(name))
        if words not in self._known:
            self._known[words] = self._closest(words) if words else None
        return self._known[words]

    def _closest(self, words: tuple[str, ...]) -> str | None:
        scored = sorted(
            (
                (fuzz.token_sort_ratio(" ".join(words), " ".join(self._titles[id_])), id_)
                for id_ in self._sharing(words)
                if _may_be(words, self._titles[id_])
            ),
            reverse=True,
        )
        if not scored or scored[0][0] < _CERTAIN or (len(scored) > 1 and scored[0][0] == scored[1][0]):
            return None
        return scored[0][1]

    def _sharing(self, words: tuple[str, ...]) -> set[str]:
        """The ids of the titles in which every word of ``words`` but a year stands."""
        sets = [self._with_word(word) for word in words if not _YEAR.fullmatch(word)]
        return set.intersection(*sets) if sets else set()

    def _with_word(self, word: str) -> set[str]:
        same = process.extract(word, self._by_word.keys(), scorer=fuzz.ratio, score_cutoff=_SAME_WORD, limit=None)
        return set().union(*(self._by_word[other] for other, *_ in same))


@lru_cache(maxsize=4)
def _index(titles: tuple[tuple[str, str], ...]) -> TitleIndex:
    return TitleIndex(dict(titles))


def match_title(name: str, titles: Mapping[str, str]) -> str | None:
    """The id of the agreement in ``titles`` that ``name`` means; see ``TitleIndex.match``."""
    return _index(tuple(titles.items())).match(name)


def _words(name: str) -> list[str]:
    return [word for word in re.findall(r"\w+", name.lower()) if word not in _FILLERS]


def _may_be(words: tuple[str, ...], title: tuple[str, ...]) -> bool:
    """Whether both or neither speak of an annex, and their years, if both have one, are not all different."""
    years, title_years = ({word for word in text if _YEAR.fullmatch(word)} for text in (words, title))
    return _ANNEX.isdisjoint(words) == _ANNEX.isdisjoint(title) and (
        not years or not title_years or not years.isdisjoint(title_years)
    )
