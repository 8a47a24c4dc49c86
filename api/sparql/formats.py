"""Which format answers which Accept header."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import mimeparse  # type: ignore[import-untyped]

RESULTS_JSON = "application/sparql-results+json"
RESULTS_XML = "application/sparql-results+xml"
CSV = "text/csv"
TSV = "text/tab-separated-values"
TURTLE = "text/turtle"
N_TRIPLES = "application/n-triples"
JSON_LD = "application/ld+json"
RDF_XML = "application/rdf+xml"

ROW_TYPES: Mapping[str, str] = MappingProxyType(
    {
        RESULTS_JSON: "json",
        RESULTS_XML: "xml",
        CSV: "csv",
        TSV: "tsv",
        "application/json": "json",
        "application/xml": "xml",
        "text/xml": "xml",
    }
)
TRIPLE_TYPES: Mapping[str, str] = MappingProxyType(
    {
        TURTLE: "turtle",
        JSON_LD: "jsonld",
        N_TRIPLES: "ntriples",
        RDF_XML: "rdfxml",
        "application/json": "jsonld",
        "application/xml": "rdfxml",
        "text/xml": "rdfxml",
    }
)


def best_type(accept: str, offered: Mapping[str, str]) -> str | None:
    """The media type of ``offered``, most wanted first, that an Accept header likes best; None when it likes none.

    No header, or one that does not parse, takes anything (RFC 9110, 12.5.1).
    """
    types = list(offered)
    if not accept.strip():
        return types[0]
    try:
        best: str = mimeparse.best_match(types[::-1], accept)
    except mimeparse.MimeTypeParseException:
        return types[0]
    return best or None
