"""Common nouns become actors where an agreement lets them act."""

from __future__ import annotations

import pytest
from understood_texts import understand

from ingest.understand.actors.acting import acting_nouns
from ingest.understand.actors.lexicon import lexicon


def nouns(text):
    return [noun for noun, _ in acting_nouns(text, lexicon())]


@pytest.mark.parametrize(
    ("clause", "noun"),
    [
        ("De bewaarder legt jaarlijks verantwoording af.", "bewaarder"),
        ("Daarna stelt de gebruiker een plan op.", "gebruiker"),
        ("Het verzoek wordt door de inwoner ingetrokken.", "inwoner"),
        ("De aanbieder kan om uitstel vragen.", "aanbieder"),
        ("Elke huisarts meldt zich aan.", "huisarts"),
        ("Het ambtelijk overleg bespreekt de voortgang.", "ambtelijk overleg"),
        ("De wijkraad adviseert over het plan.", "wijkraad"),
        ("Een reiziger kan een klacht indienen.", "reiziger"),
        ("De dienstdoende schipper is bevoegd de vaart te staken.", "dienstdoende schipper"),
        ("De meetlocaties zijn zelf verantwoordelijk voor de veiligheid.", "meetlocaties"),
        ("Voor het toezicht zijn de zaalhouders verantwoordelijk.", "zaalhouders"),
    ],
)
def test_a_noun_that_acts_is_found(clause, noun):
    assert nouns(clause) == [noun]


@pytest.mark.parametrize(
    "clause",
    [
        "Het overleg kan ook digitaal plaatsvinden.",
        "Het kader stelt grenzen aan de uitgaven.",
        "De server levert de gegevens aan.",
        "De organisatie van de dag is in handen van de gemeente.",
        "De voorraad wordt jaarlijks geteld.",
        "Een brief aan de bewaarder volgt.",
    ],
)
def test_things_and_those_who_do_nothing_are_not_found(clause):
    assert nouns(clause) == []


def test_who_acts_once_bears_its_other_clauses_too():
    read = understand(
        "Artikel 1 Archief\n\n1. De bewaarder legt jaarlijks verantwoording af.\n\n"
        "2. Binnen vier weken meldt de bewaarder elk verlies.\n"
    )
    assert [read.bearers(statement) for statement in read.statements] == [["bewaarder"], ["bewaarder"]]


def test_the_team_is_the_only_team_that_is_named():
    read = understand(
        "Artikel 1 Team Advies\n\n1. Team Advies helpt de scholen.\n\n2. Het team meldt elk verzoek aan de raad.\n"
    )
    assert read.bearers(read.said("Het team meldt elk verzoek aan de raad.")) == ["Team Advies"]


def test_the_team_is_nobody_where_several_are_named():
    read = understand(
        "Artikel 1 Teams\n\n1. Team Advies helpt de scholen. Team Toezicht bezoekt de scholen.\n\n"
        "2. Soms meldt het team een verzoek aan de raad.\n"
    )
    assert "team" not in {actor.label for actor in read.registry.actors.values()}


def test_an_infinitive_is_no_body():
    read = understand("Artikel 1 Boot\n\n1. De leerling leert het besturen van de boot.\n\n2. De raad besluit.\n")
    assert "besturen" not in {actor.label for actor in read.registry.actors.values()}


def test_a_board_is_an_actor_without_a_capital():
    read = understand("Artikel 1 Plan\n\n1. Jaarlijks stelt het bestuur een plan op.\n")
    assert [read.bearers(statement) for statement in read.statements] == [["bestuur"]]


def test_a_name_given_in_the_middle_of_a_sentence_begins_with_its_actor():
    read = understand(
        "Artikel 1 Wegen\n\n1. Het onderhoud gaat over op de gemeente Dal (hierna: de Gemeente).\n\n"
        "2. De Gemeente onderhoudt de wegen.\n"
    )
    assert read.bearers(read.said("De Gemeente onderhoudt de wegen.")) == ["gemeente Dal"]
