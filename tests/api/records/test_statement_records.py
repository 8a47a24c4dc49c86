"""Statements come out as the contract writes them, narrowed and in pages."""

from __future__ import annotations

from datetime import date

import made_up
import pytest

from api.records.filters import Filter
from api.records.statements import all_deadlines, all_statements, deadlines, statements
from ingest.errors import InputError, NotFoundError
from ingest.publish import Generation
from ingest.store import Store

CONTRACT = [
    "id", "document", "section", "start", "end", "text", "kind", "bearers", "counterparties", "action", "deadline",
    "condition", "confidence",
]  # fmt: skip
PENVOERDER = "https://w3id.org/afsprakengraaf/id/actor/penvoerder"


def found(store: Store, **conditions: object) -> list[str]:
    return [one.text for one in all_statements(store, Filter(**conditions))]


def test_a_record_has_the_fields_of_the_contract_and_no_others(store: Store) -> None:
    (record,) = all_statements(store, Filter(document=("samenwerking-2031",), kind=("duty",), words="werkplan"))
    content = record.model_dump(mode="json")
    assert list(content) == CONTRACT
    assert content.pop("id").startswith("https://w3id.org/afsprakengraaf/id/statement/")
    assert content == {
        "document": "samenwerking-2031",
        "section": "Artikel 3 lid 1",
        "start": 248,
        "end": 329,
        "text": "De penvoerder stelt vóór 1 maart 2032 het werkplan op, in overleg met de scholen.",
        "kind": "duty",
        "bearers": [{"id": PENVOERDER, "label": "penvoerder"}],
        "counterparties": [
            {"id": "https://w3id.org/afsprakengraaf/id/actor/deelnemende-scholen", "label": "deelnemende scholen"}
        ],
        "action": "het werkplan opstellen",
        "deadline": {"type": "date", "relation": "before", "value": "2032-03-01", "surface": "vóór 1 maart 2032"},
        "condition": None,
        "confidence": 0.9,
    }


def test_every_statement_comes_once_in_reading_order_with_its_exact_words(store: Store, generation: Generation) -> None:
    records = list(all_statements(store, Filter()))
    assert len(records) == sum(len(made.understood.statements) for made in made_up.everything())
    assert len({record.id for record in records}) == len(records)
    places = [(record.document, record.start) for record in records]
    assert places == sorted(places)
    for record in records:
        source = generation.read(f"texts/{record.document}.txt").decode()
        assert source[record.start : record.end] == record.text


def test_an_actor_is_found_by_any_of_its_names(store: Store) -> None:
    by_label = found(store, actor=("stuurgroep Oeverpark",))
    assert len(by_label) == 4
    for name in ("STUURGROEP", "stuurgroep", "https://w3id.org/afsprakengraaf/id/actor/stuurgroep"):
        assert found(store, actor=(name,)) == by_label
    assert found(store, actor=("coordinator",)) == found(store, actor=(PENVOERDER,))
    assert found(store, actor=("taakverdeling/uitvoerder",)) == ["De uitvoerder deelt de gegevens niet met derden."]


def test_a_bearer_is_narrower_than_an_actor(store: Store) -> None:
    borne = found(store, bearer=("stuurgroep",))
    assert borne == ["De stuurgroep kwam een keer bijeen.", "De stuurgroep stelt het werkplan bij consensus vast."]
    assert set(borne) < set(found(store, actor=("stuurgroep",)))


def test_values_of_one_condition_are_alternatives_and_conditions_add_up(store: Store) -> None:
    assert len(found(store, kind=("finding", "recommendation"))) == 2
    assert found(store, kind=("finding", "recommendation"), least=0.6) == ["De stuurgroep kwam een keer bijeen."]
    assert found(store, document=("evaluatie-2033", "herziening-2034"), kind=("finding", "precedence")) == [
        "De stuurgroep kwam een keer bijeen.",
        "Deze herziening gaat voor op artikel 3 van de Samenwerking Oeverpark.",
    ]


def test_all_words_must_occur_whatever_their_case_and_accents(store: Store) -> None:
    assert found(store, words="VOOR werkplan scholen") == [
        "De penvoerder stelt vóór 1 maart 2032 het werkplan op, in overleg met de scholen."
    ]
    assert found(store, words="werkplan gegevens") == []
    assert len(found(store, words="   ")) == len(found(store))


@pytest.mark.parametrize(
    ("since", "until", "values"),
    [
        (date(2032, 3, 1), date(2032, 3, 1), ["2032-03-01", "2031/2034"]),
        (date(2035, 6, 1), None, ["2035"]),
        (None, date(2031, 1, 1), ["2031/2034"]),
        (date(2036, 1, 1), date(2040, 1, 1), []),
    ],
)
def test_a_period_keeps_the_times_that_can_fall_in_it(
    store: Store, since: date | None, until: date | None, values: list[str]
) -> None:
    records = all_deadlines(store, Filter(since=since, until=until))
    assert [record.deadline.value for record in records] == values


def test_deadlines_come_in_order_of_day_and_those_without_a_day_last(store: Store) -> None:
    records = list(all_deadlines(store, Filter()))
    assert [record.deadline.value for record in records] == ["2032-03-01", "2031/2034", "2035", "P10D", "R2/P1Y"]
    first, event = records[0], records[3]
    assert (first.earliest, first.latest) == (date(2032, 3, 1), date(2032, 3, 1))
    assert [actor.label for actor in first.bearers] == ["penvoerder"]
    assert (event.event, event.earliest, event.latest) == ("de begroting", None, None)
    assert [one.deadline.type for one in all_deadlines(store, Filter(type=("recurring",)))] == ["recurring"]


@pytest.mark.parametrize("limit", [1, 2, 5, 18, 19, 500])
def test_pages_together_are_the_whole_list(store: Store, limit: int) -> None:
    pages = [statements(store, Filter(), limit=limit)]
    while pages[-1].next is not None:
        pages.append(statements(store, Filter(), after=pages[-1].next, limit=limit))
    assert [one.id for page in pages for one in page.items] == [one.id for one in all_statements(store, Filter())]
    assert [page.truncated for page in pages] == [True] * (len(pages) - 1) + [False]


def test_pages_keep_the_order_of_days(store: Store) -> None:
    first = deadlines(store, Filter(), limit=3)
    rest = deadlines(store, Filter(), after=first.next, limit=3)
    assert [*first.items, *rest.items] == list(all_deadlines(store, Filter()))


@pytest.mark.parametrize("after", ["", "!", "niet van hier", "/w=="])
def test_a_cursor_from_elsewhere_is_refused(store: Store, after: str) -> None:
    with pytest.raises(InputError, match="leads nowhere; send `next` of an earlier answer"):
        statements(store, Filter(), after=after, limit=1)


def test_what_is_not_there_is_said_to_be_not_there(store: Store) -> None:
    with pytest.raises(NotFoundError, match="no agreement is called 'kaderafspraak'; take one of evaluatie-2033, "):
        found(store, document=("kaderafspraak",))
    for name in ("nobody", "", " ", 'x" } DROP ALL #'):
        with pytest.raises(NotFoundError, match="no actor is called"):
            found(store, actor=(name,))
    with pytest.raises(InputError, match="the period ends"):
        Filter(since=date(2032, 1, 2), until=date(2032, 1, 1))
