"""The names of the parties, from the block in which an agreement presents them."""

from __future__ import annotations

import re

from ingest.model.tree import Node, NodeKind
from ingest.understand.actors.introductions import (
    counts_off,
    means_several,
    name_patterns,
    names_of,
    party_name,
    presented,
)
from ingest.understand.actors.lexicon import lexicon
from ingest.understand.names import word_key

_LISTED = re.compile(r"(?:, [A-Z][\w’-]*(?: [A-Z][\w’-]*)*)* en [A-Z]")
_BRACKET = re.compile(r"\((?:de |het )?(?P<part>[a-z-]+)\)")


def _is_sentence(name: str, words: str) -> bool:
    """Whether an item is a title or sentence, which stands below the parties where their end is not marked."""
    if words.isupper() and len(words.split()) == 1:
        return True
    return words.rstrip().endswith(".") and len(name) + 2 > len(words.rstrip()) and not presented(words, lexicon())


def _opens(words: str) -> bool:
    """Whether a party may begin here: with a capital, or in no whole sentence with the article before its name."""
    return words[:1].isupper() or (words.startswith(("de ", "het ")) and not words.rstrip().endswith("."))


def _in_brackets(after: str) -> list[str]:
    """The part that a party plays, in brackets behind its name: "(opdrachtgever)"."""
    bracket = _BRACKET.match(after.lstrip())
    lex = lexicon()
    return [bracket["part"]] if bracket and word_key(bracket["part"]) in lex.local else []


def party_names(tree: Node) -> list[tuple[str, str | None]]:
    """The name at the head of every party's item or block, and what the agreement goes on to call it, if it says so.

    Empty where the agreement does not present its parties apart.
    """
    names: list[tuple[str, str | None]] = []
    for zone in tree.walk():
        if zone.kind is not NodeKind.PARTIES:
            continue
        for node in zone.walk():
            words = node.text.text
            if node.kind not in (NodeKind.ITEM, NodeKind.BLOCK) or not _opens(words):
                continue
            name = party_name(words) if node.kind is NodeKind.ITEM else presented(words, lexicon())
            if not name or counts_off(name):
                continue
            if (node.kind is NodeKind.ITEM or name != words) and not _is_sentence(name, words):
                names += [(name, one) for one in _called(name, words)] or [(name, None)]
    return names


def _called(name: str, words: str) -> list[str]:
    """What the agreement goes on to call the party ``name``; nothing where it calls so all who are listed with it."""
    found = next(p.expression for p in name_patterns() if p.id == "name.hereafter").search(words)
    after = words[words.index(name) + len(name) :] if name in words else ""
    if _LISTED.match(after):
        return []
    called = names_of(found) if found else _in_brackets(after)
    return [one for one in called if not means_several(one, name, lexicon())]
