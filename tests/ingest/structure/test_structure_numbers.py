"""Numbers of other forms: behind the letter of an annex, below other numbers, in bold, behind a section sign."""

from __future__ import annotations

import pytest
from structure_texts import kinds, outline, tree, words

from ingest.model.tree import NodeKind
from ingest.structure.markers import number_marker


@pytest.mark.parametrize(
    ("line", "label", "depth"),
    [
        ("C.1 Gemeenten", "C.1", 2),
        ("C.2.3 Gemeenten", "C.2.3", 3),
        ("B3. De vervoerder rijdt.", "B3.", 1),
        ("B12) De vervoerder rijdt.", "B12)", 1),
        ("3.1.1 het register bijhouden", "3.1.1", 3),
        ("**1.2** De beheerder meldt storingen.", "1.2", 2),
        ("§ 4. De raad betaalt.", "§ 4.", 1),
    ],
)
def test_a_number_with_its_label_and_depth(line: str, label: str, depth: int) -> None:
    marker = number_marker(line)
    assert marker is not None
    assert (marker.label, marker.depth) == (label, depth)


@pytest.mark.parametrize("line", ["A4 is de maat van het papier.", "C.V. Beek betaalt."])
def test_a_letter_with_a_figure_in_a_sentence_is_no_number(line: str) -> None:
    assert number_marker(line) is None


def test_sections_with_the_letter_of_their_annex() -> None:
    found = outline(
        tree(
            "Overeenkomst vervoer\n\nC.1 Gemeenten\n\nDe gemeenten betalen de ritten.\n\n"
            "C.2 Centrale\n\nDe centrale plant de ritten.\n"
        )
    )
    assert [heading.strip() for heading in found] == ["C.1 Gemeenten", "C.2 Centrale"]


def test_items_with_the_letter_of_their_annex() -> None:
    root = tree("Overeenkomst\n\nB1. De gemeenten betalen.\nB2. De centrale plant.\nB3. De vervoerder rijdt.\n")
    assert [item.number for item in kinds(root, NodeKind.ITEM)] == ["B1.", "B2.", "B3."]


def test_numbers_below_a_number_begin_with_a_small_letter() -> None:
    root = tree(
        "Overeenkomst\n\n3 Werk\n\n3.1 De beheerder heeft deze taken:\n3.1.1 het bijhouden van het register;\n"
        "3.1.2 het melden van storingen.\n\n3.2 De raad betaalt de kosten.\n"
    )
    assert [part.number for part in kinds(root, NodeKind.PARAGRAPH)] == ["3.1", "3.1.1", "3.1.2", "3.2"]


def test_a_number_in_a_sentence_that_a_line_opens_with_is_none() -> None:
    root = tree(
        "Overeenkomst\n\n3 Werk\n\n3.1 De beheerder houdt het register bij zoals bedoeld in paragraaf\n"
        "4.2.1 van de bijlage bij deze overeenkomst.\n\n3.2 De raad betaalt de kosten.\n"
    )
    assert [part.number for part in kinds(root, NodeKind.PARAGRAPH)] == ["3.1", "3.2"]


def test_bold_numbers_number_paragraphs() -> None:
    root = tree(
        "# Plan\n\n## 1. Werk\n\n**1.1** Sinds 2022 werken de waterschappen samen.\n\n"
        "**1.2** De beheerder houdt een register bij.\n"
    )
    found = kinds(root, NodeKind.PARAGRAPH)
    assert [(part.number, part.text.text) for part in found] == [
        ("1.1", "Sinds 2022 werken de waterschappen samen."),
        ("1.2", "De beheerder houdt een register bij."),
    ]


@pytest.mark.parametrize("line", ["Veendam, 12 maart 2031", "Den Burg, de 3 mei 2031.", "Sint Anna, d.d. 1 juni 2031"])
def test_a_place_with_a_date_is_no_heading(line: str) -> None:
    root = tree(f"# Overeenkomst\n\n## Slot\n\nDe raad betaalt de kosten.\n\n{line}\n\nDe directeur meldt storingen.\n")
    assert [heading.strip() for heading in outline(root)] == ["Slot"]
    assert line in words(root, NodeKind.BLOCK)
