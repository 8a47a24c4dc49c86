"""The store and rdflib see the same graph."""

from rdflib import RDF, Graph, Literal, URIRef

from ingest.store import memory_store
from ingest.store.rdf import as_dataset, to_graph, to_ntriples

BOARD, NAME, BODY = (URIRef("https://example.org/" + name) for name in ("board", "name", "Body"))


def test_an_rdflib_graph_goes_in_and_comes_out_whole():
    graph = Graph()
    graph.add((BOARD, RDF.type, BODY))
    graph.add((BOARD, NAME, Literal('stuurgroep «één»\n"x"', lang="nl")))
    with memory_store() as store:
        store.insert("https://example.org/g1", to_ntriples(graph))
        store.insert("https://example.org/g2", b'<https://example.org/other> <https://example.org/name> "x" .')
        assert set(to_graph(store, ["https://example.org/g1"])) == set(graph)
        assert len(to_graph(store)) == 3


def test_the_live_view_queries_the_union_on_the_engine():
    with memory_store() as store:
        store.insert("https://example.org/g", b'<https://example.org/board> <https://example.org/name> "x" .')
        dataset = as_dataset(store)
        assert [row.s for row in dataset.query("SELECT ?s { ?s ?p ?o }")] == [BOARD]
        store.remove("https://example.org/g")
        assert len(list(dataset.query("SELECT ?s { ?s ?p ?o }"))) == 0
