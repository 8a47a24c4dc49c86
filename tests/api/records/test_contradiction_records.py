"""Contradictions as records: in order, narrowed, and with what people found of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import made_up_contradictions
import pytest
import small_graph

from api.records.contradictions import all_contradictions, contradiction, contradictions, contradictions_in_detail
from api.records.filters import Filter
from api.records.models import Message
from api.records.verdicts import give, withdraw
from ingest.errors import InputError, NotFoundError
from ingest.graph import contradiction_iri
from ingest.publish import Generation
from ingest.store import Store

RESPONSIBILITY, DEADLINE, SCOPE, PRACTICE = made_up_contradictions.everything()


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Generation, Store]]:
    generation = small_graph.publish(tmp_path_factory.mktemp("judged"))
    with generation.open() as store:
        yield generation, store


@pytest.fixture
def judged(published: tuple[Generation, Store]) -> Iterator[tuple[Generation, Store]]:
    yield published
    (published[0].data / "verdicts.jsonl").unlink(missing_ok=True)


def types(found: tuple[Generation, Store], **conditions: object) -> list[str]:
    return [one.type for one in all_contradictions(*found, Filter(**conditions))]  # type: ignore[arg-type]


def test_record_is_what_the_graph_holds(published: tuple[Generation, Store]) -> None:
    page = contradictions(*published, Filter(), limit=10)
    assert (page.next, page.truncated) == (None, False)
    record = page.items[2]
    assert record.id == str(contradiction_iri(SCOPE.key))
    assert record.key == SCOPE.key
    assert (record.type, record.scope, record.severity, record.status) == ("scope", "between", "hard", "superseded")
    assert (record.proposal, record.verdict) == (False, None)
    assert record.reason == Message(nl="De herziening gaat voor.", en="The revision prevails.")
    assert record.explanation.nl == SCOPE.explanation_nl
    assert record.explanation.en == SCOPE.explanation_en
    assert record.confidence == 0.8
    for side, quoted in ((record.a, SCOPE.a), (record.b, SCOPE.b)):
        assert (side.document, side.section, side.text) == (quoted.document, quoted.section, quoted.text)
        assert (side.start, side.end) == (quoted.span.start, quoted.span.end)


def test_what_is_open_and_surest_comes_first_and_proposals_when_asked_for(
    published: tuple[Generation, Store],
) -> None:
    assert types(published) == ["responsibility", "deadline", "scope"]
    assert types(published, proposals=True) == ["responsibility", "deadline", "scope", "practice"]
    assert [one.proposal for one in all_contradictions(*published, Filter(proposals=True))] == [*[False] * 3, True]


def test_pages_make_up_the_list(published: tuple[Generation, Store]) -> None:
    first = contradictions(*published, Filter(), limit=2)
    rest = contradictions(*published, Filter(), after=first.next, limit=2)
    assert [one.type for one in (*first.items, *rest.items)] == types(published)
    assert rest.next is None


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        ({"document": ("herziening-2034",)}, ["responsibility", "deadline", "scope"]),
        ({"document": ("evaluatie-2033",), "proposals": True}, ["practice"]),
        ({"document": ("taakverdeling",)}, []),
        ({"type": ("deadline", "scope")}, ["deadline", "scope"]),
        ({"scope": ("practice",), "proposals": True}, ["practice"]),
        ({"severity": ("soft",)}, ["deadline"]),
        ({"status": ("superseded",)}, ["scope"]),
        ({"least": 0.75}, ["responsibility", "scope"]),
        ({"words": "twee JAREN"}, ["scope"]),
        ({"words": "before 1 march"}, ["deadline"]),
        ({"actor": ("Merelhof",)}, []),
        ({"actor": ("penvoerder",)}, ["responsibility", "deadline"]),
        ({"actor": ("deelnemende scholen",)}, ["responsibility", "deadline"]),
        ({"verdict": ("agree",)}, []),
    ],
)
def test_list_is_narrowed(published: tuple[Generation, Store], conditions: dict[str, object], expected: list) -> None:
    assert types(published, **conditions) == expected


def test_pair_found_no_contradiction_leaves_the_list_but_can_be_asked_for(judged: tuple[Generation, Store]) -> None:
    give(judged[0].data, RESPONSIBILITY.key, "not-a-contradiction", "Het Regiobureau ís de penvoerder.")
    assert types(judged) == ["deadline", "scope"]
    (record,) = contradictions_in_detail(*judged, Filter(verdict=("not-a-contradiction",)))
    assert record.verdict is not None
    assert record.verdict.note == "Het Regiobureau ís de penvoerder."
    assert contradiction(*judged, RESPONSIBILITY.key) == record
    withdraw(judged[0].data, RESPONSIBILITY.key)
    assert types(judged) == ["responsibility", "deadline", "scope"]


def test_explained_pair_has_the_note_as_reason(judged: tuple[Generation, Store]) -> None:
    give(judged[0].data, DEADLINE.key, "explained", "De begroting valt in februari.")
    (record,) = all_contradictions(*judged, Filter(status=("explained",)))
    assert (record.type, record.status) == ("deadline", "explained")
    assert record.reason == Message(nl="De begroting valt in februari.", en="De begroting valt in februari.")
    assert types(judged, status=("open",)) == ["responsibility"]


def test_proposal_that_a_person_agrees_with_is_one_no_more(judged: tuple[Generation, Store]) -> None:
    give(judged[0].data, PRACTICE.key, "agree")
    (first, *_) = all_contradictions(*judged, Filter())
    assert (first.type, first.proposal) == ("practice", False)


def test_verdict_on_a_pair_that_is_not_there_hurts_nobody(judged: tuple[Generation, Store]) -> None:
    give(judged[0].data, "an-older-build-had-it", "agree")
    assert types(judged, verdict=("agree",)) == []
    assert len(types(judged)) == 3


def test_one_pair_by_key_or_iri_tells_its_rule_and_what_it_quotes(published: tuple[Generation, Store]) -> None:
    record = contradiction(*published, PRACTICE.key)
    assert record == contradiction(*published, str(contradiction_iri(PRACTICE.key)))
    assert (record.rule, record.proposal) == ("practice.example", True)
    assert (record.a.quotes, record.b.quotes) == (PRACTICE.a.subject, PRACTICE.b.subject)
    for key in ("nobody", "", str(contradiction_iri(""))):
        with pytest.raises(NotFoundError):
            contradiction(*published, key)


def test_codes_that_there_are_not_are_refused() -> None:
    for conditions in ({"type": ("kleur",)}, {"severity": ("zacht",)}, {"verdict": ("eens",)}):
        with pytest.raises(InputError):
            Filter(**conditions)  # type: ignore[arg-type]


def test_graph_without_contradictions_gives_an_empty_list(tmp_path: Path) -> None:
    from ingest.publish import Manifest, begin

    with begin(tmp_path) as draft:
        generation = draft.publish(Manifest(corpus="empty", counts={}))
    with generation.open() as store:
        assert types((generation, store)) == []
