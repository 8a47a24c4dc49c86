"""The data files of this package."""

from __future__ import annotations

from ingest.packaged import read_toml

WORDS = read_toml(__package__, "words.toml")
"""Months, units, numbers and the other words that values are built from."""
