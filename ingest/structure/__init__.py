"""The structuring stage: from the exact text of an agreement to the tree of its parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.model.agreement import Source
from ingest.model.tree import Node, NodeKind
from ingest.structure.aligned import aligned_rows
from ingest.structure.build import build
from ingest.structure.cutter import cut_chunks
from ingest.structure.drafts import Draft
from ingest.structure.eids import name_nodes
from ingest.structure.furniture import find_furniture
from ingest.structure.labels import section_label, sections
from ingest.structure.lines import Line, measure, page_starts, split_lines
from ingest.structure.notes import Note, find_notes
from ingest.structure.outline import settle
from ingest.structure.words import Writer

__all__ = ["section_label", "sections", "structure"]


def structure(source: Source) -> Node:
    """The tree of ``source``: divisions, articles, members, lists, tables, footnotes, parties and signatures.

    Spans and offsets count code points in ``source.text``. Every node lies within its parent; footnotes and
    furniture that interrupt a sentence stand beside the block they interrupt. The same text gives the same tree and
    the same eIds. Raises nothing: a text without any structure is one document with blocks.
    """
    text = source.text
    lines = split_lines(text)
    layout = measure(text, lines)
    rules_of_tables = {index for index, cells in aligned_rows(text, lines).items() if not cells}
    furniture = find_furniture(text, lines, layout) - rules_of_tables
    notes = find_notes(text, lines, furniture, layout)
    noted = frozenset(index for note in notes for index in note.lines)
    outline = settle(text, cut_chunks(text, page_starts(lines, noted), furniture | noted, layout))
    asides = [*_furniture(lines, furniture), *(_footnote(note, lines) for note in notes)]
    root = build(text, outline, asides)
    name_nodes(root, text)
    return root.freeze(Writer(text, [note.reference for note in notes if note.reference]))


def _footnote(note: Note, lines: Sequence[Line]) -> Draft:
    first, last = lines[note.lines[0]], lines[note.lines[-1]]
    ranges = [(note.words, first.right), *((lines[n].left, lines[n].right) for n in note.lines[1:])]
    return Draft(NodeKind.FOOTNOTE, first.left, last.right, ranges, note.number)


def _furniture(lines: Sequence[Line], found: frozenset[int]) -> Iterator[Draft]:
    """One node for each stretch of furniture with no other words between."""
    run: list[int] = []
    for index, line in enumerate(lines):
        if index in found:
            run.append(index)
        elif run and not line.blank:
            yield _furnished(lines, run)
            run = []
    if run:
        yield _furnished(lines, run)


def _furnished(lines: Sequence[Line], run: Sequence[int]) -> Draft:
    ranges = [(lines[index].left, lines[index].right) for index in run]
    return Draft(NodeKind.FURNITURE, ranges[0][0], ranges[-1][1], ranges)
