"""Tables whose columns were aligned with spaces."""

from __future__ import annotations

import pytest
from structure_texts import kinds, tree, words

from ingest.model.tree import Node, NodeKind

TASKS = """\
Wie            Wat                         Wanneer
Beheerder      register bijhouden          elke maand
Directeur      begroting opstellen         voor 1 mei
Raad           begroting vaststellen       voor 1 juli
"""
RULED = """\
Deelnemer         Aandeel      Toelichting
----------------  -----------  ---------------
Gemeente Dal      40%
Gemeente Beek     60%          betaalt vooraf
"""


def read(table: str) -> Node:
    return tree(f"Overeenkomst\n\nArtikel 1 Werk\n\nDe raad en de beheerder werken samen.\n\n{table}\nDat is alles.\n")


def rows(root: Node) -> list[list[list[str]]]:
    return [
        [[cell.text.text for cell in row.children] for row in table.children] for table in kinds(root, NodeKind.TABLE)
    ]


def test_words_that_head_columns_open_a_table() -> None:
    root = read(TASKS)
    assert rows(root) == [
        [
            ["Wie", "Wat", "Wanneer"],
            ["Beheerder", "register bijhouden", "elke maand"],
            ["Directeur", "begroting opstellen", "voor 1 mei"],
            ["Raad", "begroting vaststellen", "voor 1 juli"],
        ]
    ]
    assert words(root, NodeKind.BLOCK) == ["De raad en de beheerder werken samen.", "Dat is alles."]


def test_a_broken_rule_opens_a_table_below_any_words_and_an_empty_cell_stays() -> None:
    root = read(RULED)
    assert rows(root) == [
        [
            ["Deelnemer", "Aandeel", "Toelichting"],
            ["Gemeente Dal", "40%", ""],
            ["Gemeente Beek", "60%", "betaalt vooraf"],
        ]
    ]


@pytest.mark.parametrize("table", [TASKS, RULED])
def test_the_first_row_is_the_header(table: str) -> None:
    found = kinds(read(table), NodeKind.ROW)
    assert [row.header for row in found] == [True] + [False] * (len(found) - 1)


def test_cells_keep_their_place_in_the_text() -> None:
    root = read(TASKS)
    text = f"Overeenkomst\n\nArtikel 1 Werk\n\nDe raad en de beheerder werken samen.\n\n{TASKS}\nDat is alles.\n"
    assert all(cell.text.span().of(text) == cell.text.text for cell in kinds(root, NodeKind.CELL))


@pytest.mark.parametrize(
    "lines",
    [
        "Wie            Wat\nDe beheerder meldt elke storing aan de raad.\nDe raad betaalt de kosten daarvan.\n",
        "Wie            Wat\nBeheerder      register\n",
    ],
)
def test_what_is_no_table(lines: str) -> None:
    assert kinds(read(lines), NodeKind.TABLE) == []


def test_short_titles_far_apart_open_a_table() -> None:
    table = """\
Gremium              Komt bijeen          Zit voor
Stuurtafel           elke maand           de wethouder
Werktafel            elke week            de projectleider
"""
    assert rows(read(table))[0][1] == ["Stuurtafel", "elke maand", "de wethouder"]
