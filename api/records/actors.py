"""Actors with their names, and how they stand to each other."""

from __future__ import annotations

from collections.abc import Sequence

from api.records.envelope import LIMIT, Page, counted_page
from api.records.filters import Filter, actors_named, documents_named
from api.records.models import Actor, ActorDetail, ActorRef, Relation
from api.records.queries import rows, split
from api.records.statements import statements
from ingest.errors import InputError
from ingest.store import Store
from ontology.queries import query


def all_actors(
    store: Store, *, documents: Sequence[str] = (), types: Sequence[str] = (), names: Sequence[str] = ()
) -> list[Actor]:
    """Every actor, by label: those that one of these agreements names, of these types, that go by one of these names.

    Raises NotFoundError for an agreement or a name that is not there.
    """
    wanted = set(documents_named(store, documents))
    named = set(actors_named(store, names))
    found = store.select(query("actors").bind({})).records()
    actors = [
        Actor.model_validate(
            {
                "id": row["actor"],
                "key": row["key"],
                "label": row["label"],
                "type": row["type"],
                "aliases": split(row["aliases"]),
                "documents": split(row["documents"]),
            }
        )
        for row in found
        if not named or row["actor"] in named
    ]
    return [
        actor
        for actor in actors
        if (not types or actor.type in types) and (not wanted or not wanted.isdisjoint(actor.documents))
    ]


def actors(
    store: Store,
    *,
    documents: Sequence[str] = (),
    types: Sequence[str] = (),
    names: Sequence[str] = (),
    after: str | None = None,
    limit: int,
) -> Page[Actor]:
    """At most ``limit`` of ``all_actors``. Raises NotFoundError or InputError."""
    return counted_page(all_actors(store, documents=documents, types=types, names=names), after=after, limit=limit)


def actor(store: Store, name: str, *, limit: int = LIMIT) -> ActorDetail:
    """Everything about the actor that goes by this key, name, alias or IRI, with its first ``limit`` statements.

    Raises NotFoundError when there is none, and InputError when several go by the name.
    """
    found = all_actors(store, names=(name,))
    if len(found) > 1:
        keys = ", ".join(one.key for one in found)
        raise InputError(f"{len(found)} actors are called '{name}'", f"take the key of one of them: {keys}")
    return ActorDetail(
        **dict(found[0]),
        relations=relations(store, actors=(found[0].id,)),
        statements=statements(store, Filter(actor=(found[0].id,)), limit=limit),
    )


def relations(store: Store, *, actors: Sequence[str] = (), documents: Sequence[str] = ()) -> list[Relation]:
    """How actors stand to each other, in reading order: those of these actors, stated in these agreements.

    Raises NotFoundError.
    """
    named, wanted = actors_named(store, actors), documents_named(store, documents)
    found = rows(store, "relations", actor=named or None, document=wanted or None)
    ends = {str(row[end]) for row in found for end in ("subject", "object")}
    labels = {row["actor"]: row["label"] for row in rows(store, "actor-labels", actor=ends)} if ends else {}
    return [
        Relation(
            type=row["type"],
            subject=ActorRef(id=row["subject"], label=labels[row["subject"]]),
            object=ActorRef(id=row["object"], label=labels.get(row["object"]) or row["title"] or row["object"]),
            interval=row["interval"],
            **{name: row[name] for name in ("document", "section", "start", "end", "text")},
            confidence=float(row["confidence"]),
        )
        for row in found
    ]
