"""List items: marks of every kind, nesting, continuation, lead-ins."""

from __future__ import annotations

from itertools import pairwise

import pytest
from structure_texts import corpus_tree, find, kinds, tree, words

from ingest.model.tree import NodeKind


def shape(node):
    """The items below a node as nested lists of their words."""
    found = []
    for child in node.children:
        if child.kind is NodeKind.LIST:
            found.extend([item.text.text, *([shape(item)] if shape(item) else [])] for item in child.children)
    return found


def test_items_over_blank_lines_and_pages():
    items = words(find(corpus_tree("beheerarrangement"), "chp_2"), NodeKind.ITEM)
    assert len(items) == 21
    assert items[0].endswith("de bevoegde gezagen van Rijksinstellingen, provincies, gemeenten en waterschappen")
    assert items[5].endswith("die behoren tot DSO-LV basisniveau door de programmaorganisatie.")


def test_a_nested_list_and_the_item_after_it():
    outer = find(corpus_tree("beheerarrangement"), "sec_4.1__list_1").children
    assert len(outer) == 5
    assert [item.text.text[:12] for item in kinds(outer[3], NodeKind.ITEM)[1:]] == [
        "Sturen op en",
        "Organiseren ",
        "Coördinatie ",
    ]
    assert {item.number for item in kinds(outer[3], NodeKind.ITEM)[1:]} == {"o"}
    assert outer[4].text.text.startswith("Operationele beheerders:")


def test_bullets_whose_glyph_is_lost():
    steps = find(corpus_tree("beheerarrangement"), "sec_6.3__div_opdracht__list_2").children
    assert [step.number for step in steps] == ["(1)", "(2)", "(3)", "(4)"]
    assert [len(kinds(step, NodeKind.ITEM)) - 1 for step in steps] == [6, 4, 2, 2]


def test_a_mixed_way_of_writing_the_same_numbers():
    items = find(corpus_tree("beheerarrangement"), "chp_3__sec_2__list_1").children
    assert [item.number for item in items] == ["(1)", "(2)", "3)"]


def test_a_number_inside_a_sentence_at_a_line_start_is_no_item():
    block = next(
        node for node in corpus_tree("beheerarrangement").walk() if "te organiseren en (3) deze ene" in node.text.text
    )
    assert block.kind is NodeKind.BLOCK


def test_letters_under_a_member_and_roman_figures():
    root = corpus_tree("meerpartijen")
    assert [item.number for item in find(root, "art_3__lid_2__list_1").children] == [f"{c}." for c in "abcdefg"]
    assert find(root, "art_2__lid_5__onder_ii").text.text.startswith("Instructiebevoegdheid aan de OBO’s")
    assert find(root, "art_3__lid_1__onder_c").text.text.startswith(
        "Een keer per kwartaal wordt verantwoording afgelegd"
    )


def test_a_list_that_a_page_break_set_out():
    items = find(corpus_tree("bijlage"), "cmp_3__div_werkwijze-strategische-beheerorganisatie__list_1").children
    assert [item.number for item in items] == ["(1)", "(2)", "(3)", "(4)"]
    assert [len(item.children[0].children) for item in items] == [5, 4, 2, 2]


def test_one_glyph_at_two_indents():
    root = tree("- het beheer:\n  - plannen;\n  - meten;\n- de regie.\n")
    assert shape(root) == [["het beheer:", [["plannen;"], ["meten;"]]], ["de regie."]]


@pytest.mark.parametrize("glyphs", ["•o", "-–", "○▪", "*-", "–•"])
def test_two_glyphs_nest(glyphs):
    outer, inner = glyphs
    root = tree(f"De taken zijn:\n\n{outer} het beheer:\n{inner} plannen;\n{inner} meten;\n{outer} de regie.\n")
    assert shape(root) == [["het beheer:", [["plannen;"], ["meten;"]]], ["de regie."]]


@pytest.mark.parametrize(
    "marks", [("1.", "2."), ("a)", "b)"), ("(i)", "(ii)"), ("A.", "B."), ("1°", "2°"), ("I.", "II.")]
)
def test_numbers_of_every_style(marks):
    one, two = marks
    root = tree(f"De taken zijn:\n\n{one} het beheer, dat doorloopt op\n   de volgende regel;\n{two} de regie.\n")
    assert shape(root) == [["het beheer, dat doorloopt op de volgende regel;"], ["de regie."]]
    assert [item.number for item in kinds(root, NodeKind.ITEM)] == [one, two]


