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


def test_who_chairs_is_read_from_the_words(searcher: Searcher) -> None:
    council = Part("bearer", ActorRef(id="urn:s", label="Stuurgroep"))
    text = "De vertegenwoordiger van het Ministerie is voorzitter."
    assert (
        who("Wie leidt de stuurgroep?", text, searcher, council, kind="role")[0]
        == "vertegenwoordiger van het Ministerie"
    )


def test_all_to_whom_something_goes_are_named(searcher: Searcher) -> None:
    known = Part("recipient", ActorRef(id="urn:a", label="algemeen bestuur"))
    text = (
        "De voorzitter legt het akkoord ter kennisneming voor aan de Tweede Kamer, provinciale staten, de raden en het "
        "algemeen bestuur."
    )
    found = who("Aan wie wordt het akkoord ter kennis gebracht?", text, searcher, known)
    assert {"Tweede Kamer", "provinciale staten", "raden", "algemeen bestuur"} == set(found)


def test_an_officer_is_named_with_the_body_that_he_is_of(searcher: Searcher) -> None:
    town = Part("recipient", ActorRef(id="urn:m", label="gemeente Maasvliet"))
    text = (
        "Een partij die een datalek ontdekt, stelt de functionaris gegevensbescherming van de gemeente Maasvliet "
        "hiervan binnen 24 uur in kennis."
    )
    found = who("Wie moet een datalek te horen krijgen?", text, searcher, town)
    assert "functionaris gegevensbescherming van de gemeente Maasvliet" in found


def test_who_is_said_to_be_responsible_answers_for_it(searcher: Searcher) -> None:
    text = (
        "Ontwikkelpartijen leveren ontwikkelde voorzieningen op bij het programma DSO, dat verantwoordelijk is voor de "
        "dechargeverlening aan de bouwer."
    )
    assert who("Wie is verantwoordelijk voor de decharge?", text, searcher) == ["programma DSO"]


def test_those_of_whom_a_body_consists_are_its_members() -> None:
    text = "Het platformteam bestaat uit een data-engineer, een functioneel beheerder en een beveiligingsadviseur."
    assert labels(text) == ["data-engineer", "functioneel beheerder", "beveiligingsadviseur"]
