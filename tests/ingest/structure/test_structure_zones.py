"""Parties, recitals and signatures, and the labels that places have for a reader."""

from __future__ import annotations

import pytest
from structure_texts import corpus_tree, find, kinds, tree, words

from ingest.model.tree import NodeKind
from ingest.structure import section_label, sections

CONVENANT = """\
De ondergetekenden:

1. De gemeente Noorddijk, hierna te noemen: "de Gemeente";

2. Het waterschap De Lage Gronden, hierna te noemen: "het Waterschap";

hierna gezamenlijk te noemen: "Partijen";

Overwegende dat:

a. de Gemeente voor de riolering zorgt;
b. het Waterschap het afvalwater zuivert;

Komen het volgende overeen:

Artikel 1 Doel
Partijen werken samen.

Aldus overeengekomen en in tweevoud ondertekend te Noorddijk op 3 maart 2021,

Gemeente Noorddijk              Waterschap De Lage Gronden

mevrouw A. Jansen               de heer B. de Vries
burgemeester                    dijkgraaf
"""


def test_parties_recitals_and_signatures_side_by_side():
    root = tree(CONVENANT)
    assert [node.kind for node in root.children] == [
        NodeKind.PARTIES,
        NodeKind.RECITALS,
        NodeKind.BLOCK,
        NodeKind.ARTICLE,
        NodeKind.SIGNATURES,
    ]
    assert [item.number for item in kinds(root.children[0], NodeKind.ITEM)] == ["1.", "2."]
    assert words(root.children[4], NodeKind.BLOCK)[1:] == [
        "Gemeente Noorddijk mevrouw A. Jansen burgemeester",
        "Waterschap De Lage Gronden de heer B. de Vries dijkgraaf",
    ]


def test_the_title_over_several_lines():
    assert corpus_tree("meerpartijen").text.text.startswith("Meerpartijenovereenkomst Strategisch Beheer, Tactisch")
    assert corpus_tree("meerpartijen").text.text.endswith("Informatiepunt Leefomgeving (IPLO)")


def test_one_block_for_each_signatory_of_a_flattened_table():
    blocks = words(find(corpus_tree("meerpartijen"), "ondertekening"), NodeKind.BLOCK)
    assert blocks[0] == "Den Haag, 9 november 2023"
    assert len(blocks) == 7
    assert blocks[1].startswith("Staat der Nederlanden (Ministerie van")
    assert blocks[1].endswith("mevrouw M.H.T. Jansen;")
    assert blocks[6] == "Geonovum, te dezen vertegenwoordigd door: Bestuursvoorzitter Geonovum: De heer S. Luitjens;"


@pytest.mark.parametrize(
    ("stem", "opening", "label"),
    [
        ("meerpartijen", "Het ministerie van Binnenlandse Zaken", "Ondergetekenden 1"),
        ("meerpartijen", "De integratie van regelgeving", "Overwegingen"),
        ("meerpartijen", "De TBO borgt door zijn tactische", "Artikel 2 lid 3 b"),
        ("meerpartijen", "Instructiebevoegdheid aan de OBO", "Artikel 2 lid 5 ii"),
        ("meerpartijen", "De overeenkomst wordt uiterlijk 31 december 2027", "Tot slot lid 2"),
        ("meerpartijen", "Den Haag, 9 november 2023", "Ondertekening"),
        ("beheerarrangement", "Onder netwerk wordt verstaan", "2. Definities"),
        ("beheerarrangement", "DSO-LV is een instrument om de", "3.1 DSO-LV is een publieke voorziening"),
        ("beheerarrangement", "Op dit niveau worden de hoofdlijnen", "6.2 Opdracht"),
        ("beheerarrangement", "Wisseling tactische beheerorganisatie", "6.3 Opdracht (1)"),
        ("bijlage", "Het initiëren van innovatie", "Bijlage 3 Opdrachten niveaus van beheer: Operationeel Beheer"),
        ("bijlage", "Opdrachtgeverschap namens Min BZK", "Bijlage 3 Opdrachten niveaus van beheer: Tactisch Beheer"),
        ("regie", "Demand Management is het proces", "6.1.1 Demand Management"),
        ("regie", "Factureren van kosten in lijn met", "6.1.3 Verantwoordelijkheden"),
    ],
)
def test_labels(stem, opening, label):
    root = corpus_tree(stem)
    node = next(each for each in root.walk() if each.text.text.startswith(opening))
    assert sections(root)[node.eid] == label


def test_the_label_of_a_footnote_and_of_a_bare_path():
    root = corpus_tree("beheerarrangement")
    assert sections(root)["noot_9"].endswith(", voetnoot 9")
    assert sections(root)["noot_9"].startswith("4.2 ")
    assert section_label([]) == ""
    assert section_label([root, find(root, "chp_1")]) == "1. Vooraf"


@pytest.mark.parametrize("opening", ["De ondergetekende partijen:", "Partijen bij deze overeenkomst:", "Tussen:"])
def test_words_that_open_the_parties(opening):
    root = tree(
        f"{opening}\n\n1. de gemeente Noorddijk;\n2. het waterschap De Lage Gronden;\n\nkomen het volgende overeen.\n"
    )
    assert root.children[0].kind is NodeKind.PARTIES


def test_recitals_that_go_on_with_the_sentence_of_the_parties():
    root = tree(
        "Het college van Noorddijk en het bestuur van Laagveld,\n\noverwegende:\n\n- dat de riolering oud is;\n\n"
        "sluiten de volgende overeenkomst.\n\nArtikel 1 Doel\n\nPartijen werken samen.\n"
    )
    assert [node.kind for node in root.children] == [
        NodeKind.BLOCK,
        NodeKind.RECITALS,
        NodeKind.BLOCK,
        NodeKind.ARTICLE,
    ]
