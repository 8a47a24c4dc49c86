"""Evaluations: what was found, what is advised, to whom, and what is neither."""

from __future__ import annotations

import pytest
from understood_texts import sentence, understand

from ingest.model.agreement import AgreementKind
from ingest.model.statements import Kind
from ingest.understand.norms.syntax import is_imperative
from ingest.understand.parts import Part, part_below


def evaluated(*lines):
    return understand("\n\n".join(lines) + "\n", AgreementKind.EVALUATION)


def kinds(read):
    return [statement.kind for statement in read.statements]


@pytest.mark.parametrize(
    "advice",
    [
        "Leg de taken van het meldpunt vast.",
        "Overweeg een ander overleg.",
        "Zorg voor een vast aanspreekpunt.",
        "Formaliseer daarbij de rol van de directeur.",
        "De directeur doet er goed aan de taken te beschrijven.",
        "Het verdient aanbeveling de termijn te verkorten.",
        "Een vast aanspreekpunt is aan te bevelen.",
        "De raad zou vaker bijeen moeten komen.",
        "De taken dienen opnieuw te worden verdeeld.",
        "Wij bevelen aan de termijn te verkorten.",
        "Wij adviseren de raad een plan te maken.",
        "De rekenkamer beveelt de raad aan de termijn te verkorten.",
        "Wij geven de raad in overweging het overleg te splitsen.",
        "Kernaanbeveling 2 is om het overleg te splitsen.",
    ],
)
def test_advice_in_other_forms(advice):
    (statement,) = evaluated("1 Slotbeschouwing", advice).statements
    assert statement.kind is Kind.RECOMMENDATION


@pytest.mark.parametrize(
    "observation",
    [
        "De raad kwam in 2031 tweemaal bijeen.",
        "De wachttijd is sinds 2030 gestegen met 12%.",
        "De bijdrage van € 40.000 is niet betaald.",
        "Van de meldingen die in 2031 binnenkwamen, was na een jaar 60% afgehandeld.",
        "De directeur benoemt geen vervanger.",
        "De partner is opdrachtgever, maar vult die rol niet in.",
        "De raad mag niet meebeslissen over de begroting.",
        "Aanbeveling 3 uit het vorige rapport is niet opgevolgd.",
        "Het meldpunt doet wat het moet doen.",
        "Volgens de overeenkomst moet de raad vier keer per jaar bijeenkomen.",
    ],
)
def test_what_was_found_is_no_norm(observation):
    (statement,) = evaluated("1 Samenwerking", observation).statements
    assert statement.kind is Kind.FINDING


@pytest.mark.parametrize("words", ["De nazorg vraagt om meer samenhang.", "De raad moet vaker beslissen dan voorzien."])
def test_need_is_an_observation_among_findings_and_advice_elsewhere(words):
    assert kinds(evaluated("1 Bevindingen", "1.1 Nazorg", words)) == [Kind.FINDING]
    assert kinds(evaluated("1 Aanbevelingen", "1.1 Nazorg", words)) == [Kind.RECOMMENDATION]


def test_a_label_says_what_follows():
    read = evaluated(
        "1 Conclusies en aanbevelingen",
        "Conclusie 1: de raad moet te lang wachten.",
        "Aanbeveling 1: Zorg dat de raad elk jaar wordt gehoord.",
    )
    assert kinds(read) == [Kind.FINDING, Kind.RECOMMENDATION]


def test_the_lines_of_a_cover_state_nothing():
    read = evaluated("# Samen aan de kade", "Onderzoek naar de samenwerking van de raad en de partner", "mei 2031")
    assert read.statements == ()


def test_a_title_above_text_states_nothing():
    read = evaluated(
        "1 Bevindingen", "1. Inrichting van het meldpunt", "   Het meldpunt heeft geen vast loket.", "2. Het loopt."
    )
    assert "Inrichting" not in " ".join(statement.text for statement in read.statements)
    assert len(read.statements) == 2


def test_advice_explains_itself():
    read = evaluated(
        "1 Aanbevelingen", "1. Meer overleg is gewenst. De verschillen zijn nu te groot.", "2. Een vast loket."
    )
    assert kinds(read) == [Kind.RECOMMENDATION, Kind.FINDING, Kind.RECOMMENDATION]


def test_conclusions_and_advice_in_one_chapter_are_told_apart_by_their_words():
    read = evaluated("1 Conclusies en aanbevelingen", "- De nazorg schiet tekort.", "- Leg de nazorg vast.")
    assert kinds(read) == [Kind.FINDING, Kind.RECOMMENDATION]


@pytest.mark.parametrize(
    ("heading", "advice", "who"),
    [
        ("Aan de raad", "Informeer de directeur elk jaar over de termijnen.", ["raad"]),
        ("Aan de raad", "Het verdient aanbeveling de termijn te verkorten.", ["raad"]),
        ("Aan de raad", "De directeur zou de termijn moeten bewaken.", ["directeur"]),
        ("Aan de raad", "Wij adviseren de partner om de termijn te verkorten.", ["partner"]),
        ("Rol van de raad", "Leg de taken van het meldpunt vast.", []),
    ],
)
def test_advice_is_for_its_subject_or_else_for_whom_the_heading_addresses(heading, advice, who):
    read = evaluated("# Evaluatie", "# Aanbevelingen", f"## {heading}", f"1. {advice}")
    (statement,) = read.statements
    assert (statement.kind, read.bearers(statement)) == (Kind.RECOMMENDATION, who)


