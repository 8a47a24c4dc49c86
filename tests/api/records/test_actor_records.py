"""Actors with their names and relations."""

from __future__ import annotations

import pytest

from api.records.actors import actor, actors, all_actors, relations
from ingest.errors import InputError, NotFoundError
from ingest.graph import ACTORS_GRAPH, actors_graph, ntriples
from ingest.model.actors import Actor, ActorType
from ingest.store import Store, memory_store


def test_an_actor_has_its_names_its_type_and_its_agreements(store: Store) -> None:
    (found,) = all_actors(store, names=("coördinator",))
    assert found.model_dump() == {
        "id": "https://w3id.org/afsprakengraaf/id/actor/penvoerder",
        "key": "penvoerder",
        "label": "penvoerder",
        "type": "role",
        "aliases": ["coördinator"],
        "documents": ["herziening-2034", "samenwerking-2031", "taakverdeling"],
    }


def test_actors_are_narrowed_by_agreement_and_type(store: Store) -> None:
    assert [one.key for one in all_actors(store, documents=("evaluatie-2033",))] == ["stuurgroep"]
    assert {one.type for one in all_actors(store, types=("body", "group"))} == {"body", "group"}
    labels = [one.label.lower() for one in all_actors(store)]
    assert labels == sorted(labels)
    page = actors(store, limit=3)
    assert [*page.items, *actors(store, after=page.next, limit=500).items] == all_actors(store)


def test_an_actor_in_full_has_its_relations_and_statements(store: Store) -> None:
    found = actor(store, "Merelhof")
    assert [(one.type, one.object.label, one.interval) for one in found.relations] == [
        ("fills", "penvoerder", "2031/2033")
    ]
    assert found.relations[0].text == "Stichting Merelhof is penvoerder van 2031 tot en met 2033."
    assert [one.text for one in found.statements.items] == [found.relations[0].text]
    assert actor(store, "taakverdeling/uitvoerder").label == "uitvoerder"
    some = actor(store, "penvoerder", limit=1).statements
    assert (len(some.items), some.truncated) == (1, True)


def test_each_sort_of_relation_is_told_from_the_others(store: Store) -> None:
    found = {(one.type, one.subject.label, one.object.label, one.interval) for one in relations(store)}
    assert found >= {
        ("fills", "Stichting Merelhof", "penvoerder", "2031/2033"),
        ("fills", "Regiobureau", "penvoerder", "2034/.."),
        ("party-to", "Regiobureau", "Samenwerking Oeverpark", None),
        ("member-of", "penvoerder", "stuurgroep Oeverpark", None),
        ("member-of", "deelnemende scholen", "stuurgroep Oeverpark", None),
        ("chairs", "directeur van het Regiobureau", "stuurgroep Oeverpark", None),
        ("represents", "directeur van het Regiobureau", "Regiobureau", None),
    }
    assert len(found) == len(relations(store))
    assert [one.subject.label for one in relations(store, documents=("herziening-2034",))] == ["Regiobureau"]


def test_a_name_that_several_bear_asks_for_the_key() -> None:
    both = (
        Actor("a/secretaris", "secretaris", ActorType.ROLE, (), ("a",)),
        Actor("b/secretaris", "secretaris", ActorType.ROLE, (), ("b",)),
    )
    with memory_store() as store:
        store.insert(str(ACTORS_GRAPH), ntriples(actors_graph(both)))
        assert len(all_actors(store, names=("Secretaris",))) == 2
        with pytest.raises(InputError, match="take the key of one of them: a/secretaris, b/secretaris"):
            actor(store, "secretaris")
        with pytest.raises(NotFoundError):
            actor(store, "penningmeester")
