"""Keywords are told from letters by the engine's own parser."""

import pytest

from ingest.store.errors import ForbiddenQueryError, QueryError
from ingest.store.syntax import QueryForm, check_query, has_from, query_form

FAR = "<http://127.0.0.1:9/x>"


@pytest.mark.parametrize(
    "query",
    [
        f"SELECT * {{ SERVICE {FAR} {{ ?s ?p ?o }} }}",
        f"SELECT * {{ service silent {FAR} {{ ?s ?p ?o }} }}",
        f"ASK {{ {{ SELECT ?s {{ ?s ?p ?o . OPTIONAL {{ Service {FAR} {{ ?s ?q ?r }} }} }} }} }}",
        "SELECT * { ?s ?p ?where . SERVICE ?where { ?s ?p ?o } }",
        "PREFIX : <http://127.0.0.1:9/> SELECT * { SERVICE:x{ ?s ?p ?o } }",
        "PREFIX : <http://127.0.0.1:9/> PREFIX service: <urn:x> SELECT * { SERVICE:x{ ?s ?p ?o } }",
        f"SELECT * {{ ?a ?b trueSERVICE{FAR}{{ ?s ?p ?o }} }}",
        f"SELECT * {{ ?a ?b 1SERVICE{FAR}{{ ?s ?p ?o }} }}",
        f"SELECT * {{ ?a ?b ?c FILTER(1<?c#>\n)SERVICE{FAR}#>\n{{ ?s ?p ?o }} }}",
        f"SELECT * {{ ?a ?b ?c FILTER(1<?c#>'''\n)SERVICE {FAR} {{ ?s ?p ?o }} #'''\n }}",
        f"SELECT * {{ ?s ?p 'service' . SERVICE {FAR} {{ ?s ?p ?o }} }}",
        f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ SERVICE {FAR} {{ ?s ?p ?o }} }}",
        f"DESCRIBE ?s {{ SERVICE {FAR} {{ ?s ?p ?o }} }}",
        f"ASK {{ FILTER EXISTS {{ SERVICE {FAR} {{ ?s ?p ?o }} }} }}",
    ],
)
def test_service_is_found_however_it_is_written(query):
    with pytest.raises(QueryError, match="SERVICE"):
        check_query(query)


@pytest.mark.parametrize(
    "query",
    [
        'SELECT * { ?s ?p ?o FILTER(CONTAINS(?o, "SERVICE <http://x> {")) }',
        "# SERVICE\nSELECT * { ?s ?p ?o } # service",
        "SELECT ?service { ?service a <http://www.w3.org/ns/sparql-service-description#Service> }",
        "PREFIX service: <http://example.org/service#> ASK { ?s service:service service:_service }",
        "ASK { _:service ?p '''multi\nSERVICE\nline'''@nl }",
        "ASK { FILTER(<http://example.org/service>(1)) }",
        "ASK { ?s <relative#service> ?o }",
        "SELECT * { ?s ?p ?o }",
    ],
)
def test_letters_that_are_no_keyword_are_left_alone(query):
    base = "BASE <http://example.org/> " if "relative" in query else ""
    check_query(base + query)


@pytest.mark.parametrize(
    "query",
    [f"SELECT * {{ SERVICE {FAR} {{ }} }}", f"ASK {{\n  ?s ?p 'service' .\n  Service\n {FAR} {{ ?s ?p ?o }} }}"],
)
def test_a_plain_service_is_forbidden_and_not_called_a_slip(query):
    with pytest.raises(ForbiddenQueryError, match="another server"):
        check_query(query)


def test_a_slip_in_a_query_with_those_letters_is_called_a_slip():
    with pytest.raises(QueryError, match=r"line 2, column \d+, after .*\?s }") as caught:
        check_query("ASK { ?s ?p 'service' .\n ?s }")
    assert not isinstance(caught.value, ForbiddenQueryError)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("SELECT * FROM <http://example.org/g> { ?s ?p ?o }", True),
        ("ASK from named <http://example.org/g> { ?s ?p ?o }", True),
        ("SELECT ?from { ?from ?p 'from' } # FROM", False),
        ("PREFIX from: <http://example.org/from#> ASK { ?s from:from ?o }", False),
    ],
)
def test_from_is_told_from_its_letters(query, found):
    assert has_from(query) is found


@pytest.mark.parametrize(
    ("query", "form"),
    [
        ("select * {}", QueryForm.SELECT),
        (
            "#comment ASK\nBASE <http://x/>\nPREFIX a.b: <http://x/#SELECT> # more\nPREFIX:<http://y>DESCRIBE a.b:c",
            "DESCRIBE",
        ),
        ("CONSTRUCT WHERE { ?s ?p ?o }", QueryForm.CONSTRUCT),
        ("PREFIX insert: <http://x/> ASK {}", QueryForm.ASK),
        ("PREFIX x: <http://x/> WITH x:g DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }", QueryForm.UPDATE),
        ("LOAD <http://x/>", QueryForm.UPDATE),
        ("", None),
        ("{ ?s ?p ?o }", None),
        ("FETCH ?s", None),
    ],
)
def test_the_form_is_the_first_word_after_the_prologue(query, form):
    assert query_form(query) == form
