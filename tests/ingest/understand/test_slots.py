"""Condition, rule of decision, strength and the parts of other actors."""

from __future__ import annotations

import pytest
from understood_texts import corpus, registry, understand

from ingest.model.statements import DecisionRule, Involvement, Kind, Strength
from ingest.understand.actors.index import find_mentions
from ingest.understand.norms.slots import find_condition, find_counterparties, find_decision_rule, find_strength

ACTORS = ("beheerder", "raad", "directeur", "stuurgroep", "Beek", "Oever", "leverancier")


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Indien de levering uitblijft, meldt de leverancier dat.", "Indien de levering uitblijft"),
        ("De raad betaalt, tenzij de begroting dat niet toelaat.", "tenzij de begroting dat niet toelaat"),
        ("De raad betaalt zodra het werk gereed is; daarna niet meer.", "zodra het werk gereed is"),
        ("De raad wijzigt het plan na instemming van de directeur.", "na instemming van de directeur"),
        ("Bij ernstige storingen wordt de directeur gewaarschuwd.", "Bij ernstige storingen"),
        ("De directeur levert op verzoek van de raad een verslag.", "op verzoek van de raad een verslag"),
        ("De raad stelt het plan vast.", None),
        ("De raad legt de voorwaarden vast.", None),
    ],
)
def test_the_condition_in_the_words_of_the_clause(text, condition):
    assert find_condition(text) == condition


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("De leden besluiten in consensus.", DecisionRule.CONSENSUS),
        ("De directeur beslist autonoom met melding aan de raad.", DecisionRule.AUTONOMOUS_WITH_NOTICE),
        ("De directeur beslist autonoom zonder melding aan de raad.", DecisionRule.AUTONOMOUS),
        ("Dat gebeurt met wederzijds goedvinden.", DecisionRule.AGREEMENT),
        ("De raad besluit bij meerderheid van stemmen.", DecisionRule.MAJORITY),
        ("In nauw overleg met de raad plant hij het werk.", DecisionRule.COORDINATION),
        ("De directeur escaleert naar de raad.", DecisionRule.ESCALATION),
        ("Het overleg vindt elke maand plaats.", None),
        ("De afstemming kost tijd.", None),
    ],
)
def test_how_a_decision_is_reached(text, rule):
    assert find_decision_rule(text) == rule


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("De leverancier heeft een resultaatsverplichting.", Strength.RESULT),
        ("De beheerder heeft een inspanningsverplichting.", Strength.EFFORT),
        ("Partijen spannen zich tot het uiterste in om dit te bereiken.", Strength.EFFORT),
        ("Partijen streven naar samenwerking.", Strength.INTENTION),
        ("De raad stelt het plan vast.", None),
    ],
)
def test_how_far_a_duty_goes(text, strength):
    assert find_strength(text) == strength


@pytest.mark.parametrize(
    ("text", "bearer", "parts"),
    [
        ("De beheerder rapporteert aan de raad.", "beheerder", {"raad": Involvement.RECIPIENT}),
        ("De directeur tekent namens Beek.", "directeur", {"Beek": Involvement.ON_BEHALF_OF}),
        ("De beheerder past na instemming van de raad het plan aan.", "beheerder", {"raad": Involvement.APPROVES}),
        ("De beheerder stelt in overleg met de raad een plan op.", "beheerder", {"raad": Involvement.CONSULTED}),
        ("De beheerder doet melding aan de directeur.", "beheerder", {"directeur": Involvement.INFORMED}),
        ("De beheerder informeert de directeur.", "beheerder", {"directeur": Involvement.INFORMED}),
        (
            "De beheerder stemt af in overleg met Beek, Oever en de leverancier.",
            "beheerder",
            dict.fromkeys(("Beek", "Oever", "leverancier"), Involvement.CONSULTED),
        ),
        (
            "De beheerder levert namens Beek een verslag aan de raad.",
            "beheerder",
            {"Beek": Involvement.ON_BEHALF_OF, "raad": Involvement.RECIPIENT},
        ),
        ("De beheerder beoordeelt wat de leverancier levert.", "beheerder", {"leverancier": Involvement.CONCERNS}),
        ("De beheerder beheert zijn eigen werk.", "beheerder", {}),
    ],
)
def test_the_part_of_every_other_actor(text, bearer, parts):
    mentions = find_mentions(text, "a", registry("", hints=ACTORS))
    found = find_counterparties(text, mentions, (bearer,))
    assert {party.actor: party.involvement for party in found} == {name.lower(): part for name, part in parts.items()}


def test_a_bearer_is_no_counterparty_and_nobody_comes_twice():
    read = understand("De raad meldt de directeur dat de raad en de directeur betalen.")
    (statement,) = read.statements
    assert read.bearers(statement) == ["raad"]
    assert [read.label(party.actor) for party in statement.counterparties] == ["directeur"]


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("kunnen Partijen afspraken met wederzijds goedvinden", DecisionRule.AGREEMENT),
        ("escaleert waar nodig", DecisionRule.ESCALATION),
    ],
)
def test_rules_of_decision_in_the_agreement_of_several_parties(words, rule):
    assert corpus().of("meerpartijen").said(words).decision_rule is rule


def test_counterparties_in_the_agreement_of_several_parties():
    read = corpus().of("meerpartijen")

    def parts(words):
        return {read.label(p.actor): p.involvement for p in read.said(words).counterparties}

    sbo, tbo = "strategische beheerorganisatie", "tactische beheerorganisatie"
    assert parts("De TBO brengt jaarlijks een offerte uit aan de SBO") == {sbo: Involvement.RECIPIENT}
    assert parts("Na aanvaarding van de offerte door de SBO")[sbo] is Involvement.APPROVES
    assert Involvement.ON_BEHALF_OF in parts("stelt namens het Opdrachtgevend Beraad").values()
    assert tbo not in parts("De TBO brengt jaarlijks")


def test_strength_belongs_to_norms_only():
    for understood in corpus().understood.values():
        kinds = {statement.kind for statement in understood.statements if statement.strength is not None}
        assert kinds <= {Kind.DUTY, Kind.POWER, Kind.PERMISSION, Kind.PROHIBITION}
