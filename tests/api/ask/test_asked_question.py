"""A question taken apart."""

from __future__ import annotations

from api.ask.names import Names, names_of
from api.ask.question import Question, read_question
from api.records.models import Actor
from api.search import Searcher
from ingest.store import Store


def labels(question: Question) -> set[str]:
    return {named.actor.label for named in question.actors}


def test_actors_are_named_by_any_name_the_longest_first(names: Names, searcher: Searcher) -> None:
    asked = read_question("Wat moet Merelhof doen voor de stuurgroep Oeverpark?", names, searcher)
    assert labels(asked) == {"Stichting Merelhof", "stuurgroep Oeverpark"}
    assert asked.language == "nl"


def test_a_role_is_known_by_its_paraphrase(names: Names, searcher: Searcher) -> None:
    asked = read_question("What does the steering group decide?", names, searcher)
    assert labels(asked) == {"stuurgroep Oeverpark"}
    assert asked.language == "en"


def test_a_small_english_word_is_no_abbreviation_of_an_actor(searcher: Searcher) -> None:
    council = Actor(id="urn:to", key="to", label="Tactisch Overleg", type="body", aliases=["TO"], documents=["plan"])
    names = Names({("to",): (council,), ("tactisch", "overleg"): (council,)}, ())
    assert labels(read_question("To whom does the manager report?", names, searcher)) == set()
    assert labels(read_question("What does the TO decide?", names, searcher)) == {"Tactisch Overleg"}


def test_a_year_beside_a_sort_of_agreement_points_to_it(names: Names, searcher: Searcher) -> None:
    asked = read_question("Wie stelt volgens de overeenkomst van 2031 het werkplan op?", names, searcher)
    assert asked.documents == {"samenwerking-2031": 1.0}
    assert read_question("Wie stelt het werkplan op?", names, searcher).documents == {}


def test_the_sort_that_heads_one_title_points_to_it(other_store: tuple[Store, Searcher]) -> None:
    store, searcher = other_store
    names = names_of(store)
    for question in ("Wat vond de rekenkamer van de rapportage?", "What did the evaluators find?"):
        assert read_question(question, names, searcher).documents == {"evaluatie-afval-2033": 1.0}
    later = read_question("Wie voert de evaluatie in 2040 uit?", names, searcher)
    assert later.documents == {"evaluatie-afval-2033": 0.6}


def test_what_only_tells_the_sort_of_answer_weighs_little(names: Names, searcher: Searcher) -> None:
    asked = read_question("Wie stelt het werkplan vast?", names, searcher)
    full = {stems for one in asked.wanted if one.full for stems in one.own}
    assert full == {tuple(searcher.terms("werkplan"))}
