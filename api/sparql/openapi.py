"""How the endpoint shows in the OpenAPI document, with examples."""

from __future__ import annotations

from typing import Any

from api.problems import problem_responses
from api.sparql.formats import CSV, JSON_LD, N_TRIPLES, RDF_XML, RESULTS_JSON, RESULTS_XML, TSV, TURTLE
from api.sparql.request import DIRECT, FORM

_EXAMPLE = "SELECT ?graph (COUNT(*) AS ?triples) { GRAPH ?graph { ?s ?p ?o } } GROUP BY ?graph"
_GRAPHS = {"type": "array", "items": {"type": "string", "format": "iri"}}
_QUERY = {"type": "string", "description": "A SPARQL 1.1 query.", "example": _EXAMPLE}
_DEFAULT = "A named graph that makes up the default graph; without any, all of them do."
_NAMED = "A named graph that GRAPH may see; without any, all of them are seen."


def _parameter(name: str, description: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"name": name, "in": "query", "required": False, "description": description, "schema": schema}


_DATASET = [_parameter("default-graph-uri", _DEFAULT, _GRAPHS), _parameter("named-graph-uri", _NAMED, _GRAPHS)]

GET: dict[str, Any] = {
    "parameters": [
        _parameter("query", "A SPARQL 1.1 query; without one the service describes itself.", _QUERY),
        *_DATASET,
    ]
}

POST: dict[str, Any] = {
    "parameters": _DATASET,
    "requestBody": {
        "required": True,
        "content": {
            FORM: {
                "schema": {
                    "type": "object",
                    "required": ["query"],
                    "properties": {"query": _QUERY, "default-graph-uri": _GRAPHS, "named-graph-uri": _GRAPHS},
                }
            },
            DIRECT: {"schema": {"type": "string"}, "example": _EXAMPLE},
        },
    },
}

_GRAPH = "https://w3id.org/afsprakengraaf/id/graph/example"

_OTHER_TYPES = (RESULTS_XML, TSV, TURTLE, JSON_LD, N_TRIPLES, RDF_XML)

RESPONSES: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The result; the headers tell the limits and whether one of them cut it.",
        "headers": {
            "Limit-Seconds": {"description": "Seconds that a query may take.", "schema": {"type": "number"}},
            "Limit-Rows": {"description": "Rows or triples that a result may hold.", "schema": {"type": "integer"}},
            "Limit-Bytes": {"description": "Bytes that a result may hold.", "schema": {"type": "integer"}},
            "Result-Rows": {"description": "Rows or triples in this result.", "schema": {"type": "integer"}},
            "Result-Cut": {
                "description": "Which limit cut this result.",
                "schema": {"type": "string", "enum": ["no", "rows", "bytes"]},
            },
            "Graph-Generation": {"description": "The build that answered.", "schema": {"type": "string"}},
        },
        "content": {
            RESULTS_JSON: {
                "example": {
                    "head": {"vars": ["graph", "triples"]},
                    "results": {
                        "bindings": [
                            {
                                "graph": {"type": "uri", "value": _GRAPH},
                                "triples": {
                                    "type": "literal",
                                    "value": "1200",
                                    "datatype": "http://www.w3.org/2001/XMLSchema#integer",
                                },
                            }
                        ]
                    },
                }
            },
            CSV: {"example": f"graph,triples\r\n{_GRAPH},1200\r\n"},
            **{
                kind: {"schema": {"type": "string"}} for kind in (RESULTS_XML, TSV, TURTLE, JSON_LD, N_TRIPLES, RDF_XML)
            },
        },
    },
    **problem_responses(400, 403, 406, 413, 415, 422, 503, 504),
}
