"""What a question wants, by its words."""

from __future__ import annotations

import pytest

from api.ask.intents import intent_of, intents
from api.records.filters import CODES


@pytest.mark.parametrize(
    ("question", "intent"),
    [
        ("Wie houdt het risicoregister bij?", "responsible-for"),
        ("Welke partij levert de machines?", "responsible-for"),
        ("Wie is eindverantwoordelijk voor de veiligheid?", "accountable-for"),
        ("Wie wordt geraadpleegd over het ontwerp?", "consulted"),
        ("Aan wie rapporteert de projectleider?", "informed"),
        ("Wat moet de aannemer doen na oplevering?", "obligations-of"),
        ("Wanneer is het jaarverslag klaar?", "deadline"),
        ("Wanneer besluit de stuurgroep over de begroting?", "deadline"),
        ("Binnen hoeveel dagen volgt een reactie?", "deadline"),
        ("Hoe vaak wordt er vergaderd?", "frequency"),
        ("Wie stelt de begroting vast?", "decides"),
        ("Wie keurt het plan goed, en wanneer wordt dat besloten?", "decides"),
        ("Wie zitten er in de stuurgroep?", "membership"),
        ("Wie zijn er bij het havenoverleg?", "membership"),
        ("Wie is voorzitter van het havenoverleg?", "chair"),
        ("Met welke meerderheid besluit het havenoverleg?", "how-decided"),
        ("Wie kiest de havenmeester?", "decides"),
        ("Wie kun je aanspreken op de staat van de kade?", "accountable-for"),
        ("Wie brengt advies uit over het havengeld?", "consulted"),
        ("Wie ontvangt het jaarlijkse havenrapport?", "informed"),
        ("Wie houdt toezicht op het akkoord over de haven?", "responsible-for"),
        ("Wie tekent namens de provincie?", "role-of"),
        ("Hoe hoog is de bijdrage van de gemeente?", "amount"),
        ("Hoe lang loopt het convenant?", "term"),
        ("Mag een deelnemer uittreden?", "yes-no"),
        ("Vragen de beheerders meer geld dan was afgesproken?", "yes-no"),
        ("Wat gebeurt er bij een geschil?", "dispute"),
        ("Wat wordt verstaan onder restafval?", "definition"),
        ("Wat raden de onderzoekers aan over het conflict?", "recommendation"),
        ("Wat is het verschil tussen beide overeenkomsten?", "compare"),
        ("Waarover gaat artikel 4?", "content"),
    ],
)
def test_a_dutch_question(question: str, intent: str) -> None:
    assert intent_of(question, "nl").name == intent


@pytest.mark.parametrize(
    ("question", "intent"),
    [
        ("Who keeps the risk register?", "responsible-for"),
        ("Which body steers the works?", "responsible-for"),
        ("Who is accountable for safety?", "accountable-for"),
        ("Who is consulted about the design?", "consulted"),
        ("By which date is the report due?", "deadline"),
        ("How often does the council meet?", "frequency"),
        ("Who signs off on the plan?", "decides"),
        ("Who signs for the province?", "role-of"),
        ("Who chairs the steering group?", "chair"),
        ("What majority does the council need?", "how-decided"),
        ("To which body does the manager report?", "informed"),
        ("How long does a party have to send in the proposed plan?", "term"),
        ("How much does the municipality pay?", "amount"),
        ("How long does the covenant run?", "term"),
        ("May a participant leave?", "yes-no"),
        ("What happens in a dispute?", "dispute"),
        ("What does residual waste mean?", "definition"),
        ("What do the evaluators recommend?", "recommendation"),
    ],
)
def test_an_english_question(question: str, intent: str) -> None:
    assert intent_of(question, "en").name == intent


def test_every_kind_that_an_intent_weighs_is_a_kind_of_clause() -> None:
    kinds = {kind for intent in intents().values() for kind in intent.kinds}
    assert kinds - {*CODES["kind"], "raci", "text"} == set()


def test_every_intent_can_be_told_in_both_languages() -> None:
    assert all(intent.cues[language] for intent in intents().values() for language in ("nl", "en"))
