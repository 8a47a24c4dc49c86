"""Dutch numbers: digits with Dutch punctuation, and words up to the hundreds."""

from __future__ import annotations

import re
from decimal import Decimal

from text_to_num import text2num  # type: ignore[import-untyped]

from ingest.understand.alternation import alternatives
from ingest.understand.values.data import WORDS

_CARDINALS = WORDS["cardinals"]
_HALVES: dict[str, str] = WORDS["halves"]
_ORDINALS: dict[str, int] = WORDS["ordinals"]
_SMALL, _TEENS, _TENS = (alternatives(_CARDINALS[part]) for part in ("small", "teens", "tens"))
_BELOW_HUNDRED = rf"(?:{_SMALL})(?:en|ën)(?:{_TENS})|{_TEENS}|{_TENS}|{_SMALL}"

_DIAERESIS = re.compile(r"(twee|drie)en(?=\w)")

CARDINAL = rf"(?:(?:{_SMALL}|)honderd(?:en)?(?:{_BELOW_HUNDRED}|)|{_BELOW_HUNDRED})"
"""Pattern of a number in words."""

ORDINAL = rf"(?:\d{{1,2}}(?:e|de|ste)|{CARDINAL}(?:ste|de)|{alternatives(_ORDINALS)})(?!\w)"
"""Pattern of an ordinal in figures or words."""

HALF = rf"(?:(?:een|{_SMALL}) en (?:een )?(?:half|halve)|(?:een )?(?:{alternatives(_HALVES)}))"
"""Pattern of a number in words that ends in a half."""

FIGURES = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
"""Pattern of a number in figures, with a point for thousands and a comma for decimals."""


def number_in_words(text: str) -> Decimal:
    """The value of a number in words: ``eenentwintig`` is 21, ``anderhalf`` 1.5, ``twee en een half`` 2.5.

    Raises ValueError for words that are no number.
    """
    words = text.lower().split()
    if words[-1] in _HALVES:
        whole = number_in_words(words[0]) if "en" in words else Decimal(0)
        return whole + Decimal(_HALVES[words[-1]])
    return Decimal(str(text2num(_DIAERESIS.sub(r"\1ën", text.lower()), "nl")))


def number_in_figures(text: str) -> Decimal:
    """The value of a number in figures: ``1.000.000,50`` is 1000000.50; ``12.5`` (one point, no thousands) is 12.5."""
    if re.fullmatch(r"\d+\.\d{1,2}", text):
        return Decimal(text)
    return Decimal(text.replace(".", "").replace(",", "."))


def number(text: str) -> Decimal:
    """The value of a number in figures or words. Raises ValueError for anything else."""
    text = text.strip()
    return number_in_figures(text) if text[:1].isdigit() else number_in_words(text)


def ordinal(text: str) -> int:
    """The value of an ordinal in figures or words: ``3e``, ``derde`` and ``III`` are 3; plain figures count too."""
    low = text.lower()
    if low in _ORDINALS:
        return _ORDINALS[low]
    return int(number(re.sub(r"(?:ste|de|e)$", "", low)))
