"""Results come out in the standard formats, cut where a limit says so, and say that they were cut."""

import csv
import io
import json
import xml.etree.ElementTree as ET

import pytest
from rdflib import Graph
from rdflib.query import Result

from ingest.store import memory_store
from ingest.store.results import Cut, Limits, NoFormatError, answer

AMPLE = Limits(rows=1000, bytes=1_000_000)
TRICKY = 'komma, "aanhaling" & <teken>\n\ttab'
VALUES = f"""SELECT ?iri ?text ?number ?none {{
    VALUES (?iri ?text ?number ?none) {{ (<https://example.org/a?b&c> {json.dumps(TRICKY)}@nl 1.5 UNDEF) }} }}"""
MANY = "SELECT ?s ?o { ?s ?p ?o } ORDER BY ?s"


@pytest.fixture(scope="module")
def store():
    with memory_store() as home:
        lines = (b'<https://example.org/%03d> <https://example.org/p> "value %d"@nl .\n' % (i, i) for i in range(100))
        home.insert("https://example.org/g", b"".join(lines))
        yield home


@pytest.mark.parametrize("form", ["json", "xml", "tsv"])
def test_values_survive_in_the_formats_that_keep_them(store, form):
    body = answer(store, VALUES, AMPLE, rows_as=form).body
    ((iri, text, number, none),) = Result.parse(io.BytesIO(body), format=form)
    assert (str(iri), str(text), text.language, float(number), none) == (
        "https://example.org/a?b&c",
        TRICKY,
        "nl",
        1.5,
        None,
    )


def test_csv_keeps_the_words(store):
    body = answer(store, VALUES, AMPLE, rows_as="csv").body.decode()
    assert list(csv.reader(io.StringIO(body, newline=""))) == [
        ["iri", "text", "number", "none"],
        ["https://example.org/a?b&c", TRICKY, "1.5", ""],
    ]


@pytest.mark.parametrize("form", ["json", "xml", "csv", "tsv"])
def test_an_ask_is_answered_in_every_row_format(store, form):
    assert b"true" in answer(store, "ASK {}", AMPLE, rows_as=form).body


def test_triple_terms_and_blank_nodes_have_a_shape(store):
    query = "SELECT ?b (<<( <https://example.org/a> <https://example.org/b> 1 )>> AS ?t) { BIND(BNODE() AS ?b) }"
    row = json.loads(answer(store, query, AMPLE).body)["results"]["bindings"][0]
    assert row["b"]["type"] == "bnode"
    assert row["t"]["value"]["object"] == {
        "type": "literal",
        "value": "1",
        "datatype": "http://www.w3.org/2001/XMLSchema#integer",
    }
    assert b"<predicate><uri>https://example.org/b</uri></predicate>" in answer(store, query, AMPLE, rows_as="xml").body


def test_characters_that_xml_cannot_hold_are_replaced(store):
    body = answer(store, 'SELECT ("a\\u0001b\\r" AS ?x) {}', AMPLE, rows_as="xml").body
    assert ET.fromstring(body)[1][0][0][0].text == "a\ufffdb\r"


@pytest.mark.parametrize("form", ["json", "xml", "csv", "tsv"])
@pytest.mark.parametrize("cut", [Cut.ROWS, Cut.BYTES, None])
def test_a_limit_cuts_between_two_rows(store, form, cut):
    limits = {Cut.ROWS: Limits(10, 1_000_000), Cut.BYTES: Limits(1000, 2000), None: Limits(100, 1_000_000)}[cut]
    encoded = answer(store, MANY, limits, rows_as=form)
    assert (encoded.cut, len(encoded.body) <= limits.bytes) == (cut, True)
    assert encoded.rows == {Cut.ROWS: 10, None: 100}.get(cut, encoded.rows)
    if form != "csv":
        rows = list(Result.parse(io.BytesIO(encoded.body), format=form))
        assert [str(row.s) for row in rows] == [f"https://example.org/{i:03}" for i in range(encoded.rows)]
    if cut is not None:
        assert 0 < encoded.rows < 100
    assert (b"cut" in encoded.body) is (cut is not None and form in ("json", "xml"))


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
@pytest.mark.parametrize(
    ("form", "name"), [("turtle", "turtle"), ("ntriples", "nt"), ("jsonld", "json-ld"), ("rdfxml", "xml")]
)
@pytest.mark.parametrize("cut", [Cut.ROWS, Cut.BYTES, None])
def test_triples_come_whole_or_cut_between_two(store, form, name, cut):
    limits = {Cut.ROWS: Limits(10, 1_000_000), Cut.BYTES: Limits(1000, 3000), None: AMPLE}[cut]
    encoded = answer(store, "CONSTRUCT WHERE { ?s ?p ?o }", limits, triples_as=form)
    assert (encoded.cut, len(encoded.body) <= limits.bytes + len("# cut: bytes\n")) == (cut, True)
    assert len(Graph().parse(data=encoded.body, format=name)) == encoded.rows > 0
    assert encoded.rows == {Cut.ROWS: 10, None: 100}.get(cut, encoded.rows)


@pytest.mark.parametrize("query", ["SELECT * {}", "CONSTRUCT WHERE { ?s ?p ?o }"])
def test_a_family_that_the_caller_does_not_take_is_not_written(store, query):
    with pytest.raises(NoFormatError):
        answer(store, query, AMPLE, rows_as=None, triples_as=None)


def test_a_star_gives_the_variables_in_the_order_of_the_query(store):
    query = "PREFIX x: <https://example.org/>\nselect distinct * { ?zebra x:p $ant } LIMIT 1"
    body = answer(store, query, AMPLE, rows_as="csv").body
    assert body.startswith(b"zebra,ant\r\nhttps://example.org/")
    named = answer(store, "SELECT ?ant ?zebra { ?zebra ?p ?ant } LIMIT 1", AMPLE, rows_as="csv").body
    assert named.startswith(b"ant,zebra\r\nvalue")


def test_turtle_is_written_with_the_prefixes_of_the_query(store):
    query = "PREFIX x: <https://example.org/> # PREFIX no: <urn:no>\nCONSTRUCT { ?s x:p 1 } WHERE { ?s x:p ?o }"
    body = answer(store, query, Limits(1, 10_000)).body.decode()
    assert "@prefix x: <https://example.org/> ." in body
    assert "x:p 1" in body
    assert "urn:no" not in body
