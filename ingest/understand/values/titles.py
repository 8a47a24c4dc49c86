"""Which agreement of the corpus a name means."""

from __future__ import annotations

import re
from collections.abc import Mapping

from rapidfuzz import fuzz

from ingest.understand.values.data import read_data

_SAME_WORD = 88.0
_CERTAIN = 45.0
_WORDS = read_data("references.toml")["titles"]
_FILLERS, _ANNEX = frozenset(_WORDS["fillers"]), frozenset(_WORDS["annexes"])
_YEAR = re.compile(r"(?:19|20)\d\d")


def match_title(name: str, titles: Mapping[str, str]) -> str | None:
    """The id of the one agreement in ``titles`` that ``name`` means, None where there is none or more than one.

    A name means a title when each of its words is, but for a letter or inflection, a word of the title, the years do
    not differ, and only a name that speaks of an annex means an annex. Among several the closest wins when it
    is closest alone.
    """
    words = _words(name)
    if not words:
        return None
    scored = sorted(
        (
            (fuzz.token_sort_ratio(" ".join(words), " ".join(_words(title))), id_)
            for id_, title in titles.items()
            if _covers(words, _words(title))
        ),
        reverse=True,
    )
    if not scored or scored[0][0] < _CERTAIN or (len(scored) > 1 and scored[0][0] == scored[1][0]):
        return None
    return scored[0][1]


def _words(name: str) -> list[str]:
    return [word for word in re.findall(r"[\w]+", name.lower()) if word not in _FILLERS]


def _covers(words: list[str], title: list[str]) -> bool:
    """Whether every word of a name stands in ``title`` and both are or are not an annex."""
    if _ANNEX.isdisjoint(words) != _ANNEX.isdisjoint(title):
        return False
    years = {word for word in words if _YEAR.fullmatch(word)}
    title_years = {word for word in title if _YEAR.fullmatch(word)}
    if years and title_years and years.isdisjoint(title_years):
        return False
    return all(any(fuzz.ratio(word, other) >= _SAME_WORD for other in title) for word in words if word not in years)
