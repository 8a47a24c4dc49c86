"""Agreements, their texts, what validation found in them, and the named questions about them."""

from __future__ import annotations

import made_up
import pytest

from api.records.documents import all_documents, document, text
from api.records.findings import FindingFilter, all_findings, as_heavy_as, counts, findings
from api.records.questions import all_questions, answers, ask, question
from ingest.errors import InputError, NotFoundError
from ingest.publish import Generation
from ingest.store import Store
from ontology.queries import queries


def test_an_agreement_is_described_with_its_counts(store: Store) -> None:
    found = document(store, "evaluatie-2033")
    assert found.model_dump() == {
        "id": "evaluatie-2033",
        "iri": "https://w3id.org/afsprakengraaf/id/agreement/evaluatie-2033",
        "title": "Evaluatie Oeverpark",
        "date": "2033-06-01",
        "version": None,
        "status": "final",
        "kind": "evaluation",
        "language": "nl",
        "annex_of": None,
        "evaluates": ["samenwerking-2031"],
        "origin": None,
        "sha256": made_up.evaluation().understood.source.sha256,
        "guessed": False,
        "counts": {"finding": 1, "recommendation": 1},
    }
    assert document(store, "taakverdeling").annex_of == "samenwerking-2031"
    assert document(store, found.iri) == found
    assert len(all_documents(store)) == len(made_up.everything())


def test_the_text_is_the_source_to_the_letter(store: Store, generation: Generation) -> None:
    for made in made_up.everything():
        assert text(generation, store, made.understood.entry.id) == made.understood.source.text
    for name in ("../current", "manifest.json", ""):
        with pytest.raises(NotFoundError, match="no agreement is called"):
            text(generation, store, name)


def test_findings_come_the_heaviest_first_with_their_place(store: Store) -> None:
    found = list(all_findings(store))
    severities = [one.severity for one in found]
    order = ["violation", "warning", "info"]
    assert severities == sorted(severities, key=order.index)
    assert counts(store) == {severity: severities.count(severity) for severity in order}
    (accountable,) = [one for one in found if one.shape.endswith("#ActivityAccountable")]
    assert (accountable.document, accountable.section) == ("taakverdeling", "2.1 Plannen")
    assert accountable.message.nl != accountable.message.en
    page = findings(store, limit=2)
    assert [*page.items, *findings(store, after=page.next, limit=500).items] == found


def test_findings_are_narrowed(store: Store) -> None:
    shape = "https://w3id.org/afsprakengraaf/shapes#ActivityAccountable"
    assert {one.shape for one in all_findings(store, FindingFilter(shapes=(shape,)))} == {shape}
    assert {one.severity for one in all_findings(store, FindingFilter(severities=("info",)))} == {"info"}
    assert {one.document for one in all_findings(store, FindingFilter(documents=("herziening-2034",)))} == {
        "herziening-2034"
    }
    assert as_heavy_as("warning") == ("violation", "warning")


def test_every_named_question_is_listed_with_its_parameters() -> None:
    assert [one.id for one in all_questions()] == list(queries())
    asked = question("members-of-body")
    assert (asked.parameters[0].name, asked.parameters[0].required) == ("body", True)
    assert asked.title.en == "Who are the members of a body?"


def test_a_question_takes_names_of_actors_and_ids_of_agreements(store: Store) -> None:
    rows = ask(store, "members-of-body", {"body": ["Stuurgroep"], "document": ["samenwerking-2031"]})
    assert {row["actorLabel"] for row in rows} >= {"penvoerder", "deelnemende scholen"}
    assert {row["document"] for row in rows} == {"samenwerking-2031"}


def test_answers_come_in_pages(store: Store) -> None:
    whole = ask(store, "statements", {})
    first = answers(store, "statements", {}, limit=5)
    assert [*first.items, *answers(store, "statements", {}, after=first.next, limit=500).items] == whole
    assert {type(row["confidence"]) for row in whole} == {float}


@pytest.mark.parametrize(
    ("name", "given", "problem"),
    [
        ("members-of-body", {}, "needs 'body'.*its parameters are: body "),
        ("members-of-body", {"body": ["stuurgroep"], "colour": ["red"]}, "no parameter 'colour'"),
        ("deadlines-in-period", {"from": ["gisteren"], "to": ["2032-01-01"]}, "'from' is no date"),
    ],
)
def test_a_question_that_is_put_wrongly_says_how_to_put_it(
    store: Store, name: str, given: dict[str, list[str]], problem: str
) -> None:
    with pytest.raises(InputError, match=problem):
        ask(store, name, given)


def test_unknown_questions_actors_and_agreements_are_not_found(store: Store) -> None:
    for name, given in (
        ("who-am-i", {}),
        ("members-of-body", {"body": ["nobody"]}),
        ("statements", {"document": ["kaderafspraak"]}),
    ):
        with pytest.raises(NotFoundError):
            ask(store, name, given)
