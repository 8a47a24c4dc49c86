"""The build that made the graphs, apart from what they say: only here do clocks enter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import quote

from rdflib import RDF, Literal, URIRef

from ingest.graph.iris import graph_iri, source_iri
from ingest.graph.triples import Triple
from ingest.model.agreement import ManifestEntry
from ontology.namespaces import DCTERMS, ID, PROV, SCHEMA


@dataclass(frozen=True, slots=True)
class Run:
    """One build: its id, the version of the software and of each model it used, by name, and when it ran.

    A build whose graph must be equal for equal input leaves its times out; the generation's manifest has them.
    """

    id: str
    version: str
    started: datetime | None = None
    ended: datetime | None = None
    models: Mapping[str, str] = field(default_factory=dict)


def run_triples(run: Run, entries: Iterable[ManifestEntry]) -> Iterator[Triple]:
    """One prov:Activity that used the sources and models and generated the graphs of ``entries``."""
    activity = ID[f"run/{quote(run.id, safe='')}"]
    software = ID[f"software/afsprakengraaf/{quote(run.version, safe='')}"]
    yield activity, RDF.type, PROV.Activity
    yield activity, DCTERMS.identifier, Literal(run.id)
    if run.started is not None:
        yield activity, PROV.startedAtTime, Literal(run.started)
    if run.ended is not None:
        yield activity, PROV.endedAtTime, Literal(run.ended)
    yield activity, PROV.wasAssociatedWith, software
    yield software, RDF.type, PROV.SoftwareAgent
    yield from _versioned(software, "afsprakengraaf", run.version)
    for name, version in sorted(run.models.items()):
        model = ID[f"software/{quote(name, safe='')}/{quote(version, safe='')}"]
        yield activity, PROV.used, model
        yield model, RDF.type, PROV.Entity
        yield from _versioned(model, name, version)
    for entry in entries:
        yield activity, PROV.used, source_iri(entry.sha256)
        yield graph_iri(entry.id), PROV.wasGeneratedBy, activity
        yield graph_iri(entry.id), PROV.wasDerivedFrom, source_iri(entry.sha256)


def _versioned(thing: URIRef, name: str, version: str) -> Iterator[Triple]:
    yield thing, SCHEMA.name, Literal(name)
    yield thing, SCHEMA.softwareVersion, Literal(version)
