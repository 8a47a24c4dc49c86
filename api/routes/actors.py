"""Who they are."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query

from api.deps import StoreDep
from api.records import actors as records
from api.records.envelope import Page, counted_page
from api.records.models import Actor, ActorDetail, Relation
from api.routes.asked import AskedOfActors, AskedOfRelations
from api.routes.examples import answers

router = APIRouter(tags=["Actoren · Actors"])


@router.get(
    "/actors",
    summary="Actoren met al hun namen · Actors with all their names",
    responses=answers("actors", 400, 404),
)
def actors(asked: Annotated[AskedOfActors, Query()], store: StoreDep) -> Page[Actor]:
    """Organisations, roles, bodies, groups and offices that agreements name, by label."""
    return records.actors(
        store, documents=asked.document, types=asked.type, names=asked.name, after=asked.after, limit=asked.limit
    )


@router.get(
    "/actors/{id:path}",
    summary="Een actor: namen, verhoudingen en uitspraken · One actor: names, relations and statements",
    responses=answers("actor", 400, 404),
)
def actor(
    id: Annotated[str, Path(description="The actor's key, one of its names, or its IRI.", examples=["penvoerder"])],
    store: StoreDep,
) -> ActorDetail:
    """The actor, how it stands to others and the first of its statements; `next` goes on at `/statements?actor=`."""
    return records.actor(store, id)


@router.get(
    "/relations",
    summary="Wie vervult, is lid van, zit voor, vertegenwoordigt of is partij bij wat? · Who fills, is a member of, "
    "chairs, represents or is party to what?",
    responses=answers("relations", 400, 404),
)
def relations(asked: Annotated[AskedOfRelations, Query()], store: StoreDep) -> Page[Relation]:
    """How actors stand to each other, each with the period and the clause, in reading order."""
    found = records.relations(store, actors=asked.actor, documents=asked.document)
    return counted_page(found, after=asked.after, limit=asked.limit)
