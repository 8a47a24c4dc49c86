"""Which words an abbreviation stands for."""

from __future__ import annotations

import pytest

from ingest.understand.actors.abbreviations import long_form


@pytest.mark.parametrize(
    ("abbreviation", "before", "long"),
    [
        ("SBO", "de Strategische Beheer Organisatie", "Strategische Beheer Organisatie"),
        ("OBO’s", "en als zodanig de Operationele Beheer Organisaties", "Operationele Beheer Organisaties"),
        ("RWS", "het agentschap Rijkswaterstaat", "Rijkswaterstaat"),
        ("UvW", "VNG, IPO en de Unie van Waterschappen", "Unie van Waterschappen"),
        ("B&W", "het college van burgemeester en wethouders", "burgemeester en wethouders"),
        ("MT", "het managementteam", "managementteam"),
        (
            "KOOP",
            "Kennis- en Exploitatiecentrum Officiële Overheidspublicaties",
            "Kennis- en Exploitatiecentrum Officiële Overheidspublicaties",
        ),
        ("IPLO", "het landelijk Informatiepunt Leefomgeving", "Informatiepunt Leefomgeving"),
        ("ROTB", "door het Regieoverleg tactisch beheer", "Regieoverleg tactisch beheer"),
    ],
)
def test_letters_are_found_from_the_right(abbreviation, before, long):
    assert long_form(abbreviation, before) == long


@pytest.mark.parametrize(
    ("abbreviation", "before"),
    [
        ("ABC", "de vereniging"),
        ("X", "de xylofoon"),
        ("SBO", ""),
        ("ROD", "aardrod"),
        ("AB", "De aanvrager kiest, als dat nodig blijkt en de omstandigheden zulks toelaten, zelf een blad"),
    ],
)
def test_words_that_the_letters_do_not_shorten(abbreviation, before):
    assert long_form(abbreviation, before) is None


def test_the_first_letter_begins_a_word():
    assert long_form("RD", "de aardse Regionale Dienst") == "Regionale Dienst"
    assert long_form("RD", "de aarddienst") is None
