"""Responsibility matrices."""

from __future__ import annotations

import html
import re

import pytest
from understood_texts import corpus, understand

from ingest.model.statements import RaciLetter
from ingest.structure import sections
from ingest.understand.raci import is_responsibility_matrix, matrices, party_columns

STEM = "regie-op-informatievoorziening"
ROW = re.compile(r"^(?P<activity>[^\t\n]+)\t(?P<first>[RASCI/ ]*)\t?(?P<second>[RASCI/ ]*)\r?$", re.MULTILINE)


def letters(cell):
    return [letter for letter in cell if letter in "RASCI"]


def plain(markdown):
    """The words of a cell of Markdown with HTML, without list marks and white space."""
    return "".join(re.sub(r"<[^>]*>|▪|•", "", html.unescape(markdown)).split())


def rows_of_the_source():
    text = corpus().of(STEM).understood.source.text
    return [row for row in ROW.finditer(text) if letters(row["first"]) or letters(row["second"])]


def test_every_cell_of_the_corpus_is_as_the_lines_of_the_source_have_it():
    read = corpus().of(STEM)
    found, expected = read.understood.responsibilities, rows_of_the_source()
    assert len(found) == len(expected) == 139
    for row, line in zip(found, expected, strict=True):
        assert [list(cell.letters) for cell in row.assignments] == [letters(line["first"]), letters(line["second"])]
        assert plain(line["activity"]) == plain(row.activity)
        assert line.start() <= row.span.start < row.span.end <= line.end("activity")
        assert [read.label(cell.actor) for cell in row.assignments] == ["Drechtsteden", "Opdrachtnemer"]


def test_every_row_stands_in_its_numbered_section():
    read = corpus().of(STEM)
    headings = list(
        re.finditer(r"^(?:#+ |[*]{2})+(?P<number>\d+(?:\.\d+)+) ", read.understood.source.text, re.MULTILINE)
    )
    for row in read.understood.responsibilities:
        above = [heading["number"] for heading in headings if heading.start() < row.span.start]
        assert row.section.split()[0] == above[-1]


def test_the_nodes_of_rows_are_in_the_tree():
    tree = corpus().of(STEM).understood.tree
    nodes = {node.eid: node for node in tree.walk()}
    tables = {table.eid for table in matrices(tree)}
    for row in corpus().of(STEM).understood.responsibilities:
        assert nodes[row.node].span.start <= row.span.start
        assert any(row.node.startswith(table) for table in tables)
    assert tables <= set(sections(tree))


def test_no_other_agreement_has_a_matrix():
    assert [one.entry.id for one in corpus().understood.values() if one.responsibilities] == [
        corpus().of(STEM).understood.entry.id
    ]


def matrix(*rows, head="Activiteit | Rol van Beek | Rol van Oever"):
    lines = [head, " | ".join(["---"] * (head.count("|") + 1)), *rows]
    return "\n".join(f"| {line} |" for line in lines)


def cells(text):
    read = understand(text)
    return [
        (row.activity, *("".join(cell.letters) for cell in row.assignments)) for row in read.understood.responsibilities
    ]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("R/A", "RA"),
        ("A, R", "AR"),
        ("AR", "AR"),
        ("R + C", "RC"),
        ("R & I", "RI"),
        ("S", "S"),
        (" A ", "A"),
        ("ICA", "ICA"),
    ],
)
def test_letters_of_a_cell(cell, expected):
    assert cells(matrix(f"Melden | {cell} | I", "Betalen | A | R"))[0] == ("Melden", expected, "I")


def test_an_empty_cell_has_no_letters():
    assert cells(matrix("Melden | R | ", "Betalen | A | R", "Sluiten | | R", "Openen | A | C")) == [
        ("Melden", "R", ""),
        ("Betalen", "A", "R"),
        ("Sluiten", "", "R"),
        ("Openen", "A", "C"),
    ]


def test_a_row_with_an_empty_last_cell_and_one_after_a_blank_line_are_read():
    text = "## Werk\n\nActiviteit\tRol Beek\tRol Oever\nMelden\tAR\t\n\nBetalen\tA\tR\nSluiten\tI\tR\n"
    assert cells(text) == [("Melden", "AR", ""), ("Betalen", "A", "R"), ("Sluiten", "I", "R")]


def test_more_columns_give_more_parties():
    text = matrix("Melden | R | A | C | I", "Betalen | A | R | I | C", head="Taak | Raad | Bestuur | Directie | Staf")
    read = understand(text)
    assert [read.registry.resolve(name, "proef").label for name in ("Bestuur", "Staf")] == ["bestuur", "Staf"]
    assert cells(text) == [("Melden", "R", "A", "C", "I"), ("Betalen", "A", "R", "I", "C")]
    assert read.statements == ()


@pytest.mark.parametrize(
    "text",
    [
        matrix("Melden | per maand | Beek", "Betalen | per jaar | Oever"),
        matrix("Melden | A | nader te bepalen", "Betalen | R | I"),
        matrix("Melden | |", "Betalen | |", "Sluiten | R |"),
        matrix("Groep A | B | C", "Groep B | A | D"),
        "Melden\tA\tR\nBetalen\tR\tA\n",
    ],
)
def test_what_is_no_matrix(text):
    assert cells(text) == []


def test_the_words_that_all_headers_share_are_no_part_of_the_party():
    (table,) = matrices(understand(matrix("Melden | R | A", "Betalen | A | R")).understood.tree)
    assert is_responsibility_matrix(table)
    assert party_columns(table) == ("Beek", "Oever")


def test_letters_are_those_of_rasci():
    assert "".join(RaciLetter) == "RASCI"
