"""Sentences cut into clauses where a new subject with its own verb begins."""

from __future__ import annotations

import pytest
from understood_texts import sentence

from ingest.understand.clauses import clauses


def cut(text):
    return [clause.text for clause in clauses(sentence(text))]


@pytest.mark.parametrize(
    "parts",
    [
        ("De raad stelt het plan vast", "en de directeur voert het uit."),
        ("De raad stelt het plan vast,", "de directeur voert het uit."),
        ("De raad stelt het plan vast;", "de directeur voert het uit."),
        ("Dit convenant treedt op 1 maart in werking;", "dat is nodig omdat de regeling dan vervalt."),
        ("De beheerder meldt de storing,", "maar de eigenaar herstelt haar."),
        ("Het plan geldt voor vier jaar", "en het bestuur evalueert het plan."),
    ],
)
def test_a_subject_with_its_own_verb_begins_a_clause(parts):
    assert cut(" ".join(parts)) == list(parts)


@pytest.mark.parametrize(
    "text",
    [
        "De raad stelt het plan vast en legt verantwoording af.",
        "De raad, de directeur en de uitvoerder stellen het plan vast.",
        "De uitvoerder levert stoelen, tafels en banken.",
        "Indien de raad het plan vaststelt, voert de directeur het uit.",
        "De raad die het plan vaststelt, meldt dat aan de directeur.",
        "Wanneer de beheerder ziek is en de directeur afwezig is, besluit de raad.",
        "De raad kan, indien dat nodig is, het plan wijzigen.",
        "De overeenkomst wordt uiterlijk 31 december 2027 geëvalueerd waarbij de SBO het voortouw neemt.",
        "Blijft een oplossing uit dan zal in Bestuurlijk Overleg naar een oplossing worden gezocht.",
        "Opstellen van het plan en bewaken van de kwaliteit",
    ],
)
def test_what_stays_together(text):
    assert cut(text) == [text]


def test_the_clauses_keep_their_words_and_places():
    text = "De raad stelt het plan vast, de directeur voert het uit en de beheerder meldt de storing."
    parts = clauses(sentence(text))
    assert len(parts) == 3
    for part in parts:
        span = part.mapped.span()
        assert text[span.start : span.end] == part.text
        assert all(part.text[token.start : token.end] == token.text for token in part.tokens)
    assert "".join("".join(part.text.split()) for part in parts) == "".join(text.split())


def test_a_clause_of_the_corpus():
    text = (
        "De SBO, ondersteund door TBO, brengt hiervoor jaarlijks een jaarplan en jaarbegroting uit "
        "en de SBO legt na het boekjaar verantwoording af aan het OGB in een Jaarrapportage;"
    )
    assert all("SBO" in part for part in cut(text))
