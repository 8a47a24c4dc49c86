"""The data files of this package."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from importlib import resources
from typing import Any


def read_data(name: str) -> dict[str, Any]:
    """The table in the TOML file ``name`` beside this module."""
    return tomllib.loads(resources.files(__package__).joinpath(name).read_text(encoding="utf-8"))


def alternatives(words: Iterable[str]) -> str:
    """A pattern part that matches any of ``words``, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


WORDS = read_data("words.toml")
"""Months, units, numbers and the other words that values are built from."""
