"""Letters: who writes as "ik" and who is meant by "u"."""

from __future__ import annotations

import pytest
from understood_texts import registry, tree, understand

from ingest.understand.letters import letter_of

LETTER = """Ministerie van Oeverzaken

{address}

Geachte mevrouw De Boer,

{body}

{closing},

de directeur-generaal Waterkant,

mr. A. Duin
"""


def letter(body: str, address: str = "Aan de directeur van het Waterinstituut", closing: str = "Hoogachtend") -> str:
    return LETTER.format(address=address, body=body, closing=closing)


@pytest.mark.parametrize(
    ("clause", "bearers"),
    [
        ("U zendt elk kwartaal een verslag.", ["Waterinstituut"]),
        ("Klachten handelt u binnen vier weken af.", ["Waterinstituut"]),
        ("Ik verzoek u vóór 1 mei 2031 een plan te zenden.", ["Waterinstituut"]),
        ("Het is u niet toegestaan gegevens te verkopen.", ["Waterinstituut"]),
        ("Stijgen de kosten, dan meldt u dat terstond.", ["Waterinstituut"]),
        ("De bijdragen worden door u maandelijks betaald.", ["Waterinstituut"]),
        ("De gegevens worden vijf jaar bewaard.", ["Waterinstituut"]),
        ("De tarieven stel ik jaarlijks vast.", ["directeur-generaal Waterkant"]),
        ("Ik kan u aanwijzingen geven over de inzet van personeel.", ["directeur-generaal Waterkant"]),
        ("De tarieven worden door mij vastgesteld.", ["directeur-generaal Waterkant"]),
    ],
)
def test_a_letter_speaks_of_its_writer_and_its_addressee(clause: str, bearers: list[str]) -> None:
    assert understand(letter(clause), known=()).borne(clause) == bearers


def test_the_addressee_may_stand_before_the_one_whose_attention_is_asked() -> None:
    text = letter("U zendt een verslag.", address="Dienst Waterkant t.a.v. de directeur, de heer P. Beek")
    assert understand(text, known=()).borne("U zendt een verslag.") == ["Dienst Waterkant"]


def test_a_heading_can_ask_of_the_addressee_and_so_can_the_words_above_a_list() -> None:
    body = "1. Wat ik van u vraag\n\n- het meten van de stand bij alle sluizen;\n- het melden van storingen.\n\n"
    body += "2. Slot\n\nDaarom vraag ik u:\n\na. een proef te doen met nieuwe meters;\nb. de uitkomst te melden.\n"
    read = understand(letter(body), known=())
    for words in ("het meten van de stand", "een proef te doen"):
        assert read.borne(words) == ["Waterinstituut"]


def test_u_is_nobody_where_there_is_no_salutation() -> None:
    root = tree("Artikel 1 Werk\n\nAan de directeur wordt mandaat verleend. U zendt een verslag.\n")
    found = letter_of(root, "a", registry("De directeur zendt een verslag."))
    assert (found.writer, found.addressee) == ((), ())


def test_a_pronoun_after_the_verb_goes_before_a_name_behind_it() -> None:
    text = "Artikel 1 Werk\n\n1. De beheerder meet de stand. Bij storing stelt hij de secretaris in kennis.\n"
    assert understand(text, known=("secretaris",)).borne("in kennis") == ["beheerder"]
