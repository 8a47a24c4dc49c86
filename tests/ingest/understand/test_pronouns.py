"""Whom a pronoun means: who the sentence before is about, whom it names last, or who speaks."""

from __future__ import annotations

import pytest
from understood_texts import registry, sentence, understand

from ingest.model.agreement import AgreementKind
from ingest.understand.actors.index import find_mentions
from ingest.understand.norms.bearers import find_bearers
from ingest.understand.norms.pronouns import Before
from ingest.understand.norms.topics import left_in_mind

ACTORS = ("directeur", "raad", "partners", "secretaris", "Serviceloket", "Duinsteden")


def second(first: str, clause: str) -> list[str]:
    """Who bears ``clause``, which follows on ``first``."""
    read = understand(f"Artikel 1 Werk\n\n1. {first} {clause}\n", known=ACTORS)
    return read.borne(clause)


@pytest.mark.parametrize(
    ("first", "clause", "bearers"),
    [
        ("De directeur overlegt met de raad.", "Hij houdt een verslag bij.", ["directeur"]),
        ("De raad overlegt met de partners.", "Zij delen hun gegevens.", ["partners"]),
        ("De directeur en de raad overleggen met de partners.", "Zij stellen een plan op.", ["directeur", "raad"]),
        ("De partners overleggen met de raad.", "Zij delen hun gegevens.", ["partners"]),
        ("De raad werkt samen met de secretaris.", "Deze zendt de stukken toe.", ["secretaris"]),
        ("De raad werkt samen met de partners.", "Deze zenden de stukken toe.", ["partners"]),
        (
            "De raad stelt het plan vast na advies van de directeur.",
            "Laatstgenoemde zendt het plan toe.",
            ["directeur"],
        ),
        ("Het Serviceloket van Duinsteden beoordeelt elke melding.", "Zij lossen de storing op.", ["Serviceloket"]),
    ],
)
def test_a_pronoun_means_the_topic_or_the_one_named_last(first: str, clause: str, bearers: list[str]) -> None:
    assert second(first, clause) == bearers


@pytest.mark.parametrize(
    ("first", "clause", "bearers"),
    [
        ("De directeur wordt benoemd door de raad.", "Hij houdt een register bij.", ["directeur"]),
        ("De directeur wordt door de raad ontslagen.", "Zij ontvangt een vergoeding.", ["directeur"]),
        ("Het plan wordt door de raad vastgesteld.", "Hij zendt het plan toe.", ["raad"]),
    ],
)
def test_a_passive_sentence_is_about_its_subject(first: str, clause: str, bearers: list[str]) -> None:
    assert second(first, clause) == bearers


def test_a_neuter_pronoun_may_follow_its_verb() -> None:
    assert second("Het Serviceloket meldt elke storing.", "Jaarlijks stelt het een plan op.") == ["Serviceloket"]
    read = understand("Artikel 1 Werk\n\n1. De raad meldt elke storing. Jaarlijks betaalt het bedrijf een deel.\n")
    assert read.borne("Jaarlijks betaalt het bedrijf een deel.") != ["raad"]


def test_what_a_clause_leaves_in_mind() -> None:
    text = "De directeur wordt door de raad benoemd na advies van de partners."
    actors = registry("", hints=ACTORS)
    clause, mentions = sentence(text), find_mentions(text, "a", actors)
    found = find_bearers(clause, mentions, Before())
    assert found is not None
    assert found.actors == ("raad",)
    before = left_in_mind(clause, mentions, found)
    assert before.topic == ("directeur",)
    assert before.named == (("directeur", False), ("raad", False), ("partners", True))


@pytest.mark.parametrize(
    ("opening", "clause", "bearers"),
    [
        ("Partijen werken samen.", "Elk jaar bespreken wij de resultaten.", ["Partijen"]),
        ("Deelnemers werken samen aan schoon water.", "Ieder kwartaal bespreken we de voortgang.", ["Deelnemers"]),
    ],
)
def test_those_who_made_the_agreement_say_we(opening: str, clause: str, bearers: list[str]) -> None:
    read = understand(f"Convenant\n\nArtikel 1 Doel\n\n{opening}\n\nArtikel 2 Werk\n\n{clause}\n", known=())
    assert read.borne(clause) == bearers
    assert "bearer.speakers" in read.said(clause).rules


def test_those_who_answer_an_evaluation_say_we_in_their_answer() -> None:
    read = understand(
        "1 Bevindingen\n\nDe raad kwam niet bijeen.\n\n2 Reactie van het bestuur\n\n"
        "Wij stellen voor 1 mei 2032 een plan op.\n",
        AgreementKind.EVALUATION,
        known=(),
    )
    assert read.borne("Wij stellen voor 1 mei 2032 een plan op.") == ["bestuur"]


def test_who_writes_an_evaluation_bears_nothing() -> None:
    read = understand(
        "1 Bevindingen\n\nDe partners werken samen. Wij spraken met elf mensen.\n", AgreementKind.EVALUATION
    )
    assert all("bearer.speakers" not in statement.rules for statement in read.statements)


@pytest.mark.parametrize(
    ("first", "lead", "bearers"),
    [
        ("De raad wijst een secretaris aan.", "Deze:", ["secretaris"]),
        ("De directeur overlegt met de partners.", "Zij:", ["partners"]),
    ],
)
def test_a_pronoun_alone_above_a_list_means_the_same(first: str, lead: str, bearers: list[str]) -> None:
    read = understand(
        f"Artikel 1 Werk\n\n1. {first} {lead}\n\na. bewaakt de planning;\nb. meldt storingen.\n", known=ACTORS
    )
    assert read.borne("bewaakt de planning;") == bearers
