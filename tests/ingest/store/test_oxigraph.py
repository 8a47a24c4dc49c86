"""The store keeps named graphs and answers SPARQL as plain values."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest

from ingest.store import (
    Blank,
    DumpFormat,
    ForbiddenQueryError,
    Iri,
    Literal,
    QueryError,
    ReadOnlyError,
    Solutions,
    StoreError,
    Triple,
    memory_store,
    open_store,
)

EX = "https://example.org/"
XSD = "http://www.w3.org/2001/XMLSchema#"
FIRST, SECOND = EX + "graph/first", EX + "graph/second"


def triple(subject: str, predicate: str, value: str | Iri | Literal) -> Triple:
    return Triple(Iri(EX + subject), Iri(EX + predicate), Literal(value) if isinstance(value, str) else value)


@pytest.fixture(params=["memory", "disk"])
def store(request, tmp_path):
    home = memory_store() if request.param == "memory" else open_store(tmp_path / "store", read_only=False)
    with home:
        home.insert(FIRST, [triple("board", "decides", "by consensus"), triple("board", "meets", Iri(EX + "quarter"))])
        home.insert(SECOND, b'<https://example.org/office> <https://example.org/name> "bureau"@nl .')
        yield home


def test_the_default_graph_is_the_union_of_the_named_graphs(store):
    rows = store.select("SELECT ?s ?o { ?s ?p ?o } ORDER BY ?s ?o")
    assert rows == Solutions(
        ("s", "o"),
        (
            (Iri(EX + "board"), Iri(EX + "quarter")),
            (Iri(EX + "board"), Literal("by consensus")),
            (Iri(EX + "office"), Literal("bureau", "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString", "nl")),
        ),
    )


def test_graphs_narrows_the_default_graph_and_from_does_too(store):
    count = "SELECT (COUNT(*) AS ?n) {} {{ ?s ?p ?o }}"
    assert store.select(count.format(""), graphs=[SECOND]).records() == [{"n": 1}]
    assert store.select(count.format(f"FROM <{FIRST}>")).records() == [{"n": 2}]
    assert store.select(count.format(f"FROM <{EX}graph/unknown>")).records() == [{"n": 0}]
    assert store.ask("ASK { BIND('words from nowhere' AS ?from) ?s ?p ?o }")


def test_from_named_leaves_the_default_graph_empty(store):
    assert not store.ask(f"ASK FROM NAMED <{FIRST}> {{ ?s ?p ?o }}")
    assert store.ask(f"ASK FROM NAMED <{FIRST}> {{ GRAPH ?g {{ ?s ?p ?o }} }}")
    assert not store.ask(f"ASK FROM NAMED <{FIRST}> {{ GRAPH <{SECOND}> {{ ?s ?p ?o }} }}")


def test_construct_and_describe_give_triples(store):
    assert store.construct("CONSTRUCT { ?s a ?o } WHERE { ?s <https://example.org/meets> ?o }") == (
        Triple(Iri(EX + "board"), Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"), Iri(EX + "quarter")),
    )
    assert set(store.describe(EX + "board")) == {
        triple("board", "decides", "by consensus"),
        triple("board", "meets", Iri(EX + "quarter")),
    }


def test_values_become_python_values_and_unbound_becomes_none(store):
    query = f"""SELECT ?none (1 AS ?i) (1.50 AS ?d) (true AS ?b) ("2024-02-29"^^<{XSD}date> AS ?day)
        ("2024-13-01"^^<{XSD}date> AS ?no_day) (<{EX}x> AS ?iri) {{}}"""
    assert store.select(query).records() == [
        {
            "none": None,
            "i": 1,
            "d": Decimal("1.5"),
            "b": True,
            "day": date(2024, 2, 29),
            "no_day": "2024-13-01",
            "iri": EX + "x",
        }
    ]


def test_replace_swaps_a_graph_whole_and_leaves_the_others(store):
    store.replace(FIRST, [triple("board", "decides", "by majority")])
    assert store.graphs() == (FIRST, SECOND)
    assert (store.count(FIRST), store.count(SECOND), store.count(EX), store.count()) == (1, 1, 0, 2)
    assert store.sizes() == {FIRST: 1, SECOND: 1}
    store.replace(FIRST, b'<https://example.org/a> <https://example.org/b> "c" .\n')
    assert store.ask(f'ASK {{ GRAPH <{FIRST}> {{ ?s ?p "c" }} }}')
    store.remove(FIRST)
    store.remove(FIRST)
    assert store.graphs() == (SECOND,)


def test_a_graph_keeps_what_it_had_when_its_replacement_does_not_parse(store):
    with pytest.raises(QueryError, match="line 2"):
        store.replace(FIRST, b"<https://example.org/a> <https://example.org/b> <https://example.org/c> .\n<broken")
    with pytest.raises(QueryError, match="not RDF"):
        store.replace(FIRST, [Triple(Iri("no iri"), Iri(EX + "p"), Literal("x"))])
    assert store.count(FIRST) == 2


def test_blank_nodes_and_quoted_triples_survive_the_round_trip(store):
    said = triple("board", "decides", "by consensus")
    store.insert(EX + "g", [Triple(Blank("b1"), Iri(EX + "reifies"), said)])
    ((found,),) = store.select(f"SELECT ?t {{ ?b <{EX}reifies> ?t }}").rows
    assert found == said


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT ?s { ?s ?p", "does not parse"),
        ("SELECT ?s {\n  ?s ?p }", "does not parse near line 2"),
        ("SELECT ?s { ?s ?p 'service' ", "does not parse near line 1"),
        ("  ", "empty"),
        ("SELECT * { FILTER(<https://example.org/f>(1)) }", "cannot be evaluated"),
        ("ASK {}", "not a SELECT"),
    ],
)
def test_a_query_that_cannot_be_answered_says_why_in_one_line(store, query, message):
    with pytest.raises(QueryError, match=message) as caught:
        store.select(query)
    assert "\n" not in str(caught.value)


def test_dump_writes_the_store_or_one_graph(store):
    everything, one = BytesIO(), BytesIO()
    store.dump(everything)
    store.dump(one, DumpFormat.N_TRIPLES, graph=SECOND)
    assert len(everything.getvalue().splitlines()) == 3
    assert one.getvalue() == b'<https://example.org/office> <https://example.org/name> "bureau"@nl .\n'
    with pytest.raises(QueryError, match="one graph only"):
        store.dump(BytesIO(), DumpFormat.TURTLE)


def test_a_folder_opened_for_reading_answers_and_refuses_writes(tmp_path):
    with open_store(tmp_path / "s", read_only=False) as writer:
        writer.insert(FIRST, [triple("a", "b", "c")])
        writer.flush()
    with open_store(tmp_path / "s") as one, open_store(tmp_path / "s") as two:
        assert one.count() == two.count() == 1
        for write in (lambda: one.remove(FIRST), lambda: one.insert(FIRST, []), one.flush):
            with pytest.raises(ReadOnlyError, match="reading only"):
                write()
    with pytest.raises(StoreError, match="closed"):
        one.count()


def test_a_checkpoint_is_a_copy_of_its_own(tmp_path):
    with open_store(tmp_path / "s", read_only=False) as writer:
        writer.insert(FIRST, [triple("a", "b", "c")])
        writer.flush()
    with open_store(tmp_path / "s") as reader:
        reader.checkpoint(tmp_path / "copy")
    with open_store(tmp_path / "copy", read_only=False) as copy, open_store(tmp_path / "s") as original:
        copy.remove(FIRST)
        assert (copy.count(), original.count()) == (0, 1)


def test_a_folder_without_a_store_says_how_to_make_one(tmp_path):
    with pytest.raises(StoreError, match="afspraken build"):
        open_store(tmp_path / "absent")


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("INSERT DATA { <https://example.org/a> <https://example.org/a> 1 }", "update"),
        ("PREFIX x: <https://example.org/> DELETE WHERE { ?s ?p ?o }", "update"),
        ("LOAD <http://127.0.0.1:9/x>", "update"),
        ("SELECT * { SERVICE <http://127.0.0.1:9/x> { ?s ?p ?o } }", "SERVICE"),
        ("ASK { { service silent <http://127.0.0.1:9/x> { } } }", "SERVICE"),
    ],
)
def test_what_is_never_done_is_refused_by_name(store, query, message):
    with pytest.raises(ForbiddenQueryError, match=message):
        store.ask(query)
    assert store.count() == 3
