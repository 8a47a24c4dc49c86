"""What speaks for a clause as an answer."""

from __future__ import annotations

import pytest

from api.ask.asking import ranked_clauses
from api.ask.clauses import Clause, Place
from api.ask.names import names_of
from api.ask.question import read_question
from api.ask.ranking import Ranked
from api.ask.sorts import sorts_of, subject_of
from api.ask.titles import pointed
from api.search import Searcher
from ingest.store import Store


def clause(text: str, context: str = "") -> Clause:
    return Clause(Place("akkoord", "", 0, len(text), text, context, None, 1.0), "text", 0.3)


def ranked(question: str, other_store: tuple[Store, Searcher]) -> list[Ranked]:
    store, searcher = other_store
    names = names_of(store)
    return ranked_clauses(read_question(question, names, searcher), store, searcher, names)


@pytest.mark.parametrize(
    ("text", "context", "sort"),
    [
        ("De beheerder heeft de volgende taken:", "", "opening"),
        ("dat de kade aan vervanging toe is;", "In aanmerking nemende dat:", "recital"),
        ("gelet op de Gemeentewet,", "", "recital"),
        ("het waterschap De Vliet, gevestigd te Merum, hierna te noemen: het waterschap;", "", "party"),
        ("De beheerder maait de kade twee keer per jaar.", "Taken van de beheerder", None),
    ],
)
def test_what_seldom_answers_is_told_by_its_words_or_those_above(text: str, context: str, sort: str | None) -> None:
    assert {name for name, there in sorts_of(clause(text, context)).items() if there} == ({sort} if sort else set())


def test_a_word_of_one_title_alone_points_to_it(other_store: tuple[Store, Searcher]) -> None:
    store, searcher = other_store
    asked = read_question("Wie betaalt het e-depot?", names_of(store), searcher)
    titles = {
        "dienst": frozenset(searcher.terms("Dienstverlening e-depot Zuiderkwartier")),
        "afval": frozenset(searcher.terms("Samenwerking afval Braakland")),
    }
    points = pointed(asked.wanted, titles)
    assert points["dienst"] > points["afval"] == 0.0


def test_clauses_of_the_agreement_that_has_the_name_come_first(other_store: tuple[Store, Searcher]) -> None:
    found = ranked("Hoe lang gelden de afspraken met het Streekarchief Zuiderkwartier?", other_store)
    assert found[0].clause.place.document == "dienstverlening-edepot-2031"
    absent = {one.clause.place.document: one.features["absent"] for one in found}
    assert absent["dienstverlening-edepot-2031"] < absent["samenwerking-afval-2030"]


def test_only_the_first_clause_is_ahead_of_another(other_store: tuple[Store, Searcher]) -> None:
    found = ranked("Wie stelt de afvalkalender vast?", other_store)
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    assert found[0].chance > found[1].chance


def test_an_amount_of_another_thing_is_no_value(other_store: tuple[Store, Searcher]) -> None:
    found = ranked("Hoeveel vrachtwagens heeft de Inzamelaar?", other_store)
    assert all(one.features["empty"] == 1.0 for one in found if not one.features["focus"])


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Changes (wijzigingen) hebben betrekking op verzoeken die niet in de SLA zijn opgenomen.", "Changes"),
        ("Het IPLO omvat de centrale helpdesk voor overheden en professionals.", "IPLO"),
        ("De beheerder maait de kade.", ""),
    ],
)
def test_what_a_clause_says_what_it_is(text: str, subject: str) -> None:
    assert subject_of(clause(text)) == subject
