"""Noun phrases with an actor as head."""

from __future__ import annotations

import pytest

from ingest.model.actors import ActorType
from ingest.understand.actors.lexicon import lexicon
from ingest.understand.actors.phrases import find_phrases
from ingest.understand.names import word_key


def phrases(text):
    return [phrase.name for phrase in find_phrases(text, lexicon())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De uitvoerder stelt met de gemeente een plan op.", ["uitvoerder", "gemeente"]),
        ("De regionale uitvoeringsorganisatie rapporteert.", ["regionale uitvoeringsorganisatie"]),
        ("alle betrokken partijen en beide gemeenten", ["partijen", "gemeenten"]),
        ("de leverancier-beheerder en de ICT-leveranciers", ["leverancier-beheerder", "ICT-leveranciers"]),
        ("het directeurenoverleg", ["directeurenoverleg"]),
        ("het Bestuurlijk Overleg", ["Bestuurlijk Overleg"]),
        ("de onafhankelijke voorzitter", ["onafhankelijke voorzitter"]),
        ("de bevoegde gezagen", ["bevoegde gezagen"]),
        ("de regionale Stuurgroep en het werk beheerders", ["Stuurgroep", "beheerders"]),
        ("De Raad besluit.", ["Raad"]),
    ],
)
def test_heads_with_what_stands_before_them(text, expected):
    assert phrases(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "De minister van Onderwijs, Cultuur en Wetenschap besluit.",
            ["minister van Onderwijs, Cultuur en Wetenschap"],
        ),
        ("Team Beleid & Ontwikkeling adviseert.", ["Team Beleid & Ontwikkeling"]),
        (
            "het ministerie van Binnenlandse Zaken en Koninkrijksrelaties",
            ["ministerie van Binnenlandse Zaken en Koninkrijksrelaties"],
        ),
        ("Gemeente Lindewaard en provincie Zuidland", ["Gemeente Lindewaard", "provincie Zuidland"]),
        (
            "de provincie Noord-Holland en de gemeente Hendrik-Ido-Ambacht",
            ["provincie Noord-Holland", "gemeente Hendrik-Ido-Ambacht"],
        ),
        ("de gemeente Alphen aan den Rijn", ["gemeente Alphen aan den Rijn"]),
        ("tussen de gemeente Beek en Stichting Veer", ["gemeente Beek", "Stichting Veer"]),
        ("de Autoriteit Persoonsgegevens", ["Autoriteit Persoonsgegevens"]),
        ("de Voorzitter van de Raad van bestuur, de heer Post", ["Voorzitter van de Raad van bestuur"]),
        ("de secretaris-generaal van het ministerie", ["secretaris-generaal", "ministerie"]),
        ("college van burgemeester en wethouders", ["college van burgemeester en wethouders"]),
        ("de raad van bestuur van de stichting", ["raad van bestuur", "stichting"]),
        ("de directeur A.B. Jansen", ["directeur"]),
    ],
)
def test_names_go_on_after_the_head(text, expected):
    assert phrases(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "De taken worden in overleg met elkaar verdeeld.",
        "Het management van de organisatie.",
        "In eerste instantie wordt overlegd.",
        "Het overleg vindt elke maand plaats.",
        "De vergadering begint om tien uur.",
        "De stukken liggen op de bank.",
        "De klantenservice en de leveringen",
        "De organisatiekosten en de accountantsverklaring",
        "Een medewerker zonder medewerking",
        "in het kader van het programma",
        "Zij is partijdig.",
        "het lid van de raad",
        "Raad besluit.",
        "Dat duurt lang. Overleg vindt later plaats.",
    ],
)
def test_what_is_no_actor(text):
    assert phrases(text) == []


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Waterschap Zuidland", ActorType.ORGANISATION),
        ("beheerorganisatie", ActorType.ORGANISATION),
        ("opdrachtnemers", ActorType.ROLE),
        ("stuurgroep", ActorType.BODY),
        ("Tweede Kamer", ActorType.BODY),
        ("burgemeester", ActorType.OFFICE),
        ("ketenpartners", ActorType.GROUP),
        ("Team Advies", ActorType.ORGANISATION),
    ],
)
def test_the_head_gives_the_type(name, kind):
    (phrase,) = find_phrases(name, lexicon())
    assert phrase.type is kind
    assert phrase.name == name


def test_a_phrase_knows_its_place_and_whether_it_is_bare():
    text = "De stuurgroep en de kleine werkgroep."
    first, second = find_phrases(text, lexicon())
    assert text[first.start : first.end] == "stuurgroep"
    assert first.bare
    assert not second.bare


@pytest.mark.parametrize(
    ("word", "head"),
    [
        ("beheerorganisaties", "organisatie"),
        ("stuurgroep", "stuurgroep"),
        ("projectstuurgroep", "stuurgroep"),
        ("bezigheid", None),
        ("meerderheid", None),
        ("spaarbank", None),
    ],
)
def test_compounds_end_in_a_head(word, head):
    assert lexicon().head_of(word_key(word)) == (head and word_key(head))


@pytest.mark.parametrize(
    ("word", "plural"),
    [
        ("beheerders", True),
        ("commissies", True),
        ("gemeenten", True),
        ("secretaris", False),
        ("RVS", False),
        ("raad", False),
    ],
)
def test_plural_is_told_by_the_ending(word, plural):
    assert lexicon().is_plural(word) is plural
