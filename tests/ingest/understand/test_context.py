"""What headings, lead-ins, rows, columns and members give the clauses below them."""

from __future__ import annotations

import pytest
from understood_texts import corpus, understand

from ingest.model.agreement import AgreementKind
from ingest.model.statements import DecisionRule, Kind
from ingest.understand.columns import column_role
from ingest.understand.context import labelled_kind, lead_rule


def read(*lines, kind=AgreementKind.AGREEMENT):
    return understand("\n\n".join(lines) + "\n", kind)


def items(*words):
    return "\n".join(f"- {word};" for word in words)


def test_the_subject_of_a_lead_in_bears_its_items():
    found = read(
        "Artikel 1 Taken", "De beheerder heeft de volgende taken:", items("register bijhouden", "storingen melden")
    )
    assert [found.bearers(statement) for statement in found.statements] == [["beheerder"], ["beheerder"]]
    assert {statement.kind for statement in found.statements} == {Kind.DUTY}


def test_the_lead_in_itself_is_no_statement():
    found = read(
        "Artikel 1 Taken", "De beheerder heeft de volgende taken:", items("register bijhouden", "storingen melden")
    )
    assert [statement.text for statement in found.statements] == ["register bijhouden;", "storingen melden;"]


def test_the_subject_after_dat_bears_the_items():
    found = read(
        "Artikel 1 Werk", "De raad legt vast dat de beheerder:", items("elke storing meldt", "het register bijhoudt")
    )
    assert found.borne("elke storing meldt") == ["beheerder"]
    assert found.borne("het register bijhoudt") == ["beheerder"]


@pytest.mark.parametrize(
    ("lead", "kind"),
    [
        ("De leverancier mag niet:", Kind.PROHIBITION),
        ("De leverancier mag de gegevens niet:", Kind.PROHIBITION),
        ("De leverancier is niet bevoegd tot:", Kind.PROHIBITION),
        ("De leverancier mag:", Kind.PERMISSION),
        ("De leverancier kan de afspraak opzeggen:", Kind.PERMISSION),
        ("De directeur is bevoegd tot:", Kind.POWER),
        ("De directeur beslist over:", Kind.POWER),
        ("De directeur zorgt voor:", Kind.DUTY),
        ("In deze afspraak wordt verstaan onder:", Kind.DEFINITION),
        ("De stuurgroep bestaat uit:", Kind.ROLE),
        ("De raad doet de volgende aanbevelingen:", Kind.RECOMMENDATION),
    ],
)
def test_the_kind_of_items_is_that_of_the_lead_in(lead, kind):
    found = read("Artikel 1 Werk", lead, items("gegevens van inwoners aan derden", "stukken van het archief"))
    assert {statement.kind for statement in found.statements} == {kind}
    assert len(found.statements) == 2


def test_an_item_with_its_own_subject_and_verb_speaks_for_itself():
    found = read(
        "Artikel 1 Werk",
        "De beheerder heeft de volgende taken:",
        items("bijhouden van het register", "de directeur stelt de begroting vast", "de raad keurt het verslag goed"),
    )
    assert found.borne("bijhouden van het register") == ["beheerder"]
    assert found.borne("stelt de begroting vast") == ["directeur"]
    assert found.said("keurt het verslag goed").kind is Kind.POWER


def test_nested_items_take_the_nearest_lead_in():
    found = understand(
        "Artikel 1 Werk\n\n1. De beheerder heeft deze taken:\n   a. register bijhouden;\n   b. storingen melden;\n"
        "2. De directeur heeft de volgende bevoegdheden:\n   a. begroting van het register;\n   b. grote uitgaven.\n"
    )
    assert found.borne("storingen melden") == ["beheerder"]
    assert found.borne("grote uitgaven") == ["directeur"]
    assert found.said("grote uitgaven").kind is Kind.POWER


def test_a_lead_in_that_points_back_keeps_the_bearer_before_it():
    found = read(
        "Artikel 1 Werk",
        "De beheerder houdt een register bij. Daartoe behoren de volgende taken:",
        items("storingen melden", "oorzaken zoeken"),
    )
    assert found.borne("storingen melden") == ["beheerder"]


def test_the_condition_and_the_rule_of_decision_of_a_lead_in_hold_for_its_items():
    found = read(
        "Artikel 1 Werk",
        "Indien de raad dat vraagt, zorgt de beheerder in overleg met de directeur voor:",
        items("een verslag van het jaar", "een raming"),
    )
    statement = found.said("een verslag van het jaar")
    assert statement.condition == "Indien de raad dat vraagt"
    assert statement.decision_rule is DecisionRule.COORDINATION


