"""Actors as triples: briefly in each agreement that names them, fully in a graph of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from rdflib import RDF, RDFS, Literal, URIRef

from ingest.graph.iris import actor_iri, agreement_iri
from ingest.graph.triples import Triple, dutch
from ingest.model.actors import Actor, ActorType
from ontology.folding import fold
from ontology.namespaces import AG, FOAF, ORG, SKOS

_CLASSES: dict[ActorType, tuple[URIRef, ...]] = {
    ActorType.ORGANISATION: (AG.Organisation, ORG.Organization),
    ActorType.ROLE: (AG.Role, ORG.Role),
    ActorType.BODY: (AG.Body, ORG.Organization),
    ActorType.GROUP: (AG.Group, FOAF.Group),
    ActorType.OFFICE: (AG.Office, ORG.Post),
}


def named_actor_triples(actors: Iterable[Actor], keys: Iterable[str]) -> Iterator[Triple]:
    """The type and one name of each actor in ``keys`` or ``actors``, so that an agreement's graph reads by itself.

    A key that no actor in ``actors`` has gets the bare class and its key as name, for the quality shapes to report.
    """
    known = {actor.key: actor for actor in actors}
    for key in sorted(known.keys() | set(keys)):
        subject = actor_iri(key)
        actor = known.get(key)
        yield subject, RDF.type, AG.Actor
        if actor is None:
            yield subject, RDFS.label, dutch(key.rpartition("/")[2].replace("-", " "))
            continue
        yield subject, RDF.type, _CLASSES[actor.type][0]
        yield subject, RDFS.label, dutch(actor.label)


def described_actor_triples(actors: Iterable[Actor]) -> Iterator[Triple]:
    """All names of each actor and the agreements that name it; descriptions of the same key are joined.

    Of several descriptions the one that most agreements share gives label and type; other labels become aliases.
    """
    ordered = sorted(actors, key=lambda actor: (actor.key, -len(actor.documents), actor.label))
    for key, descriptions in groupby(ordered, key=lambda actor: actor.key):
        same = list(descriptions)
        subject, label = actor_iri(key), same[0].label
        yield subject, RDF.type, AG.Actor
        for parent in _CLASSES[same[0].type]:
            yield subject, RDF.type, parent
        yield subject, SKOS.notation, Literal(key)
        yield subject, SKOS.prefLabel, dutch(label)
        aliases = {alias for actor in same for alias in (actor.label, *actor.aliases)} - {label}
        for alias in sorted(aliases):
            yield subject, SKOS.altLabel, dutch(alias)
        for name in sorted({fold(name) for name in aliases | {label}}):
            yield subject, AG.foldedText, Literal(name)
        for document in sorted({document for actor in same for document in actor.documents}):
            yield subject, AG.namedIn, agreement_iri(document)
