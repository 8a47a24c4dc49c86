"""The names of the parties, from the block in which an agreement presents them."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources

from ingest.model.tree import Node, NodeKind
from ingest.understand.actors.evidence import name_patterns

_ARTICLE = re.compile(r"^(?:de|het|een)\s+", re.IGNORECASE)
_MOST_WORDS = 12


@cache
def _name_end() -> re.Pattern[str]:
    data = resources.files("ingest.understand").joinpath("data/name_patterns.toml").read_text(encoding="utf-8")
    ends = tomllib.loads(data)["party"]["name_ends"]
    return re.compile(r"[,;(]|\s+(?:" + "|".join(map(re.escape, ends)) + r")\b", re.IGNORECASE)


def party_names(tree: Node) -> list[tuple[str, str | None]]:
    """The name at the head of every party's item, and what the agreement goes on to call it, where it says so.

    Empty where the agreement has no such block.
    """
    names = []
    hereafter = next(p.expression for p in name_patterns() if p.id == "name.hereafter")
    for block in tree.walk():
        if block.kind is not NodeKind.PARTIES:
            continue
        for node in block.walk():
            if node.kind is NodeKind.ITEM and node.text:
                name = _ARTICLE.sub("", _name_end().split(node.text.text, maxsplit=1)[0]).strip()
                if name and len(name.split()) <= _MOST_WORDS and node.text.text[0].isupper():
                    called = hereafter.search(node.text.text)
                    names.append((name, called["name"] if called else None))
    return names
