"""What stands around a clause when the classifier reads it."""

from __future__ import annotations

import pytest
from understood_texts import entry, tree

from ingest.encoding.weights import FOLDER, open_tokenizer
from ingest.understand import join
from ingest.understand.agreement import read_units
from ingest.understand.classifier import Passage
from ingest.understand.classifier.pieces import pieces_of
from ingest.understand.surroundings import passages

TEXT = """# Werkplan sluizen

## Taken

### Onderhoud

De beheerder zorgt voor:

- het smeren van de deuren;
- het keuren van:
  - de kettingen;

Alles gaat in een logboek.

| Taak | Wanneer |
| --- | --- |
| Schouw van de oevers | vóór 1 mei |
"""


@pytest.fixture(scope="module")
def around() -> dict[str, Passage]:
    root = tree(TEXT, media_type="text/markdown")
    found = passages(read_units(entry(), root, join([])), root, evaluation=False)
    return {passage.words: passage for passage in found}


def test_a_clause_has_the_two_headings_above_it(around: dict[str, Passage]) -> None:
    assert around["Alles gaat in een logboek."].headings == "Taken > Onderhoud"
    assert around["Alles gaat in een logboek."].lead == ""


def test_an_item_has_the_words_that_lead_in_its_list(around: dict[str, Passage]) -> None:
    assert around["het smeren van de deuren;"].lead == "De beheerder zorgt voor:"
    assert around["de kettingen;"].lead == "het keuren van:"


def test_a_cell_has_the_head_of_its_row(around: dict[str, Passage]) -> None:
    assert around["vóór 1 mei"].row == "Schouw van de oevers"
    assert around["vóór 1 mei"].place == "cell"


def test_the_place_tells_of_an_evaluation_and_of_its_zone() -> None:
    text = "Overwegende dat:\n\n- de sluis oud is;\n\nkomen overeen:\n\nArtikel 1 Sluis\n\n1. De sluis is open.\n"
    root = tree(text)
    found = list(passages(read_units(entry(), root, join([])), root, evaluation=True))
    assert "item recitals evaluation" in {passage.place for passage in found}


def test_only_the_pieces_of_the_clause_itself_are_its_own() -> None:
    tokenizer = open_tokenizer(FOLDER)
    passage = Passage("Dat meldt de raad.", place="item", headings="Taken", lead="De raad:", row="1")
    (pieces,) = pieces_of(tokenizer, [passage])
    own = [number for number, mine in zip(pieces.numbers, pieces.own, strict=True) if mine]
    assert tokenizer.decode(own).strip() == "Dat meldt de raad."
    assert len(pieces.numbers) > len(own)


def test_long_words_are_cut_and_long_headings_keep_their_end() -> None:
    tokenizer = open_tokenizer(FOLDER)
    (pieces,) = pieces_of(tokenizer, [Passage("sluis " * 200, headings="oever " * 100 + "slot")])
    assert len(pieces.numbers) < 120
    assert "slot" in tokenizer.decode(list(pieces.numbers))
