"""Names that headings give to who acts, names that are longer than their first word, and what an actor is called."""

from __future__ import annotations

import pytest
from understood_texts import tree, understand

from ingest.understand.headed import headed_names

CARDS = """ROLKAARTEN

Rolkaart 1: sluiswachter
- bewaakt de waterstand en de deuren;
- sluit de deuren bij hoogwater.

Rolkaart 2: bruggenmeester
- Bijhouden van het logboek.
- Elk uur een bericht aan de sluiswachter.

De sluiswachter belt de bruggenmeester.
"""

DEPARTMENT = """# Werkafspraak

## Leefomgeving

- meldt binnen vijf dagen de uitkomst
- legt de uitkomst vast

## Geld

De kosten komen voor rekening van Leefomgeving. Geld wordt niet overgemaakt.
"""


def names(text: str, media_type: str = "text/plain") -> list[str]:
    return [name for name, _ in headed_names(tree(text, media_type=media_type))]


def test_a_heading_above_lines_that_open_with_what_is_done_names_who_does_it() -> None:
    assert names(DEPARTMENT, "text/markdown") == ["Leefomgeving"]


def test_headings_below_one_that_announces_roles_name_them() -> None:
    text = (
        "# Plan\n\n## Taken per rol\n\n### Baken\n\n- Beheer van de lichten\n\n### Kade\n\n- Advies over het plan\n\n"
    )
    assert names(text + "Het Baken overlegt met de Kade.\n", "text/markdown") == ["Baken", "Kade"]


@pytest.mark.parametrize("heading", ["Toelichting", "Afspraken over geld", "Wat we doen"])
def test_a_heading_that_tells_a_subject_names_nobody(heading: str) -> None:
    text = f"# Plan\n\n## {heading}\n\n- meldt elke storing\n- herstelt elke storing\n\nNa {heading} volgt het plan.\n"
    assert names(text, "text/markdown") == []


def test_a_name_that_stands_nowhere_else_is_no_actor() -> None:
    assert names("# Plan\n\n## Werkbladen\n\n- meldt elke storing\n- herstelt elke storing\n", "text/markdown") == []


def test_a_line_below_such_a_heading_is_borne_by_it() -> None:
    read = understand(DEPARTMENT, known=(), media_type="text/markdown")
    assert read.borne("meldt binnen vijf dagen de uitkomst") == ["Leefomgeving"]


OFFICER = (
    "De officier van dienst leidt de inzet. De officier van dienst belt de burgemeester. "
    "De officier van dienst meldt de afloop. De burgemeester informeert de raad."
)


def test_what_always_follows_a_name_belongs_to_it() -> None:
    read = understand(OFFICER, known=("raad",))
    assert read.borne("De officier van dienst meldt de afloop.") == ["officier van dienst"]


def test_a_verb_that_follows_once_does_not() -> None:
    text = "De coördinator houdt de lijst bij. Van elke storing doet de coördinator melding aan de raad."
    read = understand(text, known=("raad",))
    assert read.borne("Van elke storing doet de coördinator melding aan de raad.") == ["coördinator"]


def test_an_actor_is_called_by_the_name_that_its_only_agreement_uses_most() -> None:
    text = (
        "De Vereniging Waterbeheer Laagland, hierna te noemen: de Vereniging, beheert het meldpunt. "
        "De Vereniging meldt elke storing. De Vereniging herstelt elke storing. De Vereniging stelt het rooster vast."
    )
    assert understand(text, known=()).borne("De Vereniging meldt elke storing.") == ["Vereniging"]


def test_an_abbreviation_is_explained_behind_a_dash() -> None:
    text = "# Plan\n\n- SOL – Sluisoverleg Laagland\n\n## Taken\n\nHet SOL stelt het rooster vast.\n"
    read = understand(text, known=(), media_type="text/markdown")
    assert read.borne("Het SOL stelt het rooster vast.") == ["Sluisoverleg Laagland"]


def test_actors_in_brackets_bear_what_stands_below_a_line_that_names_nobody() -> None:
    level = "Hoogste niveau (raad en directeur)\n- vaststellen van het rooster;\n- kiezen van de sluizen.\n"
    text = f"De raad en de directeur overleggen.\n\n{level}"
    assert understand(text, known=("raad", "directeur")).borne("vaststellen van het rooster") == ["raad", "directeur"]


def test_a_pronoun_below_a_heading_means_the_actor_that_it_names() -> None:
    text = "# Plan\n\n## Directeur\n\nJaarlijks legt hij verantwoording af aan de raad.\n"
    read = understand(text, known=("raad", "directeur"), media_type="text/markdown")
    assert read.borne("Jaarlijks legt hij verantwoording af aan de raad.") == ["directeur"]


def test_an_actor_that_stands_free_bears_what_nobody_else_does() -> None:
    text = "Ook levert de directeur de cijfers over het water aan."
    assert understand(text, known=("directeur",)).borne(text) == ["directeur"]


def test_a_numbered_line_above_others_names_who_does_them() -> None:
    text = (
        "Artikel 2 Inzet\n\n2.1 De schippers\n\n- geven elk jaar een raming op;\n- mogen het loket bellen.\n\n"
        "2.2 Het loket belt de schippers terug.\n"
    )
    read = understand(text, known=("loket",))
    assert read.borne("geven elk jaar een raming op;") == ["schippers"]


def test_the_label_of_a_heading_is_no_part_of_the_name_below_which_it_stands() -> None:
    assert understand(CARDS, known=()).borne("Bijhouden van het logboek.") == ["bruggenmeester"]


def test_whatever_has_a_task_is_somebody() -> None:
    text = "# Plan\n\n## Kennispunt\n\nHet Waterpunt heeft tot taak:\n\n- het beheer van de kennisbank.\n"
    read = understand(text, known=(), media_type="text/markdown")
    assert read.borne("het beheer van de kennisbank.") == ["Waterpunt"]


def test_the_members_of_a_list_behind_van_are_known_by_their_names_alone() -> None:
    text = "Deelnemers zijn de gemeenten van Oudsluis, Nieuwsluis en Kadedorp. Oudsluis herijkt de bijdrage."
    assert understand(text, known=()).borne("Oudsluis herijkt de bijdrage.") == ["Oudsluis"]


def test_the_plain_name_of_a_municipality_is_hers_whatever_she_does() -> None:
    text = "De gemeente Oudsluis betaalt de helft. Oudsluis bevordert elk jaar de veiligheid op het water."
    read = understand(text, known=())
    assert read.borne("Oudsluis bevordert elk jaar de veiligheid op het water.") == ["gemeente Oudsluis"]
