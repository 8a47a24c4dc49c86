"""Yes or no where a clause confines, excepts or leaves a choice."""

from __future__ import annotations

import pytest

from api.ask.clauses import Clause, Part, Place
from api.ask.names import Names
from api.ask.question import read_question
from api.ask.truth import truth_of
from api.records.models import Actor, ActorRef
from api.search import Searcher


def truth(question: str, text: str, searcher: Searcher, *parts: Part, names: Names | None = None) -> str | None:
    clause = Clause(Place("proef", "1", 0, len(text), text, "", None, 1.0), "duty", 0.9, parts=parts)
    return truth_of(clause, read_question(question, names or Names({}, ()), searcher))


@pytest.mark.parametrize(
    ("question", "clause", "answer"),
    [
        ("Kan een partij dit convenant opzeggen?", "Iedere partij kan dit convenant opzeggen.", "ja"),
        (
            "Mag de tactische beheerorganisatie zelf beslissen of zij werk uitbesteedt?",
            "De keuzes tussen zelf doen of uitbesteden legt de tactische beheerorganisatie voor aan de strategische "
            "beheerder die ermee moet instemmen.",
            "nee",
        ),
        (
            "Gaat het bestuur mee in elk advies?",
            "Het bestuur herkent het beeld en neemt alle aanbevelingen over, met uitzondering van aanbeveling 2.",
            "nee",
        ),
        (
            "Does the agreement also cover other work of the service desk?",
            "Deze overeenkomst beperkt zich tot de taken van het IPLO voor het DSO-LV.",
            "no",
        ),
        (
            "Is gekeken naar de aansturing door OGB-IWT?",
            "De aansturing door OGB-IWT valt buiten de scope van onze opdracht.",
            "nee",
        ),
        (
            "Heeft de tactisch beheerder een resultaats- of een inspanningsverplichting?",
            "De TBO heeft voor de realisatie van uitbouwprojecten binnen deze kaders een inspanningsverplichting.",
            None,
        ),
    ],
)
def test_an_answer(question: str, clause: str, answer: str | None, searcher: Searcher) -> None:
    assert truth(question, clause, searcher) == answer


def test_what_only_another_may_is_denied(searcher: Searcher) -> None:
    company = Actor(id="urn:wbs", key="wbs", label="WBS", type="organisation", aliases=[], documents=["proef"])
    names = Names({("wbs",): (company,)}, ())
    town = Part("bearer", ActorRef(id="urn:gemeente", label="Gemeente"))
    clause = "Tussentijds opzeggen kan uitsluitend de Gemeente, met een termijn van vierentwintig maanden."
    assert truth("Kan WBS tussentijds opzeggen?", clause, searcher, town, names=names) == "nee"
