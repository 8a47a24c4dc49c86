"""Where a clause has its main verb, whether it is passive, and which verbs it has."""

from __future__ import annotations

import pytest
from understood_texts import sentence

from ingest.understand.norms.action import action_of
from ingest.understand.norms.kinds import verbs_of
from ingest.understand.norms.syntax import inside_subordinate, is_passive, main_tokens, main_verb, preposition_before


def verb(text):
    tokens = sentence(text).tokens
    found = main_verb(tokens)
    return None if found is None else tokens[found].text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De raad stelt het plan vast.", "stelt"),
        ("Indien de raad het plan vaststelt, voert de directeur het uit.", "voert"),
        ("Wanneer de beheerder ziek is en de directeur afwezig is, besluit de raad.", "besluit"),
        ("De raad die het plan vaststelt, meldt dat aan de directeur.", "meldt"),
        ("Het besluit dat de raad heeft genomen wordt door de directeur uitgevoerd.", "wordt"),
        ("De directeur kan besluiten dat het plan wordt aangepast.", "kan"),
        ("Blijft een oplossing uit dan zal naar een oplossing worden gezocht.", "zal"),
        ("Jaarlijks stelt de raad het plan vast.", "stelt"),
        ("De partij welke het plan opstelt, meldt dat aan de raad.", "meldt"),
        ("Voor zover dat nodig is, meldt de beheerder de storing.", "meldt"),
        ("Hoewel de raad betaalt, beslist de directeur.", "beslist"),
        ("Om te kunnen betalen vraagt de raad een raming.", "vraagt"),
    ],
)
def test_the_main_verb_is_that_of_the_main_clause(text, expected):
    assert verb(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Kunnen inzien van gegevens",
        "Opstellen van het plan",
        "het plan opstellen en bewaken",
        "de kwaliteit van de dienstverlening;",
        "beheer van de voorziening die door de raad is aangewezen",
    ],
)
def test_an_item_without_finite_verb_has_no_main_verb(text):
    assert verb(text) is None


@pytest.mark.parametrize(
    ("text", "passive"),
    [
        ("Het plan wordt door de raad vastgesteld.", True),
        ("Het plan moet door de raad worden vastgesteld.", True),
        ("Wijzigingen kunnen alleen schriftelijk worden overeengekomen.", True),
        ("De raad stelt het plan vast.", False),
        ("De raad heeft het plan vastgesteld.", False),
        ("De raad heeft besloten dat het verslag wordt gemaakt.", False),
        ("De directeur kan besluiten dat het plan wordt aangepast.", False),
        ("Het verslag dat door de directeur wordt gemaakt, gaat naar de raad.", False),
    ],
)
def test_passive_is_told_of_the_main_clause(text, passive):
    tokens = sentence(text).tokens
    assert is_passive(tokens, main_verb(tokens)) is passive


@pytest.mark.parametrize(
    ("text", "present", "absent"),
    [
        ("De raad stelt het plan vast.", {"vaststellen"}, {"stellen", "vastvaststellen"}),
        ("De raad stelt het plan vast en legt verantwoording af.", {"vaststellen", "afleggen"}, {"afstellen"}),
        ("De directeur brengt jaarlijks een offerte uit aan de raad.", {"uitbrengen"}, {"aanbrengen"}),
        ("De directeur wijst, indien nodig, een voorzitter aan.", {"aanwijzen"}, set()),
        ("De beheerder stelt in overleg met de raad een plan op.", {"opstellen"}, {"instellen"}),
        ("De raad die het plan vaststelt, meldt dat aan de directeur.", {"melden"}, {"vaststellen"}),
        ("Indien de raad het plan vaststelt, voert de directeur het uit.", {"uitvoeren"}, {"vaststellen"}),
    ],
)
def test_verbs_of_the_main_clause_with_their_particles(text, present, absent):
    verbs = verbs_of(sentence(text).tokens)
    assert present <= verbs
    assert not absent & verbs


def test_main_tokens_leave_out_what_hangs_on_the_clause():
    tokens = sentence("De raad die het plan vaststelt, meldt dat aan de directeur.").tokens
    assert " ".join(token.text for token in main_tokens(tokens)) == "De raad , meldt dat aan de directeur ."


@pytest.mark.parametrize(
    ("text", "is_open"),
    [
        ("De raad besluit dat de directeur", True),
        ("De raad besluit dat de directeur betaalt", False),
        ("De raad", False),
    ],
)
def test_a_subordinate_clause_is_open_until_its_verb(text, is_open):
    assert inside_subordinate(sentence(text).tokens) is is_open


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Het plan wordt door de nieuwe raad vastgesteld.", "raad", "door"),
        ("Dit gebeurt namens de raad.", "raad", "namens"),
        ("De bijdrage per gemeente wordt betaald.", "gemeente", "per"),
        ("Het overleg tussen de (andere) gemeenten vindt plaats.", "gemeenten", "tussen"),
        ("De raad stelt het plan vast.", "raad", None),
        ("Morgen besluit de raad.", "raad", None),
    ],
)
def test_the_preposition_that_governs_a_name(text, name, expected):
    tokens = sentence(text).tokens
    first = next(index for index, token in enumerate(tokens) if token.text == name)
    assert preposition_before(tokens, first) == expected


@pytest.mark.parametrize(
    ("text", "subject", "expected"),
    [
        ("De raad stelt jaarlijks het plan vast.", "raad", "jaarlijks het plan vaststellen"),
        ("Jaarlijks brengt de directeur een offerte uit.", "directeur", "Jaarlijks een offerte uitbrengen"),
        ("De uitvoerder moet het plan uitvoeren.", "uitvoerder", "het plan uitvoeren"),
        (
            "De beheerder meldt storingen (ook kleine) aan de raad.",
            "beheerder",
            "storingen (ook kleine) aan de raad melden",
        ),
    ],
)
def test_the_action_is_what_remains_without_the_subject(text, subject, expected):
    start = text.index(subject)
    assert action_of(sentence(text), (start, start + len(subject))) == expected


def test_without_subject_or_verb_the_action_is_the_clause_itself():
    assert action_of(sentence("Opstellen van het plan;"), (0, 9)) == "Opstellen van het plan"
    assert action_of(sentence("Elk kwartaal wordt overlegd."), None) == "Elk kwartaal wordt overlegd"