def test_a_heading_that_names_one_actor_bears_items_without_a_subject():
    found = read(
        "1. Taken van de beheerder",
        "In dit werk:",
        items("register bijhouden", "storingen melden"),
        "2. Slot",
        "De raad betaalt.",
    )
    assert found.borne("storingen melden") == ["beheerder"]


def test_a_heading_does_not_bear_what_has_its_own_subject():
    found = read(
        "1. Taken van de beheerder", "De directeur stelt de begroting vast.", "2. Slot", "De raad betaalt de kosten."
    )
    assert found.borne("stelt de begroting vast") == ["directeur"]
    assert found.borne("betaalt de kosten") == ["raad"]


def test_an_introduction_states_no_norms():
    found = read(
        "1. Inleiding", "De beheerder werkt al jaren aan het register.", "2. Werk", "De beheerder meldt storingen."
    )
    assert [statement.text for statement in found.statements] == ["De beheerder meldt storingen."]


def test_rows_below_a_lead_in_are_of_its_bearer_where_their_first_cells_name_nobody():
    found = read(
        "Artikel 1 Taken",
        "De beheerder heeft de volgende taken:",
        "| Onderdeel | Inzet |\n| --- | --- |\n"
        "| Register | bijhouden van het register |\n| Melding | herstellen van storingen |",
    )
    assert [(s.kind, found.bearers(s), s.text) for s in found.statements] == [
        (Kind.DUTY, ["beheerder"], "bijhouden van het register"),
        (Kind.DUTY, ["beheerder"], "herstellen van storingen"),
    ]


TABLE = """\
| Overleg | Deelnemers | Frequentie |
| --- | --- | --- |
| Stuurgroep | directeur en beheerder | vier keer per jaar |
| Werkgroep | uitvoerders | maandelijks |
"""


def test_columns_of_members_and_frequency_are_of_the_body_in_the_row():
    found = understand(TABLE)
    assert [(s.kind, found.bearers(s), s.text) for s in found.statements] == [
        (Kind.ROLE, ["Stuurgroep"], "directeur en beheerder"),
        (Kind.TERM, [], "vier keer per jaar"),
        (Kind.ROLE, ["Werkgroep"], "uitvoerders"),
        (Kind.TERM, [], "maandelijks"),
    ]


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("Deelnemers", "members"),
        ("Frequentie:", "frequency"),
        ("Hoe vaak", "frequency"),
        ("Taken", "activity"),
        ("Doel", "content"),
        ("Handeling", "activity"),
        ("Doet wat", "activity"),
        ("Verantwoordelijk voor", "activity"),
        ("Waarover", "content"),
        ("Bespreekt", "content"),
        ("Kosten", None),
    ],
)
def test_what_a_column_holds(header, role):
    assert column_role(header) == role


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Leden: de directeur en de beheerder", Kind.ROLE),
        ("Frequentie: maandelijks", Kind.TERM),
        ("Deelnemers van Beek: de directeur", Kind.ROLE),
        ("Kosten: hoog", None),
        ("De leden komen bijeen", None),
    ],
)
def test_what_a_label_tells(line, kind):
    assert labelled_kind(line) is kind


def test_no_lead_in_rule_fits_plain_words():
    assert lead_rule("De volgende punten:") is None


SBO, TBO = "strategische beheerorganisatie", "tactische beheerorganisatie"


@pytest.mark.parametrize(
    ("words", "label", "kind"),
    [
        ("Organiseren, managen en doen uitvoeren van de verschillende beheertaken", SBO, Kind.DUTY),
        ("Selectie van de tactische en operationele beheerorganisaties", SBO, None),
        ("bewaken naleving standaarden en architectuurafspraken", TBO, Kind.DUTY),
    ],
)
def test_rows_of_the_annex_are_borne_by_their_level_of_work(words, label, kind):
    found = corpus().of("bijlage")
    statement = found.said(words)
    assert found.bearers(statement) == [label]
    assert kind is None or statement.kind is kind


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Besluitvormende bevoegdheid in het kader van de regie", Kind.POWER),
        ("Instructiebevoegdheid aan de OBO’s bij conflicterende belangen", Kind.POWER),
    ],
)
def test_powers_listed_in_the_agreement_of_several_parties(words, kind):
    found = corpus().of("meerpartijen")
    assert found.said(words).kind is kind
    assert found.borne(words) == [TBO]


def test_what_orders_must_settle_is_for_who_gives_them():
    found = corpus().of("meerpartijen")
    items_ = [s for s in found.statements if s.section.startswith("Artikel 3 lid 3")]
    assert len(items_) >= 7
    assert {tuple(found.bearers(statement)) for statement in items_} == {(TBO,)}
