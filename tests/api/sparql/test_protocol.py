"""The endpoint keeps to the SPARQL 1.1 Protocol, and only reads."""

import io

import pytest
from rdflib import RDF, Graph, Namespace
from rdflib.query import Result
from serving import EX, publish

FORM = {"Content-Type": "application/x-www-form-urlencoded"}
DIRECT = {"Content-Type": "application/sparql-query"}
COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
VOID = Namespace("http://rdfs.org/ns/void#")


def number(response) -> int:
    assert response.status_code == 200, response.text
    return int(response.json()["results"]["bindings"][0]["n"]["value"])


def problem(response) -> dict:
    assert response.headers["content-type"] == "application/problem+json"
    content = response.json()
    assert content["status"] == response.status_code
    assert {"type", "title", "detail", "instance"} <= set(content)
    return content


def test_a_query_may_come_in_three_ways(client):
    ways = [
        client.get("/sparql", params={"query": COUNT}),
        client.post("/sparql", data={"query": COUNT}),
        client.post("/sparql", content=COUNT, headers=DIRECT),
        client.post("/sparql", content=COUNT, headers={"Content-Type": "application/sparql-query; charset=UTF-8"}),
    ]
    assert [number(response) for response in ways] == [301] * 4


@pytest.mark.parametrize(
    ("dataset", "query", "expected"),
    [
        ({"default-graph-uri": EX + "small"}, COUNT, 1),
        ({"default-graph-uri": [EX + "small", EX + "large"]}, COUNT, 301),
        ({"default-graph-uri": EX + "unknown"}, COUNT, 0),
        ({"default-graph-uri": EX + "small"}, f"SELECT (COUNT(*) AS ?n) FROM <{EX}large> {{ ?s ?p ?o }}", 1),
        ({"named-graph-uri": EX + "small"}, COUNT, 0),
        ({"named-graph-uri": EX + "small"}, "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }", 1),
        ({}, f"SELECT (COUNT(*) AS ?n) FROM <{EX}small> {{ ?s ?p ?o }}", 1),
        ({}, f"SELECT (COUNT(*) AS ?n) FROM <{EX}unknown> {{ ?s ?p ?o }}", 0),
        ({}, "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }", 301),
    ],
)
def test_the_dataset_is_chosen_among_the_graphs_that_are_here(client, dataset, query, expected):
    assert number(client.get("/sparql", params={"query": query, **dataset})) == expected
    assert number(client.post("/sparql", data={"query": query, **dataset})) == expected
    assert number(client.post("/sparql", params=dataset, content=query, headers=DIRECT)) == expected


@pytest.mark.parametrize(
    ("accept", "content_type"),
    [
        ("", "application/sparql-results+json"),
        ("*/*", "application/sparql-results+json"),
        ("application/json", "application/json"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/csv;q=0.5, text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
        ("text/html, application/xml;q=0.9, */*;q=0.8", "application/xml"),
        ("text/turtle, text/csv;q=0.1", "text/csv; charset=utf-8"),
        ("nonsense", "application/sparql-results+json"),
    ],
)
def test_rows_come_as_the_client_likes_them(client, accept, content_type):
    response = client.get("/sparql", params={"query": COUNT}, headers={"Accept": accept})
    assert (response.status_code, response.headers["content-type"]) == (200, content_type)
    assert "301" in response.text
    assert response.headers["vary"] == "Accept"


@pytest.mark.parametrize(
    ("accept", "content_type", "parser"),
    [
        ("*/*", "text/turtle; charset=utf-8", "turtle"),
        ("application/n-triples", "application/n-triples", "nt"),
        ("application/rdf+xml", "application/rdf+xml", "xml"),
        ("application/json", "application/json", None),
        ("text/turtle;q=0.1, application/ld+json", "application/ld+json", None),
    ],
)
@pytest.mark.parametrize("query", [f"DESCRIBE <{EX}only>", f"CONSTRUCT WHERE {{ <{EX}only> ?p ?o }}"])
def test_triples_come_as_the_client_likes_them(client, query, accept, content_type, parser):
    response = client.post("/sparql", data={"query": query}, headers={"Accept": accept})
    assert (response.status_code, response.headers["content-type"]) == (200, content_type)
    if parser is None:
        assert response.json() == [{"@id": EX + "only", EX + "p": [{"@value": "1"}]}]
    else:
        assert len(Graph().parse(data=response.text, format=parser)) == 1


def test_an_ask_is_answered_with_a_boolean(client):
    for accept, form in (("application/sparql-results+json", "json"), ("application/sparql-results+xml", "xml")):
        response = client.get("/sparql", params={"query": "ASK { ?s ?p 1 }"}, headers={"Accept": accept})
        assert Result.parse(io.BytesIO(response.content), format=form).askAnswer is False


@pytest.mark.parametrize(
    ("query", "accept"),
    [
        (COUNT, "text/turtle"),
        ("ASK {}", "application/n-triples"),
        (f"DESCRIBE <{EX}only>", "text/csv"),
        (COUNT, "image/*"),
    ],
)
def test_a_result_that_no_format_fits_is_not_acceptable(client, query, accept):
    response = client.get("/sparql", params={"query": query}, headers={"Accept": accept})
    assert (response.status_code, problem(response)["type"]) == (406, "/problems/not-acceptable")


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        ({"params": {"query": "SELECT * {"}}, 400),
        ({"params": {"query": ""}}, 400),
        ({"params": {"query": ["ASK {}", "ASK {}"]}}, 400),
        ({"params": {"query": COUNT, "default-graph-uri": "not an iri"}}, 400),
        ({"params": b"query=%ff"}, 400),
        ({"method": "POST", "data": {"nothing": "here"}}, 400),
        ({"method": "POST", "content": b"query=ASK%20%7B%ff%7D", "headers": FORM}, 400),
        ({"method": "POST", "content": "ASK {} é".encode("latin-1"), "headers": DIRECT}, 400),
        ({"method": "POST", "content": b"ASK {}", "headers": {"Content-Type": "text/plain"}}, 415),
        ({"method": "POST", "content": b"ASK {}"}, 415),
        ({"method": "POST"}, 415),
        ({"method": "PUT", "content": b"ASK {}", "headers": DIRECT}, 405),
        ({"method": "DELETE"}, 405),
    ],
)
def test_a_request_that_is_no_query_is_refused_with_a_reason(client, arguments, status):
    response = client.request(**{"method": "GET", "url": "/sparql", **arguments})
    assert response.status_code == status
    assert problem(response)["detail"]
    if status == 405:
        assert response.headers["allow"] == "GET, HEAD, POST"


