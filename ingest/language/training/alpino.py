"""Reader of treebanks in Alpino XML: dependency structures as trees of frozen nodes."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from ingest.language.training.cgn import normalised


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """A node of an Alpino tree: a phrase (`category`), a word (`form`), or a trace (neither, only an `index`).

    `begin` counts words from 0; `kind` is Alpino's own part of speech. A phrase or word that a trace refers to
    carries the same `index` as the trace.
    """

    relation: str
    begin: int
    category: str | None = None
    index: str | None = None
    form: str | None = None
    lemma: str | None = None
    kind: str | None = None
    tag: str | None = None
    children: tuple[Node, ...] = ()

    @property
    def is_trace(self) -> bool:
        """True if the node only points to the place where its phrase stands."""
        return self.category is None and self.form is None

    def words(self) -> Iterator[Node]:
        """Yield the words at or below the node, in the order of the tree."""
        if self.form is not None:
            yield self
        for child in self.children:
            yield from child.words()

    def descendants(self) -> Iterator[Node]:
        """Yield the node and all nodes below it."""
        yield self
        for child in self.children:
            yield from child.descendants()


@dataclass(frozen=True, slots=True)
class Tree:
    """The dependency structure of one sentence, with the file it was read from."""

    source: str
    top: Node


def read_treebanks(archive: Path) -> Iterator[Tree]:
    """Yield every tree of a gzipped tar archive of Alpino XML files, in the order of the archive."""
    with tarfile.open(archive, "r:gz") as files:
        for member in files:
            content = files.extractfile(member) if member.name.endswith(".xml") else None
            if content is not None:
                top = ElementTree.parse(content).getroot().find("node")
                if top is not None:
                    yield Tree(member.name, _node(top))


def _node(element: ElementTree.Element) -> Node:
    postag = element.get("postag")
    return Node(
        relation=element.get("rel", "--"),
        begin=int(element.get("begin", "0")),
        category=element.get("cat"),
        index=element.get("index"),
        form=element.get("word"),
        lemma=element.get("lemma"),
        kind=element.get("pos"),
        tag=normalised(postag) if postag else None,
        children=tuple(_node(child) for child in element.iterfind("node")),
    )
