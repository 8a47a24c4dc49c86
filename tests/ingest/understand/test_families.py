"""Families of words by which agreements permit, forbid, decide, appoint and reckon, each beside a near one."""

from __future__ import annotations

import pytest
from understood_texts import understand

from ingest.model.agreement import AgreementKind

OPENING = "Artikel 1 Samenwerking\n\n1. De penvoerder en de stuurgroep werken samen met de partners.\n\n"


def kinds(clause):
    """The kinds of the statements that a member of an article makes."""
    read = understand(f"{OPENING}Artikel 2 Werkwijze\n\n1. {clause}\n\n2. Dit lid blijft leeg.\n")
    return [statement.kind.value for statement in read.statements if " ".join(statement.text.split()) in clause]


@pytest.mark.parametrize(
    ("clause", "kind"),
    [
        ("Overdracht van rechten is zonder instemming van de stuurgroep niet mogelijk.", "prohibition"),
        ("De functie van voorzitter is niet verenigbaar met die van penningmeester.", "prohibition"),
        ("Publiciteit blijft achterwege tot het plan is goedgekeurd.", "prohibition"),
        ("Ondermandaat is uitgesloten.", "prohibition"),
        ("De voorzitter heeft geen stemrecht.", "prohibition"),
        ("Niemand mag meer dan één volmacht uitbrengen.", "prohibition"),
        ("Toezeggingen kunnen door hem niet worden gedaan.", "prohibition"),
        ("Zonder akkoord van de stuurgroep worden geen wijzigingen doorgevoerd.", "prohibition"),
        ("De penvoerder wijzigt het plan niet dan na overleg met de partners.", "prohibition"),
        ("Dat besluit kan niet worden uitgevoerd zonder geld.", "permission"),
    ],
)
def test_what_is_forbidden(clause, kind):
    assert kinds(clause) == [kind]


@pytest.mark.parametrize(
    ("clause", "kind"),
    [
        ("De penvoerder heeft te allen tijde toegang tot de administratie.", "permission"),
        ("De stuurgroep heeft de vrijheid om van het plan af te wijken.", "permission"),
        ("De partner behoudt zich het recht voor de samenwerking te herzien.", "permission"),
        ("De partners krijgen de gelegenheid hun zienswijze te geven.", "permission"),
        ("De partner hoeft de kosten niet voor te schieten.", "permission"),
        ("De penvoerder is bevoegd alle stukken in te zien.", "permission"),
        ("De penvoerder is bevoegd contracten te sluiten.", "power"),
        ("De penvoerder geeft de partners toegang tot de administratie.", "duty"),
    ],
)
def test_what_is_permitted(clause, kind):
    assert kinds(clause) == [kind]


@pytest.mark.parametrize(
    ("clause", "kind"),
    [
        ("In spoedeisende gevallen is de penvoerder bevoegd de sluis te sluiten.", "power"),
        ("De penvoerder is gemachtigd contracten te sluiten.", "power"),
        ("Over een wijziging oordeelt de stuurgroep.", "power"),
        ("Boetes worden opgelegd door de penvoerder.", "power"),
        ("De voorzitter wordt door de stuurgroep gekozen.", "power"),
        ("De stuurgroep verleent de penvoerder decharge.", "power"),
        ("De stuurgroep hakt na overleg met alle partners en de penvoerder de knoop door.", "power"),
        ("De leden worden op voordracht van de penvoerder benoemd bij besluit van de raden.", "power"),
        ("Formele acceptatie is voorbehouden aan de leverancier.", "power"),
        ("De penvoerder is belast met het handhaven van de orde.", "duty"),
        ("De penvoerder beschikt uiterlijk 1 mei 2031 over een certificaat.", "duty"),
        ("De penvoerder wijst een contactpersoon aan.", "duty"),
        ("De penvoerder beoordeelt of een onderzoek aangewezen is.", "duty"),
    ],
)
def test_who_decides(clause, kind):
    assert kinds(clause) == [kind]


@pytest.mark.parametrize(
    ("clause", "kind"),
    [
        ("Als voorzitter treedt de penvoerder op.", "role"),
        ("Bronhouders zijn de penvoerder en de partners.", "role"),
        ("De stuurgroep wordt voorgezeten door de penvoerder.", "role"),
        ("De penvoerder vervult voor de partners de functie van kassier.", "role"),
        ("De stuurgroep vergadert om de week, onder voorzitterschap van de penvoerder.", "duty"),
        ("De penvoerder bewaakt de planning en is eerste aanspreekpunt.", "duty"),
    ],
)
def test_who_fills_a_role(clause, kind):
    assert kinds(clause) == [kind]


