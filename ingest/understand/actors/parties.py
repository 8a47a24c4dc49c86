"""The names of the parties, from the block in which an agreement presents them."""

from __future__ import annotations

from ingest.model.tree import Node, NodeKind
from ingest.understand.actors.introductions import name_patterns, party_name


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
                name = party_name(node.text.text)
                if name and node.text.text[0].isupper():
                    called = hereafter.search(node.text.text)
                    names.append((name, called["name"] if called else None))
    return names
