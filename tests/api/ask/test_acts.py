"""The act that a question asks after, and the clause that states it."""

from __future__ import annotations

import pytest

from api.ask.acts import acts_asked, acts_said, fits_of_acts


@pytest.mark.parametrize(
    ("question", "act"),
    [
        ("Wie stelt het beheerprotocol vast?", "adopt"),
        ("Who approves the annual plan?", "adopt"),
        ("Wie stelt het jaarplan op?", "draft"),
        ("Wie neemt waar als de voorzitter afwezig is?", "deputise"),
        ("Kan een partij de overeenkomst tussentijds opzeggen?", "end"),
        ("Who monitors the quality of the data?", "watch"),
    ],
)
def test_a_question_asks_after_an_act(question: str, act: str) -> None:
    assert act in acts_asked(question)


@pytest.mark.parametrize(
    ("clause", "act"),
    [
        ("De tactische beheerorganisatie stelt deze vast en communiceert deze naar de bestuursorganen.", "adopt"),
        ("Het Ministerie stelt het Beheerplan vast, gehoord de Stuurgroep.", "adopt"),
        ("Het directeurenoverleg monitort jaarlijks de uitvoering van deze overeenkomst.", "watch"),
        ("Op dezelfde dag vervalt het Mandaatstatuut 2016.", "replace"),
    ],
)
def test_a_clause_states_an_act(clause: str, act: str) -> None:
    assert act in acts_said(clause, {act})


def test_who_drafts_does_not_adopt() -> None:
    drafts = "De operationele beheerorganisatie stelt op basis daarvan aansluit- en gebruiksvoorwaarden op."
    adopts = "De tactische beheerorganisatie stelt deze vast."
    first, second = fits_of_acts("Wie stelt de aansluitvoorwaarden vast?", [drafts, adopts])
    assert first < second


def test_an_act_that_every_clause_states_tells_nothing() -> None:
    assert fits_of_acts("Wie stelt het plan vast?", ["A stelt het plan vast.", "B stelt het plan vast."]) == [0.0, 0.0]
