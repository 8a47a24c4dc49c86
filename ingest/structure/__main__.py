"""``python -m ingest.structure FILE`` prints the tree of a text as indented lines."""

from __future__ import annotations

import sys
from hashlib import sha256
from pathlib import Path

from ingest.model.agreement import Source
from ingest.model.tree import Node
from ingest.structure import section_label, structure


def show(node: Node, path: tuple[Node, ...] = ()) -> None:
    """Print ``node`` and all below it, each with its kind, eId, number and first words."""
    path = (*path, node)
    flag = " H" if node.header else ""
    number = f" {node.number!r}" if node.number is not None else ""
    words = node.text.text if len(node.text.text) <= 150 else f"{node.text.text[:100]} … {node.text.text[-40:]}"
    print(f"{'  ' * (len(path) - 1)}{node.kind}{flag} {node.eid}{number} [{section_label(path)}] {words}")
    for child in node.children:
        show(child, path)


def main(argv: list[str]) -> int:
    """Print the tree of every file named; 2 when none is."""
    if not argv:
        print("usage: python -m ingest.structure FILE…", file=sys.stderr)
        return 2
    for name in argv:
        raw = Path(name).read_bytes()
        text = raw.decode("utf-8")
        show(structure(Source(Path(name).stem, text, sha256(raw).hexdigest(), "utf-8", "text/plain")))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
