"""The namespaces of the graph, as rdflib namespaces."""

from __future__ import annotations

from rdflib import DCTERMS, FOAF, ORG, OWL, PROV, RDF, RDFS, SH, SKOS, TIME, XSD, Graph, Namespace
from rdflib import SDO as SCHEMA

__all__ = [
    "AG",
    "COMPARISON",
    "DCTERMS",
    "EDTF",
    "ELI",
    "FOAF",
    "ID",
    "OA",
    "ORG",
    "OWL",
    "PREFIXES",
    "PROV",
    "RDF",
    "RDFS",
    "SCHEMA",
    "SH",
    "SKOS",
    "TIME",
    "XSD",
    "bind_prefixes",
]

AG = Namespace("https://w3id.org/afsprakengraaf/ns#")
COMPARISON = Namespace("https://w3id.org/afsprakengraaf/comparison#")
ID = Namespace("https://w3id.org/afsprakengraaf/id/")
ELI = Namespace("http://data.europa.eu/eli/ontology#")
OA = Namespace("http://www.w3.org/ns/oa#")
EDTF = Namespace("http://id.loc.gov/datatypes/edtf/")

PREFIXES: dict[str, str] = {
    "ag": str(AG),
    "agd": str(ID),
    "dcterms": str(DCTERMS),
    "edtf": str(EDTF),
    "eli": str(ELI),
    "foaf": str(FOAF),
    "oa": str(OA),
    "org": str(ORG),
    "owl": str(OWL),
    "prov": str(PROV),
    "rdf": str(RDF),
    "rdfs": str(RDFS),
    "schema": str(SCHEMA),
    "sh": str(SH),
    "skos": str(SKOS),
    "time": str(TIME),
    "xsd": str(XSD),
}


def bind_prefixes(graph: Graph) -> Graph:
    """The same graph, with the prefixes of the project bound for serialising."""
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace, override=True, replace=True)
    return graph
