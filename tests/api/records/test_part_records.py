"""Who does what, from matrices and from norms."""

from __future__ import annotations

import made_up
import pytest

from api.records.filters import Filter
from api.records.parts import all_parts, all_raci, parts, raci
from ingest.errors import InputError
from ingest.graph import ACTORS_GRAPH, actors_graph, agreement_graph, graph_iri, ntriples
from ingest.model.statements import Counterparty, Involvement, Kind
from ingest.store import Store, memory_store


def shown(store: Store, **conditions: object) -> set[tuple[str, str, str]]:
    return {(part.letter, part.actor.label, part.activity) for part in all_parts(store, Filter(**conditions))}


def test_letters_are_derived_from_norms(store: Store) -> None:
    assert shown(store, words="werkplan", basis="norm") == {
        ("R", "penvoerder", "het werkplan opstellen"),
        ("C", "deelnemende scholen", "het werkplan opstellen"),
        ("A", "stuurgroep Oeverpark", "het werkplan vaststellen"),
        ("R", "Regiobureau", "het werkplan opstellen"),
        ("A", "stuurgroep Oeverpark", "het werkplan opstellen"),
    }
    assert ("I", "stuurgroep Oeverpark", "rapporteren") in shown(store, basis="norm")


@pytest.mark.parametrize(
    ("kind", "words", "involvement", "letters"),
    [
        (Kind.DUTY, "De penvoerder is eindverantwoordelijk voor het register.", None, {"R", "A"}),
        (Kind.DUTY, "De penvoerder levert het register aan de toezichtkamer.", Involvement.RECIPIENT, {"R"}),
        (Kind.DUTY, "De penvoerder stelt de toezichtkamer in kennis.", Involvement.RECIPIENT, {"R", "I"}),
        (Kind.POWER, "De penvoerder besluit met melding aan de toezichtkamer.", Involvement.INFORMED, {"A", "I"}),
        (Kind.PERMISSION, "De penvoerder mag het register inzien.", None, set()),
        (Kind.FINDING, "De penvoerder overlegt met de toezichtkamer.", Involvement.CONSULTED, set()),
    ],
)
def test_each_letter_has_its_ground(kind: Kind, words: str, involvement: Involvement | None, letters: set[str]) -> None:
    draft = made_up.Draft("register-2030")
    others = () if involvement is None else (Counterparty("toezichtkamer", involvement),)
    draft.clause("Artikel 1", kind, words, "penvoerder", counterparties=others)
    made = draft.finish("Register", None)
    with memory_store() as store:
        store.insert(str(graph_iri("register-2030")), ntriples(agreement_graph(made.understood, made.sections)))
        store.insert(str(ACTORS_GRAPH), ntriples(actors_graph(made.understood.actors)))
        assert {part.letter for part in all_parts(store, Filter())} == letters


def test_a_matrix_gives_its_letters_with_the_words_of_the_row(store: Store) -> None:
    (part,) = all_parts(store, Filter(words="risicoregister", actor=("uitvoerder",)))
    assert (part.letter, part.basis, part.section) == ("R", "matrix", "2.1 Plannen")
    assert (part.text, part.start, part.end) == ("Bijhouden van het risicoregister", 27, 59)
    assert part.id.startswith("https://w3id.org/afsprakengraaf/id/responsibility/")


def test_letters_and_basis_narrow(store: Store) -> None:
    assert shown(store, words="werkplan", letter=("A",), basis="matrix") == {
        ("A", "penvoerder", "Opstellen van het werkplan")
    }
    assert shown(store, words="werkplan", letter=("R", "I"), basis="matrix") == {
        ("R", "uitvoerder", "Opstellen van het werkplan"),
        ("I", "stuurgroep Oeverpark", "Opstellen van het werkplan"),
    }


def test_pages_of_parts_are_the_whole_list(store: Store) -> None:
    whole = list(all_parts(store, Filter()))
    got, after = [], None
    while True:
        page = parts(store, Filter(), after=after, limit=4)
        got += page.items
        if (after := page.next) is None:
            break
    assert got == whole


def test_a_matrix_row_is_as_the_contract_writes_it(store: Store) -> None:
    rows = [row.model_dump(mode="json") for row in all_raci(store)]
    assert len(rows) == len(made_up.annex().understood.responsibilities)
    assert rows[:3] == [
        {
            "document": "taakverdeling",
            "section": "2.1 Plannen",
            "activity": "Opstellen van het werkplan",
            "start": 0,
            "end": 26,
            "assignments": {"penvoerder": ["A"], "stuurgroep Oeverpark": ["C", "I"], "uitvoerder": ["R"]},
        },
        {
            "document": "taakverdeling",
            "section": "2.1 Plannen",
            "activity": "Bijhouden van het risicoregister",
            "start": 27,
            "end": 59,
            "assignments": {"stuurgroep Oeverpark": ["I"], "uitvoerder": ["R"]},
        },
        {
            "document": "taakverdeling",
            "section": "2.2 Rapporten",
            "activity": "Schrijven van het verslag",
            "start": 60,
            "end": 85,
            "assignments": {"penvoerder": ["A", "R"]},
        },
    ]


def test_rows_come_in_pages(store: Store) -> None:
    first = raci(store, limit=2)
    assert (len(first.items), first.truncated) == (2, True)
    rest = raci(store, after=first.next, limit=500)
    assert [*first.items, *rest.items] == all_raci(store)
    assert (rest.next, rest.truncated) == (None, False)
    with pytest.raises(InputError, match="of another list"):
        raci(store, after=parts(store, Filter(), limit=1).next, limit=1)