def test_a_heading_outside_a_chapter_of_advice_addresses_nobody():
    read = evaluated("# Evaluatie", "# Taken van de raad", "Het verdient aanbeveling de termijn te verkorten.")
    assert read.borne("verdient aanbeveling") == []


def test_what_others_promise_in_answer_binds():
    read = evaluated(
        "1 Bevindingen",
        "De raad stelt de begroting te laat vast.",
        "2 Bestuurlijke reactie",
        "De raad stelt voortaan de begroting voor 1 juli 2033 vast. De directeur zal de partner informeren.",
    )
    assert kinds(read) == [Kind.FINDING, Kind.POWER, Kind.DUTY]
    assert read.borne("zal de partner") == ["directeur"]
    assert [s.deadline and s.deadline.value for s in read.statements] == [None, "2033-07-01", None]


@pytest.mark.parametrize(
    "heading",
    ["Onderzoeksvragen", "1.2 Opdrachtomschrijving", "Geraadpleegde documenten", "Doel van het onderzoek", "Inleiding"],
)
def test_how_the_evaluation_was_made_states_nothing(heading):
    read = evaluated(
        f"# {heading}", "De directeur is opdrachtgever. Wij spraken de raad. Onder raad verstaan wij de leden."
    )
    assert read.statements == ()


def test_the_chapters_of_an_agreement_keep_their_meaning():
    read = understand(
        "# Convenant\n\n# Opdracht\n\nDe directeur meldt elke storing.\n\n# Bestuurlijke reactie\n\nDe raad besluit.\n"
    )
    assert kinds(read) == [Kind.DUTY, Kind.POWER]


def test_a_sentence_is_one_finding_unless_each_half_has_an_actor_of_its_own():
    words = "Het jaarplan ontbreekt al jaren, de begroting komt steeds te laat."
    halves = ["De raad heeft geen jaarplan,", "de partner heeft een jaarplan zonder begroting."]
    assert [s.text for s in evaluated("1 Bevindingen", words).statements] == [words]
    assert [s.text for s in evaluated("1 Bevindingen", " ".join(halves)).statements] == halves


def test_when_and_how_often_it_was_so_is_no_deadline():
    read = evaluated("1 Bevindingen", "De raad kwam op 3 mei 2031 niet bijeen. De directeur rapporteert elk kwartaal.")
    assert [(s.kind, s.deadline) for s in read.statements] == [(Kind.FINDING, None)] * 2


def test_items_without_a_verb_count_where_the_chapter_says_what_they_are():
    items = ("- onvoldoende capaciteit bij het meldpunt;", "- een gebrek aan gegevens.")
    assert kinds(evaluated("1 Knelpunten", *items)) == [Kind.FINDING, Kind.FINDING]
    assert evaluated("1 Het meldpunt", *items).statements == ()


@pytest.mark.parametrize(
    ("heading", "outer", "part"),
    [
        ("3 Bevindingen", None, Part.FINDINGS),
        ("Conclusies", None, Part.FINDINGS),
        ("3.1 Doel", Part.FINDINGS, Part.FINDINGS),
        ("1.1 Doel", None, Part.METHOD),
        ("Opdrachtgeverschap", Part.FINDINGS, Part.FINDINGS),
        ("5.2 Specifieke aanbevelingen", Part.FINDINGS, Part.RECOMMENDATIONS),
        ("Aan de raad", Part.RECOMMENDATIONS, Part.RECOMMENDATIONS),
        ("Samenwerking", None, None),
        ("Uitvoering en toezicht", None, None),
        ("Verantwoording", None, None),
        ("Afbakening van taken", None, None),
        ("Opdrachtverlening", None, None),
        ("Doel en aanpak", None, Part.METHOD),
        ("Verantwoording van het onderzoek", None, Part.METHOD),
        ("Buiten scope van de opdracht", None, Part.METHOD),
        ("Vragen aan de raad", Part.RECOMMENDATIONS, Part.RECOMMENDATIONS),
        ("Bestuurlijke reactie", Part.RECOMMENDATIONS, Part.RESPONSE),
    ],
)
def test_a_part_goes_on_below_its_heading(heading, outer, part):
    assert part_below(heading, outer) is part


@pytest.mark.parametrize(
    ("words", "imperative"),
    [
        ("Leg de taken vast.", True),
        ("Beleg de regie bij één wethouder.", True),
        ("Onderzoek of de raad meer kan doen.", True),
        ("De raad legt de taken vast.", False),
        ("Kennis gaat verloren.", False),
        ("Besluiten zijn niet vastgelegd.", False),
        ("Is de melder het niet eens, dan beslist de raad.", False),
        ("Legt de raad de taken vast?", False),
    ],
)
def test_imperatives(words, imperative):
    assert is_imperative(sentence(words).tokens) is imperative
