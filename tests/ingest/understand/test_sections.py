"""What a section gives the clauses below it: the actor of its heading, its findings, the body that it spoke of."""

from __future__ import annotations

import pytest
from understood_texts import Read, understand

from ingest.model.statements import Kind


def read(*lines: str, classified: bool = False) -> Read:
    return understand("\n\n".join(("# Samenwerkingsovereenkomst", *lines)) + "\n", classified=classified)


def borne(found: Read) -> list[tuple[Kind, list[str], str]]:
    return [(statement.kind, found.bearers(statement), statement.text) for statement in found.statements]


def test_headings_below_an_actors_heading_speak_for_it() -> None:
    found = read(
        "## De directeur",
        "### Taken",
        "- Bijhouden van het register\n- Opstellen van een begroting",
        "### Bevoegdheden",
        "- Uitgaven tot een bedrag van € 5.000",
        "## Geld",
        "- Vergoeding van reiskosten",
    )
    assert borne(found)[:3] == [
        (Kind.DUTY, ["directeur"], "Bijhouden van het register"),
        (Kind.DUTY, ["directeur"], "Opstellen van een begroting"),
        (Kind.POWER, ["directeur"], "Uitgaven tot een bedrag van € 5.000"),
    ]
    assert all("directeur" not in bearers for _, bearers, _ in borne(found)[3:])


def test_a_sentence_below_an_actors_heading_may_be_about_something_else() -> None:
    found = read(
        "## De directeur",
        "De directeur leidt het bureau.",
        "Het budget groeit elk jaar.",
        "Storingen worden binnen een dag hersteld.",
    )
    assert found.borne("Storingen worden binnen een dag hersteld.") == ["directeur"]
    assert all("directeur" not in bearers for _, bearers, text in borne(found) if "budget" in text)


def test_the_team_below_a_heading_is_the_team_of_the_heading() -> None:
    found = read(
        "## 1) Team Advies",
        "Team Advies helpt de scholen.",
        "## 2) Team Toezicht",
        "Het team bezoekt de scholen. Dit team heeft daarnaast een adviserende rol.",
    )
    assert found.borne("Het team bezoekt de scholen.") == ["Team Toezicht"]
    assert found.borne("Dit team heeft daarnaast een adviserende rol.") == ["Team Toezicht"]


@pytest.mark.parametrize(
    ("before", "lead", "bearers"),
    [
        ("De directeur leidt het bureau.", "Hij of zij:", ["directeur"]),
        ("De directeur leidt het bureau.", "Zij:", ["directeur"]),
        ("De raad werkt samen met de directeur.", "De afdeling van de Waterkring", ["afdeling"]),
        ("De raad werkt samen met de directeur.", "De directeur (bureau Noord)", ["directeur"]),
    ],
)
def test_a_name_or_a_pronoun_alone_introduces_a_list(before: str, lead: str, bearers: list[str]) -> None:
    found = read(
        "## Rollen",
        f"{before} {lead}" if lead.endswith(":") else f"{before}\n\n{lead}",
        "- bewaakt het budget;\n- stelt een jaarplan op.",
    )
    assert found.borne("bewaakt het budget") == bearers
    assert found.borne("stelt een jaarplan op") == bearers
    assert all(lead not in statement.text for statement in found.statements)


@pytest.mark.parametrize(
    ("lead", "kind"),
    [
        ("De raad verleent mandaat aan de directeur voor:", Kind.POWER),
        ("Aan de directeur is de volmacht verleend voor:", Kind.POWER),
        ("Aan de directeur zijn voorbehouden:", Kind.POWER),
        ("Aan de directeur zijn de volgende taken opgedragen:", Kind.DUTY),
    ],
)
def test_what_a_list_grants_is_of_whom_it_is_granted_to(lead: str, kind: Kind) -> None:
    found = read("## Mandaat", lead, "- het ondertekenen van brieven;\n- het inkopen van diensten.")
    assert [(one, bearers) for one, bearers, _ in borne(found)] == [(kind, ["directeur"])] * 2


@pytest.mark.parametrize(
    "enacting",
    [
        "Het bestuur, gelet op de wet, besluit vast te stellen de volgende regeling:",
        "Het bestuur, gelet op de wet, besluit:",
        "Het bestuur, gehoord de raad, stelt vast:",
    ],
)
def test_the_words_of_adoption_say_nothing_of_what_is_adopted(enacting: str) -> None:
    found = understand(f"Regeling\n\n{enacting}\n\n1. De directeur meldt elke storing.\n2. register bijhouden\n")
    statement = found.said("De directeur meldt elke storing.")
    assert (statement.kind, found.bearers(statement)) == (Kind.DUTY, ["directeur"])
    assert all("bestuur" not in bearers for _, bearers, text in borne(found) if "register" in text)


def test_findings_and_advice_within_an_agreement_bind_nobody() -> None:
    found = read(
        "## 1 Bevindingen",
        "De raad kwam in 2030 niet bijeen. De directeur stelde geen plan op.",
        "## 2 Aanbevelingen",
        "Leg de taken van de directeur vast.",
        "## 3 Afspraken",
        "De raad vergadert elke maand.",
    )
    assert [(statement.kind, statement.deadline and statement.deadline.value) for statement in found.statements] == [
        (Kind.FINDING, None),
        (Kind.FINDING, None),
        (Kind.RECOMMENDATION, None),
        (Kind.DUTY, "P1M"),
    ]


def test_a_decision_without_a_subject_is_of_the_body_that_the_section_spoke_of() -> None:
    found = read(
        "## 4 Besluiten",
        "1. De stuurgroep komt elk kwartaal bijeen.",
        "2. Besluiten worden genomen met gewone meerderheid van stemmen.",
        "3. Voor een besluit over de begroting is unanimiteit vereist.",
        "## 5 Wijziging",
        "1. Besluiten worden genomen met algemene stemmen.",
        classified=True,
    )
    assert [(kind, bearers) for kind, bearers, _ in borne(found)] == [
        (Kind.DUTY, ["stuurgroep"]),
        (Kind.POWER, ["stuurgroep"]),
        (Kind.POWER, ["stuurgroep"]),
        (Kind.POWER, []),
    ]


@pytest.mark.parametrize(
    "recital",
    ["dat de raad elk jaar een plan vaststelt;", "dat de directeur de storingen binnen een dag meldt;"],
)
def test_recitals_state_nothing(recital: str) -> None:
    found = understand(
        "Overeenkomst\n\nPartijen:\n\n1. Waterkring Noord;\n2. de provincie Duinland;\n\n"
        f"Overwegende:\n\n- {recital}\n\nkomen het volgende overeen:\n\n"
        "Artikel 1 Taken\n\n1. De directeur meldt elke storing.\n"
    )
    assert [statement.kind for statement in found.statements if statement.text == recital] == []
    assert found.borne("De directeur meldt elke storing.") == ["directeur"]


@pytest.mark.parametrize(
    ("clause", "kind", "deadline"),
    [
        (
            "Onder werkdag wordt verstaan: elke dag van maandag tot en met vrijdag, behalve 5 mei.",
            Kind.DEFINITION,
            None,
        ),
        ("Bij strijdigheid gaat de overeenkomst van 3 mei 2031 voor.", Kind.PRECEDENCE, None),
        ("De directeur levert vóór 5 mei de cijfers.", Kind.DUTY, "P1Y"),
    ],
)
def test_what_has_a_deadline(clause: str, kind: Kind, deadline: str | None) -> None:
    statement = read("## 1 Afspraken", clause).said(clause)
    assert (statement.kind, statement.deadline and statement.deadline.value) == (kind, deadline)
