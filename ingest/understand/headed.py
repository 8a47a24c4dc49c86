"""Names that stand above what somebody does: as the heading of tasks, or among headings that are announced as roles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ingest.model.tree import HEADED, Node, NodeKind
from ingest.packaged import read_toml
from ingest.understand.finite import finite_forms
from ingest.understand.names import first_word

_LEAST = 2
_MOST_WORDS, _MOST_ABOVE = 4, 6
_LINES = frozenset({NodeKind.ITEM, NodeKind.BLOCK, NodeKind.PARAGRAPH})
_BELOW = frozenset({NodeKind.LIST, NodeKind.PARAGRAPH})
_LABEL = re.compile(r"^[^:]*\d[^:]*:\s*")
_ARTICLE = re.compile(r"^(?:de|het) ", re.IGNORECASE)
_BRACKET = re.compile(r"\s*\([^()]*\)\s*$")


def headed_names(tree: Node) -> list[tuple[str, None]]:
    """The names in headings below which at least two lines, and half of them, open with the verb that says what is
    done ("bewaakt de termijnen"), or that stand with others below a heading that announces roles ("Taken per rol"). A
    numbered line that has such lines below it is a heading too. A name stands in running text as well.
    """
    nodes = list(tree.walk())
    found = dict.fromkeys(name for node in nodes for name in _names(node))
    lines = [node.text.text.lower() for node in nodes if found and node.text and not _heads(node)]
    return [(name, None) for name in found if any(_stands_in(name.lower(), line) for line in lines)]


def called(heading: str) -> str:
    """What a heading calls somebody: without its own label ("Rolkaart 2: "), article and brackets."""
    return _ARTICLE.sub("", _BRACKET.sub("", _LABEL.sub("", heading)).strip(" :."))


def _heads(node: Node) -> bool:
    """Whether a node is a heading, or a line that stands as one above others."""
    line = node.kind in _LINES and any(child.kind in _BELOW for child in node.children)
    return node.kind in HEADED or (line and len(node.text.text.split()) <= _MOST_WORDS)


def _names(node: Node) -> Iterator[str]:
    if not _heads(node):
        return
    if _tells_what_is_done(node):
        yield from _name(node)
    below = [child for child in node.children if child.kind in HEADED]
    words_above = node.text.text.lower()
    if len(below) >= _LEAST and len(words_above.split()) <= _MOST_ABOVE and _patterns()[0].search(words_above):
        for child in below:
            yield from _name(child)


def _name(node: Node) -> Iterator[str]:
    name = called(node.text.text)
    fits = name.replace(" ", "").replace("-", "").isalpha() and len(name.split()) <= _MOST_WORDS
    if fits and not _patterns()[1].search(name.lower()):
        yield name


def _stands_in(name: str, line: str) -> bool:
    return name in line and re.search(rf"\b{re.escape(name)}\b", line) is not None


def _tells_what_is_done(node: Node) -> bool:
    lines = [line.text.text for line in _lines(node.children)]
    led = sum(_opens_with_verb(line) for line in lines)
    return led >= _LEAST and 2 * led >= len(lines)


def _lines(nodes: Sequence[Node]) -> Iterator[Node]:
    """The lines right below a heading; none below words that lead in a list, which name who acts."""
    for turn, node in enumerate(nodes):
        if node.kind is NodeKind.LIST and not (turn and nodes[turn - 1].kind in _LINES):
            yield from node.children
        elif node.kind in _LINES:
            yield node


def _opens_with_verb(line: str) -> bool:
    return first_word(line).lower() in finite_forms()


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What announces roles, and what is no name."""
    raw = read_toml("ingest.understand", "data/actors.toml")["headed"]
    return re.compile(raw["announces"]), re.compile(raw["no_name"])
