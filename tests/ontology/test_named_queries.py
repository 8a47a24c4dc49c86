"""Every named question against the made-up agreements, with the answer written out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import made_up
import pytest

from ingest.graph import ACTORS_GRAPH, actor_iri, actors_graph, agreement_graph, graph_iri, ntriples
from ingest.store import Iri, Literal, Store, memory_store
from ontology.queries import NamedQuery, queries, query

WITHOUT_PLACE = {
    "actors",
    "actors-without-duties",
    "actor-by-name",
    "agreements-on-date",
    "documents",
    "statement-actors",
}

PENVOERDER, MERELHOF, REGIOBUREAU = (str(actor_iri(k)) for k in ("penvoerder", "stichting-merelhof", "regiobureau"))
STUURGROEP, DIRECTEUR = str(actor_iri("stuurgroep")), str(actor_iri("directeur-regiobureau"))
SEP = "\x1f"

Row = tuple[str | None, ...]


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    made = made_up.everything()
    with memory_store() as store:
        for one in made:
            graph = agreement_graph(one.understood, one.sections)
            store.replace(str(graph_iri(one.understood.entry.id)), ntriples(graph))
        named = [actor for one in made for actor in one.understood.actors]
        named.append(made_up.ACTORS["toezichtkamer"])
        store.replace(str(ACTORS_GRAPH), ntriples(actors_graph(named)))
        yield store


def answer(store: Store, name: str, values: Mapping[str, Any]) -> list[dict[str, str]]:
    rows = store.select(query(name).bind(values))
    return [{column: term.value for column, term in row.items() if isinstance(term, (Iri, Literal))} for row in rows]


CASES: list[tuple[str, dict[str, Any], tuple[str, ...], list[Row]]] = [
    (
        "responsible-for",
        {"words": "WERKPLAN opstellen"},
        ("document", "section", "part", "actorLabel"),
        [
            ("herziening-2034", "Artikel 3", "duty", "Regiobureau"),
            ("samenwerking-2031", "Artikel 3 lid 1", "duty", "penvoerder"),
            ("taakverdeling", "2.1 Plannen", "A", "penvoerder"),
            ("taakverdeling", "2.1 Plannen", "R", "uitvoerder"),
        ],
    ),
    (
        "responsible-for",
        {"words": ["opstellen", "werkplan"], "document": "taakverdeling"},
        ("actorLabel", "part"),
        [("penvoerder", "A"), ("uitvoerder", "R")],
    ),
    ("responsible-for", {"words": "voor 1 maart"}, ("actorLabel",), [("penvoerder",)]),
    ("responsible-for", {"words": "onbekend"}, ("actorLabel",), []),
    (
        "duties-of-actor",
        {"actor": MERELHOF, "on": "2032-06-01"},
        ("section", "action", "roleLabel"),
        [("Artikel 3 lid 1", "het werkplan opstellen", "penvoerder"), ("Artikel 4", "rapporteren", "penvoerder")],
    ),
    ("duties-of-actor", {"actor": MERELHOF, "on": "2034-06-01"}, ("section",), []),
    (
        "duties-of-actor",
        {"actor": REGIOBUREAU, "on": "2032-06-01"},
        ("document", "section", "condition", "roleLabel"),
        [
            ("herziening-2034", "Artikel 3", "indien de stuurgroep instemt", None),
            ("samenwerking-2031", "Artikel 4", None, None),
        ],
    ),
    (
        "duties-of-actor",
        {"actor": REGIOBUREAU, "on": "2036-01-01", "document": "samenwerking-2031"},
        ("section", "roleLabel"),
        [("Artikel 3 lid 1", "penvoerder"), ("Artikel 4", None), ("Artikel 4", "penvoerder")],
    ),
    ("powers-of-actor", {"actor": STUURGROEP}, ("action", "confidence"), [("het werkplan vaststellen", "0.4")]),
    ("powers-of-actor", {"actor": PENVOERDER}, ("action",), []),
    (
        "permissions-of-actor",
        {"actor": REGIOBUREAU, "on": "2035-01-01"},
        ("action", "roleLabel"),
        [("het verslag aanvullen", "penvoerder")],
    ),
    ("prohibitions", {}, ("actorLabel", "action"), [("uitvoerder", "de gegevens met derden delen")]),
    ("prohibitions", {"actor": PENVOERDER}, ("actorLabel",), []),
    (
        "deadlines-in-period",
        {"from": "2032-02-01", "to": "2032-04-01"},
        ("value", "relation", "actorLabel"),
        [("2032-03-01", "before", "penvoerder"), ("2031/2034", "during", None)],
    ),
    (
        "deadlines-in-period",
        {"from": "2035-12-01", "to": "2036-01-01"},
        ("value", "actorLabel", "earliest", "latest"),
        [("2035", "penvoerder", "2035-01-01", "2035-12-31")],
    ),
    ("deadlines-in-period", {"from": "2040-01-01", "to": "2041-01-01"}, ("value",), []),
    (
        "deadlines-of-actor",
        {"actor": MERELHOF, "document": "samenwerking-2031"},
        ("type", "value", "roleLabel"),
        [("recurring", "R2/P1Y", "penvoerder"), ("date", "2032-03-01", "penvoerder")],
    ),
    (
        "deadlines-of-actor",
        {"actor": REGIOBUREAU, "document": "herziening-2034"},
        ("type", "value", "event", "roleLabel"),
        [("relative", "P10D", "de begroting", None), ("date", "2035", None, "penvoerder")],
    ),
    (
        "when-is",
        {"words": "werkplan"},
        ("document", "value", "relation", "event"),
        [
            ("herziening-2034", "P10D", "within", "de begroting"),
            ("samenwerking-2031", "2032-03-01", "before", None),
        ],
    ),
    ("when-is", {"words": "rapporteren"}, ("type", "value"), [("recurring", "R2/P1Y")]),
    (
        "decisions",
        {},
        ("actorLabel", "action", "decisionRule"),
        [("stuurgroep Oeverpark", "het werkplan vaststellen", "consensus")],
    ),
    ("decisions", {"words": "werkplan", "rule": "majority"}, ("actorLabel",), []),
    ("decisions", {"words": "begroting"}, ("actorLabel",), []),
    (
        "members-of-body",
        {"body": STUURGROEP},
        ("actorLabel", "position", "section"),
        [
            ("deelnemende scholen", "member", "Artikel 2"),
            ("penvoerder", "member", "Artikel 2"),
            ("directeur van het Regiobureau", "chair", "Artikel 2"),
        ],
    ),
    (
        "chairs",
        {"on": "2032-01-01"},
        ("bodyLabel", "actorLabel"),
        [("stuurgroep Oeverpark", "directeur van het Regiobureau")],
    ),
    ("chairs", {"body": PENVOERDER}, ("actorLabel",), []),
    (
        "role-fillings",
        {},
        ("roleLabel", "actorLabel", "period", "since", "until"),
        [
            ("penvoerder", "Stichting Merelhof", "2031/2033", "2031-01-01", "2033-12-31"),
            ("penvoerder", "Regiobureau", "2034/..", "2034-01-01", None),
        ],
    ),
    ("role-fillings", {"role": PENVOERDER, "on": "2050-01-01"}, ("actorLabel",), [("Regiobureau",)]),
    (
        "parties-of-agreement",
        {"document": "samenwerking-2031"},
        ("actorLabel", "section", "text"),
        [("Regiobureau", "Artikel 1", "Het Regiobureau is partij bij deze overeenkomst.")],
    ),
    (
        "representatives",
        {"actor": REGIOBUREAU},
        ("representativeLabel", "actorLabel"),
        [("directeur van het Regiobureau", "Regiobureau")],
    ),
    (
        "agreement-on",
        {"document": "samenwerking-2031", "words": "werkplan"},
        ("kind", "section"),
        [("duty", "Artikel 3 lid 1"), ("power", "Artikel 3 lid 2"), ("definition", "Artikel 8")],
    ),
    (
        "compare-on",
        {"document": ["samenwerking-2031", "herziening-2034"], "words": "werkplan"},
        ("kind", "document", "actorLabel", "value"),
        [
            ("definition", "herziening-2034", None, None),
            ("definition", "samenwerking-2031", None, None),
            ("duty", "herziening-2034", "Regiobureau", "P10D"),
            ("duty", "samenwerking-2031", "penvoerder", "2032-03-01"),
            ("power", "samenwerking-2031", "stuurgroep Oeverpark", None),
        ],
    ),
    (
        "rasci-of-agreement",
        {"document": "taakverdeling", "prefix": "2.1"},
        ("activity", "actorLabel", "letter"),
        [
            ("Opstellen van het werkplan", "penvoerder", "A"),
            ("Opstellen van het werkplan", "stuurgroep Oeverpark", "C"),
            ("Opstellen van het werkplan", "stuurgroep Oeverpark", "I"),
            ("Opstellen van het werkplan", "uitvoerder", "R"),
            ("Bijhouden van het risicoregister", "penvoerder", None),
            ("Bijhouden van het risicoregister", "stuurgroep Oeverpark", "I"),
            ("Bijhouden van het risicoregister", "uitvoerder", "R"),
        ],
    ),
    (
        "rasci-of-actor",
        {"actor": PENVOERDER},
        ("activity", "part"),
        [
            ("Opstellen van het werkplan", "A"),
            ("Schrijven van het verslag", "A"),
            ("Schrijven van het verslag", "R"),
            ("Archiveren van het verslag", "A"),
        ],
    ),
    ("rasci-of-actor", {"actor": PENVOERDER, "letter": "R"}, ("activity",), [("Schrijven van het verslag",)]),
    ("activities-without-accountable", {}, ("activity",), [("Bijhouden van het risicoregister",)]),
    ("activities-without-responsible", {}, ("activity", "section"), [("Archiveren van het verslag", "2.2 Rapporten")]),
    (
        "actors-without-duties",
        {},
        ("label", "type"),
        [
            ("Stichting Merelhof", "organisation"),
            ("deelnemende scholen", "group"),
            ("directeur van het Regiobureau", "office"),
            ("stuurgroep Oeverpark", "body"),
            ("toezichtkamer", "body"),
        ],
    ),
    (
        "low-confidence",
        {"below": 0.6},
        ("kind", "confidence", "kindRule"),
        [("power", "0.4", "power.example"), ("recommendation", "0.5", "recommendation.example")],
    ),
    ("low-confidence", {"below": 0.4}, ("kind",), []),
    (
        "definitions-of",
        {"term": "WERKPLAN"},
        ("document", "label", "meaning"),
        [
            ("herziening-2034", "werkplan", "het plan voor twee jaren"),
            ("samenwerking-2031", "Werkplan", "overzicht van het werk in een jaar"),
        ],
    ),
    ("definitions-of", {"term": "plan"}, ("label",), []),
    (
        "precedence",
        {},
        ("document", "cited", "citedTitle"),
        [("herziening-2034", "https://w3id.org/afsprakengraaf/id/agreement/samenwerking-2031", "Samenwerking")],
    ),
    ("terms", {}, ("section", "value", "earliest", "latest"), [("Artikel 6", "2031/2034", "2031-01-01", "2034-12-31")]),
    (
        "amounts",
        {"words": "bijdrage"},
        ("value", "unit", "surface", "amountOf"),
        [("40000", "EUR", "€ 40.000", "bijdrage"), ("25", "percent", "25%", None)],
    ),
    (
        "findings-and-recommendations",
        {},
        ("kind", "actorLabel", "section"),
        [("finding", "stuurgroep Oeverpark", "2 Bevindingen"), ("recommendation", None, "3 Adviezen")],
    ),
    (
        "involved-in",
        {"words": "werkplan"},
        ("document", "involvement", "actorLabel"),
        [
            ("herziening-2034", "approves", "stuurgroep Oeverpark"),
            ("samenwerking-2031", "consulted", "deelnemende scholen"),
            ("taakverdeling", "consulted", "stuurgroep Oeverpark"),
            ("taakverdeling", "informed", "stuurgroep Oeverpark"),
        ],
    ),
    (
        "involved-in",
        {"words": "werkplan", "part": "informed"},
        ("document", "actorLabel"),
        [("taakverdeling", "stuurgroep Oeverpark")],
    ),
    (
        "references-to",
        {"cited": "samenwerking-2031"},
        ("document", "kind", "citedSection", "surface"),
        [("herziening-2034", "precedence", "3", "artikel 3 van de Samenwerking Oeverpark")],
    ),
    ("actor-by-name", {"name": "Coordinator"}, ("label", "type"), [("penvoerder", "role")]),
    ("actor-by-name", {"name": "coord"}, ("label",), []),
    (
        "agreements-on-date",
        {"on": "2033-12-31"},
        ("document", "date", "status", "kind"),
        [
            ("evaluatie-2033", "2033-06-01", "final", "evaluation"),
            ("samenwerking-2031", "2031-01-15", "final", "agreement"),
        ],
    ),
    (
        "statements",
        {"document": "herziening-2034", "kind": "duty"},
        ("action", "condition", "deadlineType", "deadlineRelation", "deadlineValue", "deadlineEvent", "confidence"),
        [
            (
                "het werkplan opstellen",
                "indien de stuurgroep instemt",
                "relative",
                "within",
                "P10D",
                "de begroting",
                "0.9",
            )
        ],
    ),
    (
        "statements",
        {"document": "samenwerking-2031"},
        ("kind", "strength", "decisionRule", "term"),
        [
            *[("role", None, None, None)] * 5,
            ("duty", "result", None, None),
            ("power", None, "consensus", None),
            ("duty", None, None, None),
            ("prohibition", None, None, None),
            ("term", None, None, None),
            ("amount", None, None, None),
            ("definition", None, None, "Werkplan"),
        ],
    ),
    (
        "statement-actors",
        {"document": "samenwerking-2031", "kind": "duty"},
        ("slot", "actorLabel"),
        [
            ("bearer", "penvoerder"),
            ("consulted", "deelnemende scholen"),
            ("bearer", "Regiobureau"),
            ("bearer", "penvoerder"),
            ("recipient", "stuurgroep Oeverpark"),
        ],
    ),
    (
        "raci",
        {},
        ("section", "activity", "actorLabel", "letter"),
        [
            ("2.1 Plannen", "Opstellen van het werkplan", "penvoerder", "A"),
            ("2.1 Plannen", "Opstellen van het werkplan", "stuurgroep Oeverpark", "C"),
            ("2.1 Plannen", "Opstellen van het werkplan", "stuurgroep Oeverpark", "I"),
            ("2.1 Plannen", "Opstellen van het werkplan", "uitvoerder", "R"),
            ("2.1 Plannen", "Bijhouden van het risicoregister", "penvoerder", None),
            ("2.1 Plannen", "Bijhouden van het risicoregister", "stuurgroep Oeverpark", "I"),
            ("2.1 Plannen", "Bijhouden van het risicoregister", "uitvoerder", "R"),
            ("2.2 Rapporten", "Schrijven van het verslag", "penvoerder", "A"),
            ("2.2 Rapporten", "Schrijven van het verslag", "penvoerder", "R"),
            ("2.2 Rapporten", "Schrijven van het verslag", "uitvoerder", None),
            ("2.2 Rapporten", "Archiveren van het verslag", "penvoerder", "A"),
        ],
    ),
    (
        "deadlines",
        {"document": "samenwerking-2031"},
        ("type", "value", "duration", "times", "actorLabel"),
        [
            ("date", "2032-03-01", None, None, "penvoerder"),
            ("recurring", "R2/P1Y", "P1Y", "2", "Regiobureau"),
            ("recurring", "R2/P1Y", "P1Y", "2", "penvoerder"),
            ("interval", "2031/2034", None, None, None),
        ],
    ),
    (
        "actors",
        {},
        ("key", "label", "type", "aliases"),
        [
            ("deelnemende-scholen", "deelnemende scholen", "group", None),
            ("directeur-regiobureau", "directeur van het Regiobureau", "office", None),
            ("penvoerder", "penvoerder", "role", "coördinator"),
            ("regiobureau", "Regiobureau", "organisation", None),
            ("stichting-merelhof", "Stichting Merelhof", "organisation", "Merelhof"),
            ("stuurgroep", "stuurgroep Oeverpark", "body", "stuurgroep"),
            ("toezichtkamer", "toezichtkamer", "body", None),
            ("taakverdeling/uitvoerder", "uitvoerder", "role", None),
        ],
    ),
    (
        "documents",
        {},
        ("document", "date", "status", "kind", "guessed", "annexOf", "evaluates", "statements"),
        [
            ("taakverdeling", None, "final", "annex", "false", "samenwerking-2031", None, "0"),
            ("samenwerking-2031", "2031-01-15", "final", "agreement", "false", None, None, "12"),
            ("evaluatie-2033", "2033-06-01", "final", "evaluation", "false", None, "samenwerking-2031", "2"),
            ("herziening-2034", "2034-02-01", "draft", "agreement", "true", None, None, "5"),
        ],
    ),
]


@pytest.mark.parametrize(
    ("name", "values", "columns", "expected"), CASES, ids=[f"{name}-{turn}" for turn, (name, *_) in enumerate(CASES)]
)
def test_question_has_its_answer(
    store: Store, name: str, values: dict[str, Any], columns: tuple[str, ...], expected: list[Row]
) -> None:
    rows = [tuple(row.get(column) for column in columns) for row in answer(store, name, values)]
    assert rows == expected


def test_every_question_is_asked_here() -> None:
    assert {name for name, *_ in CASES} == set(queries())
    assert len(queries()) >= 25


@pytest.mark.parametrize("named", queries().values(), ids=list(queries()))
def test_every_answer_is_a_clause(store: Store, named: NamedQuery) -> None:
    if named.id in WITHOUT_PLACE:
        return
    values = next((values for name, values, _, expected in CASES if name == named.id and expected), {})
    texts = {one.understood.entry.id: one.understood.source.text for one in made_up.everything()}
    for row in answer(store, named.id, values):
        clause = texts[row["document"]][int(row["start"]) : int(row["end"])]
        assert clause == row.get("text", row.get("activity"))
        assert row["section"]


@pytest.mark.parametrize("named", queries().values(), ids=list(queries()))
def test_file_runs_as_it_stands(store: Store, named: NamedQuery) -> None:
    assert "GRAPH" in named.text
    store.select(named.text)


@pytest.mark.parametrize("named", queries().values(), ids=list(queries()))
def test_order_is_stated(named: NamedQuery) -> None:
    assert re.search(r"^ORDER BY .+\n\Z", named.text, re.MULTILINE)


def test_documents_of_an_actor_are_joined(store: Store) -> None:
    rows = {row["key"]: set(row["documents"].split(SEP)) for row in answer(store, "actors", {}) if "documents" in row}
    assert rows["stuurgroep"] == {"samenwerking-2031", "herziening-2034", "evaluatie-2033", "taakverdeling"}
