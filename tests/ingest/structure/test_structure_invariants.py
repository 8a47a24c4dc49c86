"""What holds for every tree of every text."""

from __future__ import annotations

import html
import re
from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from structure_texts import CORPUS, corpus_text, regulations, source

from ingest.model.tree import Node, NodeKind
from ingest.structure import sections, structure

ENTITY = re.compile(r"&(?:#\w+|\w+);")
SPACE = re.compile(r"\s")
WORDS = (
    NodeKind.DOCUMENT,
    NodeKind.DIVISION,
    NodeKind.ARTICLE,
    NodeKind.PARTIES,
    NodeKind.RECITALS,
    NodeKind.SIGNATURES,
)


def check_spans(text: str, node: Node) -> None:
    for child in node.children:
        assert node.span.start <= child.span.start <= child.span.end <= node.span.end, (node.eid, child.eid)
        check_spans(text, child)


def check_words(text: str, node: Node) -> None:
    offsets = node.text.offsets
    assert all(a < b for a, b in pairwise(offsets)), node.eid
    assert not node.text or (node.span.start <= offsets[0] and offsets[-1] < node.span.end), node.eid
    assert "  " not in node.text.text
    assert node.text.text == node.text.text.strip()
    if SPACE.sub(" ", "".join(map(text.__getitem__, offsets))) == node.text.text:
        return
    for char, offset in zip(node.text.text, offsets, strict=True):
        if char != " " and text[offset] != char:
            entity = ENTITY.match(text, offset) or ENTITY.search(text, max(offset - 12, 0), offset + 12)
            assert entity, (node.eid, char, text[offset])
            assert char in html.unescape(entity.group())
        if char == " " and not text[offset].isspace():
            assert ENTITY.match(text, offset) or text[offset] in "<*_[]", (
                node.eid,
                offset,
                text[offset - 5 : offset + 5],
            )


def check_nothing_lost(text: str, root: Node) -> None:
    covered = bytearray(len(text))
    for node in root.walk():
        if node.kind not in WORDS:
            covered[node.span.start : node.span.end] = b"\1" * len(node.span)
        elif node.text:
            line_end = re.compile(r"[\r\n]|$").search(text, node.text.offsets[-1] + 1)
            start = text.rfind("\n", 0, node.text.offsets[0]) + 1 if node.kind is NodeKind.DOCUMENT else node.span.start
            assert line_end is not None
            covered[start : line_end.start()] = b"\1" * (line_end.start() - start)
        elif node.number:
            line_end = re.compile(r"[\r\n]|$").search(text, node.span.start)
            assert line_end is not None
            covered[node.span.start : line_end.start()] = b"\1" * (line_end.start() - node.span.start)
    lost = [text[match.start() : match.end()] for match in re.finditer(rb"\0+", covered)]
    assert not [words for words in lost if re.sub(r"[>\s]", "", words)]


def check(text: str) -> Node:
    root = structure(source(text))
    assert root.kind is NodeKind.DOCUMENT
    assert (root.span.start, root.span.end) == (0, len(text))
    check_spans(text, root)
    for node in root.walk():
        check_words(text, node)
    check_nothing_lost(text, root)
    doubles = [eid for eid, count in Counter(node.eid for node in root.walk()).items() if count > 1]
    assert not doubles
    assert set(sections(root)) == {node.eid for node in root.walk()}
    return root


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_corpus(path):
    root = check(corpus_text(path.stem))
    assert structure(source(corpus_text(path.stem))) == root


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_line_ends_change_no_words(path):
    unix = structure(source(corpus_text(path.stem)))
    windows = check(corpus_text(path.stem).replace("\n", "\r\n"))
    assert [node.text.text for node in windows.walk()] == [node.text.text for node in unix.walk()]


def test_regulations():
    for name, text in regulations(200):
        try:
            check(text)
        except AssertionError as error:
            raise AssertionError(name) from error


LINES = st.sampled_from(
    [
        "Artikel 1 - Doel",
        "1. De partij betaalt.",
        "a. het eerste;",
        "• een punt",
        "   o lager punt",
        "# Kop",
        "## 2.1 Kop",
        "Rijk\t19%\tja",
        "| a | b |",
        "|---|---|",
        "De ondergetekenden:",
        "Overwegende dat:",
        "12",
        "Titel",
        "",
        "",
        " ",
        "tekst die doorloopt zonder einde en nog wat verder gaat tot aan de rechter",
        "Aldus overeengekomen te Oost",
        "1 Een voetnoot.",
        "woord1 verder.",
        "\t<ul><li>x &amp; y</li></ul>",
        "be-",
        "heer",
        "**Vet**",
        "Pagina 1 van 2",
        "\f",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(LINES, max_size=30).map("\n".join))
def test_any_lines(text):
    check(text)


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="aA1.(\n\t -•|<>&;*#[]é\f\r", max_size=80))
def test_any_characters(text):
    check(text)
