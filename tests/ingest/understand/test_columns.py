"""Tables that say in their columns who does what, and when."""

from __future__ import annotations

from understood_texts import understand

OPENING = (
    "Artikel 1 Verdeling\n\n1. De directeur en de raad verdelen het werk. "
    "Opdrachtnemer meldt storingen aan Opdrachtgever.\n\n"
)


def read(table):
    found = understand(OPENING + table)
    return {
        " ".join(s.text.split()): (s.kind.value, found.bearers(s), s.deadline and s.deadline.value)
        for s in found.statements[2:]
    }


def test_a_power_is_of_whom_the_next_column_names():
    table = """| Nr. | Bevoegdheid | Mandaat aan | Voorwaarden |
| --- | --- | --- | --- |
| 1 | Voeren van verweer bij de rechter | directeur | tot € 5.000 |
| 2 | Verlenen van ontheffing | juridisch medewerker, na overleg met de directeur | |
"""
    assert read(table) == {
        "Voeren van verweer bij de rechter": ("power", ["directeur"], None),
        "Verlenen van ontheffing": ("power", ["juridisch medewerker"], None),
    }


def test_a_task_has_the_time_of_its_row():
    table = """| Taak | Wie | Wanneer |
| --- | --- | --- |
| Keuren van de sluizen | directeur | vóór 15 oktober 2031 |
| Bijhouden van de kaart | raad | maandelijks |
| **Toezicht** | | |
"""
    assert read(table) == {
        "Keuren van de sluizen": ("duty", ["directeur"], "2031-10-15"),
        "Bijhouden van de kaart": ("duty", ["raad"], "P1M"),
    }


def test_a_mark_gives_the_task_to_the_party_above_it():
    table = """| Taak | Opdrachtgever | Opdrachtnemer |
| --- | --- | --- |
| Groot onderhoud | X | |
| Dagelijks onderhoud | | X |
| Verzekering | X | X |
"""
    assert {text: bearers for text, (_, bearers, _) in read(table).items()} == {
        "Groot onderhoud": ["Opdrachtgever"],
        "Dagelijks onderhoud": ["Opdrachtnemer"],
        "Verzekering": ["Opdrachtgever", "Opdrachtnemer"],
    }


def test_a_column_with_words_is_no_column_of_marks():
    table = """| Taak | Opdrachtgever | Opdrachtnemer |
| --- | --- | --- |
| Groot onderhoud | X | op verzoek |
"""
    assert "Groot onderhoud" not in read(table)
