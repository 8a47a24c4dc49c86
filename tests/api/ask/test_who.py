"""Names in a list of members, and clauses that only look like one."""

from __future__ import annotations

from api.ask.clauses import Clause, Part, Place
from api.ask.names import Names
from api.ask.question import read_question
from api.ask.who import listed, who_in
from api.records.models import ActorRef
from api.search import Searcher


def labels(text: str, above: str = "") -> list[str]:
    clause = Clause(Place("proef", "1", 0, len(text), text, above, None, 1.0), "role", 0.9)
    return [actor.label for actor in listed(clause)]


def test_a_list_behind_a_colon_names_members() -> None:
    assert labels("Deelnemers: de havenmeester, de directeur (op verzoek) en accounthouder.") == [
        "havenmeester",
        "directeur",
        "accounthouder",
    ]


def test_an_item_below_a_heading_of_members_is_a_name() -> None:
    assert labels("de havenmeester;", "Leden van het havenoverleg:") == ["havenmeester"]


def test_clauses_below_such_a_heading_are_no_names() -> None:
    assert labels("maar het overleg heeft een andere opdracht, werkt apart en vergadert zelden", "Leden") == []


def test_a_list_behind_leden_zijn_names_members() -> None:
    assert labels("Leden van de havenraad van Merum zijn: de havenmeester en de dijkgraaf.") == [
        "havenmeester",
        "dijkgraaf",
    ]


def who(question: str, text: str, searcher: Searcher, *parts: Part, kind: str = "duty") -> list[str]:
    names = Names({}, ())
    clause = Clause(Place("proef", "1", 0, len(text), text, "", None, 1.0), kind, 0.9, parts=parts)
    return [actor.label for actor in who_in(clause, read_question(question, names, searcher), names)]


def test_with_whom_a_task_rests_is_who_answers_for_it(searcher: Searcher) -> None:
    found = who("Wie houdt toezicht op de kade?", "Het toezicht op de kade berust bij de GGD Merum.", searcher)
    assert found == ["GGD Merum"]


def test_an_office_is_named_with_what_it_is_of_as_the_clause_has_it(searcher: Searcher) -> None:
    office = Part("bearer", ActorRef(id="urn:w", label="wethouders"))
    text = "De wethouder van Merum stelt een voorstel op."
    assert "wethouder van Merum" in who("Wie stelt een voorstel op?", text, searcher, office)


def test_a_dispute_goes_to_whom_it_is_put_before(searcher: Searcher) -> None:
    parts = [
        Part(name, ActorRef(id=f"urn:{name}", label=label))
        for name, label in (("bearer", "meest gerede partij"), ("recipient", "geschillencommissie"))
    ]
    text = "De meest gerede partij legt het geschil voor aan de geschillencommissie."
    assert who("Waar komt een geschil terecht?", text, searcher, *parts)[0] == "geschillencommissie"


def test_what_is_no_statement_is_told_of_its_subject(searcher: Searcher) -> None:
    text = "De havenkring, bestaande uit de schippers, is aanspreekbaar op de ligplaatsen."
    assert who("Wie is aanspreekbaar op de ligplaatsen?", text, searcher, kind="text") == ["havenkring"]