def test_the_letter_i_after_h():
    letters = "abcdefghij"
    root = tree("De taken zijn:\n" + "".join(f"{c}. taak {c};\n" for c in letters))
    assert [item.number for item in kinds(root, NodeKind.LIST)[0].children] == [f"{c}." for c in letters]


def test_text_between_two_numbers_belongs_to_the_first():
    root = tree(
        "De taken zijn:\n\n1. Het beheer.\n\nDit omvat ook de regie.\n\n2. De controle.\n\nDaarmee is alles gezegd.\n"
    )
    first, second = kinds(root, NodeKind.ITEM)
    assert words(first, NodeKind.BLOCK) == ["Dit omvat ook de regie."]
    assert not second.children
    assert root.children[-1].text.text == "Daarmee is alles gezegd."


def test_the_lead_in_stands_just_before_its_list():
    children = find(corpus_tree("beheerarrangement"), "sec_6.3__div_opdracht").children
    for above, below in pairwise(children):
        if below.kind is NodeKind.LIST:
            assert above.kind is NodeKind.BLOCK
            assert above.text.text.endswith(":")


def test_initials_open_no_list():
    root = tree("Utrecht, 1 mei 2020,\n\nde minister,\nJ. W. de Vries\n\nP. H. Smit\n")
    assert not kinds(root, NodeKind.ITEM)


LETTERS_WITH_ROMAN_FIGURES = """Artikel 4 Taken van de beheerder

De beheerder draagt zorg voor:

a. het onderhoud van de sluis:
i. het smeren van de deuren;
ii. het schilderen van de brug;
b. het innen van het sluisgeld;
c. het bijhouden van het logboek.
"""


@pytest.mark.parametrize("indent", ["", "   "])
def test_letters_go_on_after_roman_figures_below_one_of_them(indent):
    article = tree(LETTERS_WITH_ROMAN_FIGURES.replace("\ni", f"\n{indent}i")).children[0]
    assert shape(article) == [
        ["het onderhoud van de sluis:", [["het smeren van de deuren;"], ["het schilderen van de brug;"]]],
        ["het innen van het sluisgeld;"],
        ["het bijhouden van het logboek."],
    ]


def test_a_ninth_letter_is_no_roman_figure():
    items = "".join(f"{letter}. het onderhoud van sluis {letter.upper()};\n" for letter in "abcdefghij")
    assert len(shape(tree(f"Artikel 4 Taken\n\nDe beheerder draagt zorg voor:\n\n{items}").children[0])) == 10


def test_figures_set_in_two_spaces_hang_below_the_bullet():
    text = "De taken zijn:\n\n- het beheer;\n\n  1. de sluis;\n\n  2. de brug;\n\n- het toezicht.\n"
    assert shape(tree(text)) == [["het beheer;", [["de sluis;"], ["de brug;"]]], ["het toezicht."]]


def test_below_twelve_levels_items_stand_side_by_side():
    node = tree("De taken zijn:\n\n" + "".join(f"{'  ' * depth}- taak {depth}\n" for depth in range(14)))
    for _ in range(12):
        node = kinds(node, NodeKind.LIST)[0].children[0]
    assert node.text.text == "taak 11"
    assert words(
        tree("De taken zijn:\n\n" + "".join(f"{'  ' * depth}- taak {depth}\n" for depth in range(14))), NodeKind.ITEM
    )[-2:] == ["taak 12", "taak 13"]


def test_the_marks_of_quoted_lines_are_no_words() -> None:
    quoted = "Overeenkomst\n\nArtikel 4 komt te luiden:\n\n"
    quoted += "> **Artikel 4 Werk**\n>\n> 1. De raad:\n>    - besluit;\n>    - betaalt.\n> 2. De raad leest.\n"
    found = [node.words() for node in tree(quoted).walk() if node.kind is NodeKind.ITEM]
    assert "besluit;" in found
    assert not any(">" in node.words() for node in tree(quoted).walk() if node.text)
