"""The data files of this package."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ingest.packaged import read_toml


def alternatives(words: Iterable[str]) -> str:
    """A pattern part that matches any of ``words``, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


WORDS = read_toml(__package__, "words.toml")
"""Months, units, numbers and the other words that values are built from."""
