"""What the service says of itself: SPARQL 1.1 Service Description (https://www.w3.org/TR/sparql11-service-description/)
with the graphs it holds in VoID (https://www.w3.org/TR/void/).
"""

from __future__ import annotations

from collections.abc import Mapping

from ingest.publish import Manifest
from ingest.store import Iri, Literal, Term, Triple
from ingest.store.terms import XSD

RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
SD = "http://www.w3.org/ns/sparql-service-description#"
VOID = "http://rdfs.org/ns/void#"
DCTERMS = "http://purl.org/dc/terms/"
FORMATS = "http://www.w3.org/ns/formats/"
PREFIXES = {"sd": SD, "void": VOID, "dcterms": DCTERMS, "formats": FORMATS, "xsd": XSD}

_RESULT_FORMATS = (
    "SPARQL_Results_JSON",
    "SPARQL_Results_XML",
    "SPARQL_Results_CSV",
    "SPARQL_Results_TSV",
    "Turtle",
    "JSON-LD",
    "N-Triples",
    "RDF_XML",
)
_FEATURES = ("UnionDefaultGraph",)


def describe_service(endpoint: str, sizes: Mapping[str, int], manifest: Manifest, limits: str) -> list[Triple]:
    """The description as triples.

    ``endpoint`` is the service's absolute IRI, ``sizes`` the triples per named graph; ``limits`` says in a
    sentence how a query is bounded.
    """
    service, dataset, union = Iri(endpoint), f"{endpoint}#dataset", f"{endpoint}#union"
    triples = [
        *_typed(service, SD + "Service"),
        _triple(service, SD + "endpoint", service),
        _triple(service, SD + "supportedLanguage", Iri(SD + "SPARQL11Query")),
        *(_triple(service, SD + "feature", Iri(SD + name)) for name in _FEATURES),
        *(_triple(service, SD + "resultFormat", Iri(FORMATS + name)) for name in _RESULT_FORMATS),
        _triple(service, SD + "defaultDataset", Iri(dataset)),
        _triple(service, DCTERMS + "description", Literal(limits)),
        *_typed(Iri(dataset), SD + "Dataset", VOID + "Dataset"),
        _triple(Iri(dataset), SD + "defaultGraph", Iri(union)),
        _triple(Iri(dataset), VOID + "sparqlEndpoint", service),
        _triple(Iri(dataset), VOID + "triples", _number(sum(sizes.values()))),
        _triple(Iri(dataset), DCTERMS + "identifier", Literal(manifest.id)),
        _triple(Iri(dataset), DCTERMS + "created", Literal(manifest.created, XSD + "dateTime")),
        *_typed(Iri(union), SD + "Graph", VOID + "Dataset"),
        _triple(Iri(union), VOID + "triples", _number(sum(sizes.values()))),
    ]
    for number, (name, size) in enumerate(sizes.items(), start=1):
        entry, graph = Iri(f"{endpoint}#named-{number}"), Iri(f"{endpoint}#graph-{number}")
        triples += [
            _triple(Iri(dataset), SD + "namedGraph", entry),
            *_typed(entry, SD + "NamedGraph"),
            _triple(entry, SD + "name", Iri(name)),
            _triple(entry, SD + "graph", graph),
            *_typed(graph, SD + "Graph", VOID + "Dataset"),
            _triple(graph, VOID + "triples", _number(size)),
        ]
    return triples


def _triple(subject: Iri, predicate: str, value: Term) -> Triple:
    return Triple(subject, Iri(predicate), value)


def _typed(subject: Iri, *types: str) -> list[Triple]:
    return [Triple(subject, Iri(RDF_TYPE), Iri(kind)) for kind in types]


def _number(value: int) -> Literal:
    return Literal(str(value), XSD + "integer")
