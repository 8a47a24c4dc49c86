"""From CGN tags to the parts of speech and features of Universal Dependencies; the rules stand in `cgn.toml`."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def _rules() -> dict[str, Any]:
    text = resources.files(__package__).joinpath("cgn.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def kinds() -> dict[str, str]:
    """Give the UPOS for each of Alpino's own parts of speech."""
    return dict(_rules()["kinds"])


def normalised(postag: str) -> str:
    """Write `N(soort,ev,basis,zijd,stan)` the way UD files do: `N|soort|ev|basis|zijd|stan`."""
    return "|".join(part for part in re.split(r"[(),]", postag) if part)


@cache
def part_of_speech(tag: str, relation: str) -> str:
    """Give the UPOS of a word with this tag and this relation in its Alpino tree.

    Raises:
        ValueError: no rule knows the tag.
    """
    for rule in _rules()["upos"]:
        if re.match(rule["pattern"], tag) and relation in rule.get("relations", [relation]):
            return str(rule["upos"])
    raise ValueError(f"no part of speech for tag {tag!r}")


@cache
def features(tag: str, upos: str) -> str:
    """Give the UD features that a tag implies, in the order of the standard, such as `Number=Sing|VerbForm=Fin`."""
    found: dict[str, str] = {}
    for rule in _rules()["features"]:
        if upos in rule.get("upos", [upos]) and re.match(rule["pattern"], tag):
            found |= rule["features"]
    return "|".join(f"{name}={value}" for name, value in sorted(found.items()))
