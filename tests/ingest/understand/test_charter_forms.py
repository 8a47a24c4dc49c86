"""Forms that charters, mandates and rules of procedure share: who is granted, appointed, approves, belongs where."""

from __future__ import annotations

import pytest
from understood_texts import understand

from ingest.model.statements import Kind
from ingest.model.text import MappedText
from ingest.understand.statements import evidence_span

BODIES = ("raad", "bestuur", "Waterkring")


def article(*clauses: str) -> str:
    return "Proefreglement\n\nArtikel 1\n\n" + "\n\n".join(clauses) + "\n"


@pytest.mark.parametrize(
    ("clause", "kind", "bearers"),
    [
        ("Aan de directeur wordt mandaat verleend voor uitgaven tot € 5.000.", Kind.POWER, ["directeur"]),
        ("Aan het hoofd van de afdeling Water wordt volmacht verleend.", Kind.POWER, ["hoofd van de afdeling Water"]),
        ("De voorzitter wordt door de raad benoemd voor een periode van vier jaar.", Kind.POWER, ["raad"]),
        ("Het jaarplan behoeft de goedkeuring van de raad.", Kind.POWER, ["raad"]),
        ("De raad is bevoegd werkgroepen in te stellen.", Kind.POWER, ["raad"]),
        ("De raad kan nadere regels stellen over de werkwijze.", Kind.POWER, ["raad"]),
        ("De raad kan een deskundige uitnodigen.", Kind.PERMISSION, ["raad"]),
        ("De directeur maakt deel uit van het managementteam.", Kind.ROLE, ["directeur"]),
        ("Het secretariaat van de raad wordt gevoerd door de Waterkring.", Kind.ROLE, ["Waterkring"]),
        ("De directeur neemt niet deel aan de beraadslaging.", Kind.PROHIBITION, ["directeur"]),
    ],
)
def test_a_clause_of_a_charter(clause: str, kind: Kind, bearers: list[str]) -> None:
    read = understand(article(clause), known=(*BODIES, "directeur"))
    assert read.said(clause[:20]).kind is kind
    assert read.borne(clause[:20]) == bearers


def test_tasks_that_are_given_to_somebody_are_his() -> None:
    read = understand(
        article("Aan de Waterkring worden de volgende taken opgedragen:\n\na. het meten van de waterstand;")
    )
    assert read.borne("het meten") == ["Waterkring"]


def test_items_that_lost_their_marks_belong_to_their_lead_in() -> None:
    text = article(
        "De Waterkring is verantwoordelijk voor:",
        "het onderhoud van de sluizen;",
        "een juiste verwerking van de metingen.",
        "De raad komt bijeen.",
    )
    read = understand(text)
    assert read.borne("het onderhoud van de sluizen") == ["Waterkring"]
    assert read.borne("een juiste verwerking") == ["Waterkring"]
    assert read.borne("De raad komt bijeen") == ["raad"]


def test_a_lower_case_block_without_lead_in_is_no_item() -> None:
    read = understand(article("De Waterkring onderhoudt de sluizen.", "een juiste verwerking van de metingen"))
    assert [s for s in read.statements if "verwerking" in s.text] == []


def test_a_list_of_definitions_names_actors() -> None:
    text = article(
        "In dit reglement wordt verstaan onder:\n\na. kring: de stichting Waterkring Oost;\n\nb. peil: de waterstand.",
        "De kring onderhoudt de sluizen.",
        "Het peil wordt elke week gemeten.",
    )
    read = understand(text, known=())
    assert read.borne("onderhoudt de sluizen") == ["stichting Waterkring Oost"]
    assert read.borne("elke week gemeten") == []


def test_who_draws_up_a_report_sees_to_what_is_in_it() -> None:
    read = understand(
        article("De directeur stelt een jaarverslag op. Het jaarverslag bevat een overzicht van de kosten.")
    )
    statement = read.said("bevat een overzicht")
    assert statement.kind is Kind.DUTY
    assert read.bearers(statement) == ["directeur"]


def test_a_link_does_not_interrupt_the_words_of_a_statement() -> None:
    source = "Gelet op [artikel 5](../wet/README.md) stelt de raad een plan vast."
    words = "Gelet op artikel 5 stelt de raad een plan vast."
    offsets, position = [], 0
    for part in ("Gelet op ", "artikel 5", " stelt de raad een plan vast."):
        position = source.index(part, position)
        offsets += range(position, position + len(part))
    assert evidence_span(MappedText(words, tuple(offsets)), source).of(source) == source


def test_a_page_footer_does_interrupt_them() -> None:
    source = "De raad stelt jaarlijks een plan vast Pagina 3 van 12 voor het beheer."
    start = source.index("Pagina")
    kept = [*range(start), *range(source.index("voor het"), len(source))]
    text = MappedText("".join(source[i] for i in kept), tuple(kept))
    assert evidence_span(text, source).of(source) == "De raad stelt jaarlijks een plan vast"


def test_the_numbered_part_of_an_article_bears_nothing() -> None:
    read = understand(article("De raad stelt een plan vast.", "Op het plan is het eerste lid van toepassing."))
    assert read.borne("Op het plan") == []
    assert read.said("Op het plan").kind is Kind.PRECEDENCE


def test_the_members_together_bear_what_they_must_do() -> None:
    read = understand(article("De leden dragen zorg voor de afstemming met hun achterban."))
    assert read.borne("dragen zorg") == ["leden"]


def test_a_part_of_an_article_is_not_taken_for_one_of_the_members() -> None:
    read = understand(article("De leden stellen een plan vast.", "Het eerste lid geldt ook voor het jaarplan."))
    assert read.borne("stellen een plan vast") == ["leden"]
    assert [s for s in read.statements if "eerste lid" in s.text and s.bearers] == []