@pytest.mark.parametrize(
    ("clause", "kind"),
    [
        ("De leden hebben zitting voor vier jaar.", "term"),
        ("Herbenoeming is eenmaal mogelijk.", "term"),
        ("De termijn voor een reactie bedraagt drie weken.", "term"),
        ("De afspraken gelden voor de periode 2031-2034.", "term"),
        ("Een brede evaluatie van de samenwerking is voorzien in 2031.", "term"),
        ("Voor betaling geldt een termijn van dertig dagen.", "duty"),
    ],
)
def test_how_long(clause, kind):
    assert kinds(clause) == [kind]


@pytest.mark.parametrize(
    ("clause", "kind"),
    [
        ("De bijlagen maken onlosmakelijk deel uit van dit protocol.", "precedence"),
        ("Is een bepaling met de wet in strijd, dan geldt de wet.", "precedence"),
        ("De bepalingen van het eerste addendum blijven onverkort van kracht.", "precedence"),
        ("Dit convenant doet niet af aan de wettelijke taken van de partners.", "precedence"),
        ("Bij verschil is de tekst van dit protocol doorslaggevend.", "precedence"),
        ("De stuurgroep kan de penvoerder opdragen een melding met voorrang te behandelen.", "power"),
    ],
)
def test_what_prevails(clause, kind):
    assert kinds(clause) == [kind]


@pytest.mark.parametrize(
    ("clause", "kind"),
    [
        ("De beschikbaarheid van het meldpunt bedraagt ten minste 99,2 procent.", "duty"),
        ("Schade komt voor rekening van de penvoerder, tot een maximum van € 75.000.", "duty"),
        ("De penvoerder brengt de partners een tarief van € 92,50 in rekening.", "amount"),
        ("De kosten worden verdeeld naar rato van het inwonertal.", "amount"),
        ("De partners dragen elk een derde van de kosten.", "amount"),
        ("De penvoerder toetst of de verdeelsleutel nog klopt.", "duty"),
    ],
)
def test_what_is_paid(clause, kind):
    assert kinds(clause) == [kind]


@pytest.mark.parametrize(
    "clause",
    [
        "De beantwoording van vragen volgt binnen tien werkdagen.",
        "Uiterlijk 1 september 2031 is het nieuwe meldpunt gereed voor gebruik.",
        "Niet bestede middelen vloeien terug naar de partners.",
        "Een afwijzing is met redenen omkleed.",
        "De aanlevering verloopt via het portaal.",
        "Het jaarverslag is openbaar.",
    ],
)
def test_what_happens_though_nobody_is_named(clause):
    assert kinds(clause) == ["duty"]


@pytest.mark.parametrize(
    "clause",
    [
        "Artikel 4 wordt vervangen door:",
        "Na het eerste lid wordt een lid ingevoegd, luidende:",
        "Een voorbeeld hiervan is de aanpak van storingen bij de sluis.",
        "De stuurgroep dankt de penvoerder voor zijn inzet.",
        "In 2024 heeft de stuurgroep een plan aangenomen.",
    ],
)
def test_what_states_nothing(clause):
    assert kinds(clause) == []


@pytest.mark.parametrize(
    ("clause", "kind"),
    [
        ("Melder: de inwoner die een storing meldt.", "definition"),
        ("Een melder is een inwoner die een storing meldt.", "definition"),
        ("Van een calamiteit is sprake wanneer meer dan honderd huizen zonder water zitten.", "definition"),
        ("Onder locatie: een gebouw met ten minste tien plaatsen.", "definition"),
        ("De penvoerder is de partner die het register bijhoudt.", "role"),
    ],
)
def test_what_words_mean(clause, kind):
    assert kinds(clause) == [kind]


def test_parts_behind_a_semicolon_stand_by_themselves():
    clause = "De penvoerder stelt kleine wijzigingen vast; over overige wijzigingen beslist de stuurgroep."
    assert kinds(clause) == ["power", "power"]


def test_samples_between_commas_are_no_clause():
    clause = "Bij andere omstandigheden, waaronder het einde van de subsidie, kan elke partner om overleg verzoeken."
    assert kinds(clause) == ["permission"]


def test_words_that_break_off_above_a_list_state_nothing():
    read = understand(
        f"{OPENING}Artikel 2 Werk\n\n1. De penvoerder meldt de stuurgroep\n\n- elke storing;\n- elke klacht.\n"
    )
    assert [statement.text for statement in read.statements][1:] == ["elke storing;", "elke klacht."]


def test_an_evaluation_defines_its_words_too():
    text = "1. Begrippen\n\nIn dit rapport wordt verstaan onder:\n\n- basisbad: een bad dat altijd open is;\n"
    (statement,) = understand(text, AgreementKind.EVALUATION).statements
    assert statement.kind.value == "definition"
