"""Blocks cut into sentences."""

from __future__ import annotations

import pytest
from understood_texts import mapped

from ingest.model.text import MappedText
from ingest.understand.sentences import sentence_ranges, sentences


def cut(text):
    return [text[start:end] for start, end in sentence_ranges(text)]


@pytest.mark.parametrize(
    "expected",
    [
        ["De raad besluit.", "Hij betaalt."],
        ["Is dat zo?", "Ja!", "Goed."],
        ["“De raad besluit.”", "De directeur meldt."],
        ["(Zie de bijlage.)", "De raad besluit."],
        ["Dat blijkt later…", "De raad besluit."],
        ["De bijdrage is 25,9 mln.", "De raad betaalt."],
        ["De kaders, normen etc.", "De raad besluit."],
        ["1. De raad besluit.", "2. De directeur meldt."],
        ["Artikel 3.2 geldt.", "IV. De raad besluit."],
    ],
)
def test_sentences_end(expected):
    assert cut(" ".join(expected)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Zie art. 5 lid 2.",
        "De raad besluit o.a. over het plan m.b.t. de zorg.",
        "De heer ir. A.B. de Vries tekent namens mr. De Wit.",
        "Mevrouw M.H.T. Jansen tekent.",
        "De kosten zijn € 1.000,50 per jaar.",
        "Het plan geldt per 1 jan. 2031 voor allen.",
        "De bijdrage is 25,9 mln. 10 procent daarvan is voor Beek.",
        "Zie www.lumen.nl voor meer.",
        "Lumen B.V. te Beek levert.",
        "De raad besluit. en meldt dat.",
        "De taken bijv. Beheer en Regie.",
        "Zie nr. 5.",
    ],
)
def test_what_a_full_stop_does_not_end(text):
    assert cut(text) == [text]


def test_every_character_but_white_space_is_in_a_sentence():
    text = "  De raad (2031) besluit.   Hij betaalt! \n En dan? "
    assert "".join("".join(part.split()) for part in cut(text)) == "".join(text.split())


def test_sentences_keep_their_place_in_the_source():
    block = mapped("De raad besluit. Hij betaalt.")
    moved = MappedText(block.text, tuple(offset + 100 + (offset > 16) * 7 for offset in block.offsets))
    first, second = sentences(moved)
    assert (first.span().start, first.span().end) == (100, 116)
    assert (second.span().start, second.span().end) == (124, 136)


def test_a_block_without_words_has_no_sentences():
    assert cut("   ") == []
    assert cut("") == []


@pytest.mark.parametrize(
    ("block", "first"),
    [
        ("2 De raad besluit. Hij zendt het plan.", "De raad besluit."),
        ("3. Het bestuur betaalt.", "Het bestuur betaalt."),
        ("(4) Het bestuur betaalt.", "Het bestuur betaalt."),
        ("12 gemeenten doen mee.", "12 gemeenten doen mee."),
        ("2031 Het jaar begint.", "2031 Het jaar begint."),
    ],
)
def test_a_number_before_the_first_sentence_is_no_part_of_it(block, first):
    assert sentences(mapped(block))[0].text == first
