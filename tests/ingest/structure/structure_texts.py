"""Texts for the tests of the structuring stage: the corpus, and regulations where they are at hand."""

from __future__ import annotations

import os
import tarfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from ingest.model.agreement import Source
from ingest.model.tree import Node, NodeKind
from ingest.structure import structure

ROOT = Path(__file__).resolve().parents[3]
CORPUS = sorted(path for path in (ROOT / "corpus").iterdir() if path.suffix in {".txt", ".md"})
SHARED = Path(os.environ.get("AFSPRAKEN_SHARED", ROOT.parent / "shared"))


def source(text: str, name: str = "test") -> Source:
    """A source around ``text``."""
    return Source(name, text, "", "utf-8", "text/plain")


def tree(text: str) -> Node:
    """The tree of ``text``."""
    return structure(source(text))


@cache
def corpus_text(stem: str) -> str:
    """The text of the corpus file whose name begins with ``stem``, line ends untouched."""
    path = next(path for path in CORPUS if path.name.startswith(stem))
    return path.read_bytes().decode("utf-8")


@cache
def corpus_tree(stem: str) -> Node:
    """The tree of that corpus file."""
    return tree(corpus_text(stem))


def find(node: Node, eid: str) -> Node:
    """The node below ``node`` with this eId."""
    return next(each for each in node.walk() if each.eid == eid)


def kinds(node: Node, kind: NodeKind) -> list[Node]:
    """Every node of one kind, in reading order."""
    return [each for each in node.walk() if each.kind is kind]


def words(node: Node, kind: NodeKind) -> list[str]:
    """The texts of every node of one kind."""
    return [each.text.text for each in kinds(node, kind)]


def outline(node: Node) -> list[str]:
    """The headings of a tree: number and words, set in by depth."""
    found: list[str] = []

    def visit(each: Node, depth: int) -> None:
        if each.kind in (NodeKind.DIVISION, NodeKind.ARTICLE):
            found.append(f"{'  ' * depth}{each.number or ''} {each.text.text}".rstrip())
        for child in each.children:
            visit(child, depth + (each.kind in (NodeKind.DIVISION, NodeKind.ARTICLE)))

    visit(node, 0)
    return found


def regulations(count: int) -> Iterator[tuple[str, str]]:
    """About ``count`` regulations in Markdown, evenly drawn; skips the test where they are not at hand."""
    archive = SHARED / "data" / "laws-nl-3000.tar.gz"
    if not archive.exists():
        pytest.skip("the archive of regulations is not at hand (AFSPRAKEN_SHARED or ../shared)")
    with tarfile.open(archive) as tar:
        members = (member for member in tar if member.name.endswith(".md"))
        for index, member in enumerate(members):
            if index % (3000 // count) == 0:
                stream = tar.extractfile(member)
                assert stream is not None
                yield member.name, stream.read().decode("utf-8")
