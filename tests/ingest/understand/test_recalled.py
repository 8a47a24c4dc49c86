"""A noun alone that means the longer name that was used shortly before."""

from __future__ import annotations

import pytest
from understood_texts import understand

ACTORS = ("Sluisoverleg", "Vaarteam", "Oeverteam", "Adviesraad Oevers", "raad", "directeur")


@pytest.mark.parametrize(
    ("before", "clause", "bearers"),
    [
        ("Het Sluisoverleg komt eens per zes weken bijeen.", "Het overleg stelt het rooster vast.", ["Sluisoverleg"]),
        ("Het Oeverteam werkt samen met het Vaarteam.", "Het team legt een verslag voor.", ["Vaarteam"]),
        ("De Adviesraad Oevers telt vijf leden.", "De adviesraad kiest een voorzitter.", ["Adviesraad Oevers"]),
        ("De directeur stelt het rooster op.", "De raad stelt het rooster vast.", ["raad"]),
        ("De raad vraagt advies aan de Adviesraad Oevers.", "De raad stelt het rooster vast.", ["raad"]),
    ],
)
def test_a_noun_alone_means_the_name_that_ends_in_it(before: str, clause: str, bearers: list[str]) -> None:
    read = understand(f"Artikel 1 Werk\n\n1. {before} {clause}\n", known=ACTORS)
    assert read.borne(clause) == bearers


def test_a_noun_means_nobody_of_the_section_before() -> None:
    text = "Artikel 1 Werk\n\nHet Vaarteam werkt voor het Oeverteam.\n\nArtikel 2 Geld\n\nHet team betaalt de helft.\n"
    assert understand(text, known=ACTORS).borne("Het team betaalt de helft.") == []


def test_a_noun_above_a_list_means_the_name_before_it() -> None:
    text = (
        "Artikel 1 Werk\n\n1. Het Sluisoverleg komt eens per zes weken bijeen. Het overleg:\n"
        "   - bespreekt storingen en meldingen;\n   - stelt de bijlagen vast.\n"
    )
    read = understand(text, known=ACTORS)
    assert read.borne("stelt de bijlagen vast.") == ["Sluisoverleg"]