@pytest.mark.parametrize(
    "update",
    [
        f'INSERT DATA {{ GRAPH <{EX}g> {{ <{EX}a> <{EX}b> "c" }} }}',
        "# SELECT\nPREFIX select: <urn:x>\ndelete where { ?s ?p ?o }",
        f"LOAD <http://127.0.0.1:9/x> INTO GRAPH <{EX}g>",
        "CLEAR ALL",
        f"WITH <{EX}large> DELETE {{ ?s ?p ?o }} WHERE {{ ?s ?p ?o }}",
    ],
)
def test_updates_are_refused_however_they_come(client, update):
    refusals = [
        client.get("/sparql", params={"query": update}),
        client.post("/sparql", data={"query": update}),
        client.post("/sparql", data={"update": update}),
        client.post("/sparql", content=update, headers=DIRECT),
        client.post("/sparql", content=update, headers={"Content-Type": "application/sparql-update"}),
    ]
    assert {(one.status_code, problem(one)["type"]) for one in refusals} == {(403, "/problems/forbidden-query")}
    assert "read-only" in refusals[0].json()["detail"]
    assert number(client.get("/sparql", params={"query": COUNT})) == 301


def test_head_answers_as_get_without_a_body(client):
    response = client.head("/sparql", params={"query": COUNT})
    assert (response.status_code, response.content, response.headers["result-rows"]) == (200, b"", "1")


@pytest.mark.parametrize("accept", ["text/turtle", "application/n-triples", "application/rdf+xml"])
def test_without_a_query_the_service_describes_itself(client, accept):
    response = client.get("/sparql", headers={"Accept": accept})
    form = {"text/turtle": "turtle", "application/n-triples": "nt", "application/rdf+xml": "xml"}[accept]
    graph = Graph().parse(data=response.text, format=form)
    (service,) = graph.subjects(RDF.type, SD.Service)
    assert graph.value(service, SD.endpoint) == service
    assert str(service) == f"{client.base_url}/sparql"
    assert SD.UnionDefaultGraph in set(graph.objects(service, SD.feature))
    dataset = graph.value(service, SD.defaultDataset)
    assert int(graph.value(dataset, VOID.triples)) == 301
    sizes = {
        str(graph.value(named, SD.name)): int(graph.value(graph.value(named, SD.graph), VOID.triples))
        for named in graph.objects(dataset, SD.namedGraph)
    }
    assert sizes == {EX + "large": 300, EX + "small": 1}


def test_the_description_is_also_a_page_with_a_form(client):
    response = client.get("/sparql", headers={"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"})
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert '<textarea id="query"' in response.text
    assert EX + "large" in response.text


def test_a_new_generation_is_answered_from_as_soon_as_it_is_published(serve, tmp_path):
    client = serve(data=tmp_path)
    response = client.get("/sparql", params={"query": COUNT})
    assert (response.status_code, problem(response)["type"]) == (503, "/problems/not-built")
    assert "afspraken build" in response.json()["advice"]
    assert client.get("/health").json() == {"status": "ok", "generation": None, "created": None}
    for size in (5, 6, 7, 8):
        name = publish(tmp_path, size)
        answered = client.get("/sparql", params={"query": COUNT})
        assert (number(answered), answered.headers["graph-generation"]) == (size + 1, name)
        assert client.get("/health").json()["generation"] == name
        assert f"{EX}large" in client.get("/sparql", headers={"Accept": "text/turtle"}).text
