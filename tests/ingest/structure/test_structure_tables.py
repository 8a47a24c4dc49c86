"""Tables: cells, headers, lists inside cells, rows that go on, columns of white space."""

from __future__ import annotations

from structure_texts import corpus_text, corpus_tree, find, kinds, tree, words

from ingest.model.tree import NodeKind


def rows(table):
    """The words of a table, row by row."""
    return [[cell.text.text for cell in row.children] for row in table.children]


def test_a_matrix_with_header_and_empty_cells():
    table = kinds(find(corpus_tree("regie"), "sec_6.4.1"), NodeKind.TABLE)[0]
    assert rows(table)[0] == ["Activiteit", "Verantwoordelijkheid Drechtsteden", "Verantwoordelijkheid Opdrachtnemer"]
    assert [row.header for row in table.children] == [True] + [False] * (len(table.children) - 1)
    assert ["Diagnose door eerste lijn", "AR", ""] in rows(table)
    assert len(table.children) == 11
    assert {len(row.children) for row in table.children} == {3}


def test_every_matrix_of_the_document_is_one_table_with_a_header():
    tables = kinds(find(corpus_tree("regie"), "chp_6"), NodeKind.TABLE)
    assert len(tables) == 20
    assert all(table.children[0].header and not any(row.header for row in table.children[1:]) for table in tables)


def test_lists_in_cells_keep_their_nesting_and_exact_words():
    text, root = corpus_text("bijlage"), corpus_tree("bijlage")
    table = kinds(root, NodeKind.TABLE)[0]
    assert [row.children[0].text.text for row in table.children] == [
        "Strategisch Beheer",
        "Tactisch Beheer",
        "",
        "Operationeel Beheer",
    ]
    assert not any(row.header for row in table.children)
    tasks = table.children[1].children[1].children[0].children
    assert tasks[2].text.text == "Borgen werking DSO-LV in DSO als stelsel;"
    assert tasks[2].text.span().of(text) == tasks[2].text.text
    assert len(tasks[2].children[0].children) == 6
    assert tasks[3].text.text.startswith("Borgen werking DSO-LV als keten")
    assert not any("<" in item or "•" in item or "○" in item for item in words(table, NodeKind.ITEM))


def test_words_before_a_list_are_the_cells_own():
    cell = next(
        node for node in kinds(corpus_tree("regie"), NodeKind.CELL) if node.text.text == "Opstellen van budgetten"
    )
    assert len(cell.children[0].children) == 4


def test_paragraphs_and_lists_in_turn():
    cell = kinds(find(corpus_tree("regie"), "chp_8"), NodeKind.TABLE)[0].children[1].children[2]
    assert [child.kind for child in cell.children] == [NodeKind.BLOCK, NodeKind.LIST, NodeKind.BLOCK, NodeKind.LIST]
    assert words(cell, NodeKind.BLOCK) == ["Drechtsteden:", "Opdrachtnemer:"]


def test_a_number_before_the_words_of_a_cell():
    root = corpus_tree("regie")
    cell = next(node for node in kinds(root, NodeKind.CELL) if node.text.text == "Risicoanalyse uitvoeren")
    assert cell.number == "2."


def test_inline_tags_and_entities():
    root = tree("Taak\tRol\nHerstel in de 2 <sup>e</sup> lijn &amp; daarna\tR\n")
    assert words(root, NodeKind.CELL)[2] == "Herstel in de 2 e lijn & daarna"


def test_pipe_tables_with_separator_and_repeated_header():
    root = tree("| Overleg | Doel |\n|---|:--|\n| Kerngroep | sturing |\n\n| Overleg | Doel |\n| Raad | toezicht |\n")
    table = kinds(root, NodeKind.TABLE)[0]
    assert rows(table) == [["Overleg", "Doel"], ["Kerngroep", "sturing"], ["Overleg", "Doel"], ["Raad", "toezicht"]]
    assert [row.header for row in table.children] == [True, False, True, False]
    assert words(root, NodeKind.FURNITURE) == ["|---|:--|"]


def test_years_head_the_figures_below_them():
    root = tree(
        "De bijdragen zijn:\n\nPartij     2024     2025\nRijk     € 100     € 120\nProvincie     € 50     € 60\n"
    )
    table = kinds(root, NodeKind.TABLE)[0]
    assert rows(table)[0] == ["Partij", "2024", "2025"]
    assert [row.header for row in table.children] == [True, False, False]


def test_lists_of_html_in_running_text():
    root = tree("De taken: <ul><li>• plan;</li><li>○ <b>meten</b></li></ul> <p>Klaar.</p>\n")
    assert [child.kind for child in root.children] == [NodeKind.BLOCK, NodeKind.LIST, NodeKind.BLOCK]
    assert words(root, NodeKind.ITEM) == ["plan;", "meten"]


def test_figures_in_columns_of_white_space():
    table = kinds(find(corpus_tree("beheerarrangement"), "chp_7"), NodeKind.TABLE)[0]
    assert rows(table) == [
        ["Rijk", "19%", "€ 5,0 mln."],
        ["Provincies", "6%", "€ 1,6 mln."],
        ["Gemeenten", "70%", "€ 18,0 mln."],
        ["Waterschappen", "5%", "€ 1,3 mln."],
        ["Totaal", "100%", "€ 25,9 mln."],
    ]


def test_a_table_below_the_lead_in_of_a_member():
    root = tree(
        "Artikel 3: Kosten\n1. De kosten worden zo verdeeld:\n\n"
        "  Gemeente   60%   € 120\n  Dienst   40%   € 80\n\n2. Klaar.\n"
    )
    assert find(root, "art_3__lid_1").children[0].kind is NodeKind.TABLE
    assert find(root, "art_3__lid_2").text.text == "Klaar."


def test_a_line_with_one_pipe_is_no_row():
    assert (
        kinds(tree("Zie ook:\n\n| een kanttekening van de secretaris\n\nDaarna gaat het verder.\n"), NodeKind.TABLE)
        == []
    )
