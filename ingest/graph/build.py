"""Whole graphs out of understood agreements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter

from rdflib import Graph, URIRef

from ingest.graph.actors import described_actor_triples, named_actor_triples
from ingest.graph.agreements import agreement_triples, provision_triples
from ingest.graph.contradictions import contradiction_triples
from ingest.graph.correspondences import correspondence_triples
from ingest.graph.iris import (
    ACTORS_GRAPH,
    CONTRADICTIONS_GRAPH,
    CORRESPONDENCES_GRAPH,
    RUN_GRAPH,
    ContentNames,
    graph_iri,
)
from ingest.graph.relations import authorities, relation_triples
from ingest.graph.responsibilities import responsibility_triples
from ingest.graph.runs import Run, run_triples
from ingest.graph.statements import statement_triples
from ingest.graph.triples import Triple
from ingest.model.actors import Actor, RelationType
from ingest.model.agreement import ManifestEntry
from ingest.model.comparison import Clause, Link
from ingest.model.contradictions import Contradiction
from ingest.model.statements import Responsibility, Statement
from ingest.model.understood import UnderstoodAgreement
from ontology.namespaces import bind_prefixes


def agreement_graph(understood: UnderstoodAgreement, sections: Mapping[str, str]) -> Graph:
    """All that was read from one agreement. The same agreement, read the same way, gives the same triples.

    ``sections`` maps the eIds of its tree to the labels by which a reader cites them.
    """
    return _graph(graph_iri(understood.entry.id), _agreement(understood, sections))


def actors_graph(actors: Iterable[Actor]) -> Graph:
    """All names of all actors of the corpus, each once."""
    return _graph(ACTORS_GRAPH, described_actor_triples(actors))


def contradictions_graph(contradictions: Iterable[Contradiction]) -> Graph:
    """All that comparing the agreements gave, with the words of both sides. The same pairs give the same triples."""
    triples = (triple for contradiction in contradictions for triple in contradiction_triples(contradiction))
    return _graph(CONTRADICTIONS_GRAPH, triples)


def correspondences_graph(clauses: Sequence[Clause], links: Iterable[Link], least: float) -> Graph:
    """The alignments whose score is at least ``least``, with the comparable slots of the clauses that they join."""
    return _graph(CORRESPONDENCES_GRAPH, correspondence_triples(clauses, links, least))


def run_graph(run: Run, entries: Iterable[ManifestEntry]) -> Graph:
    """The build itself: the only graph in which the time of building stands."""
    return _graph(RUN_GRAPH, run_triples(run, entries))


def ntriples(graph: Graph) -> bytes:
    """``graph`` as N-Triples in sorted lines, so that equal graphs give equal bytes."""
    lines = graph.serialize(format="nt", encoding="utf-8").splitlines(keepends=True)
    return b"".join(sorted(line for line in lines if line.strip()))


def _graph(name: URIRef, triples: Iterable[Triple]) -> Graph:
    graph = bind_prefixes(Graph(identifier=name, bind_namespaces="none"))
    for triple in triples:
        graph.add(triple)
    return graph


def _agreement(understood: UnderstoodAgreement, labels: Mapping[str, str]) -> Iterator[Triple]:
    entry, source, root = understood.entry, understood.source, understood.tree.eid
    names = ContentNames(entry.id)
    yield from agreement_triples(entry, source)
    yield from provision_triples(entry.id, understood.tree, labels)
    yield from named_actor_triples(understood.actors, _keys(understood))
    statements = statement_names(understood)
    for statement, iri in statements:
        yield from statement_triples(iri, statement, source, root)
    for row, iri in row_names(understood):
        yield from responsibility_triples(iri, row, source, root)
    for relation in sorted(understood.relations, key=attrgetter("span")):
        slots = (relation.type, relation.subject, relation.object)
        iri = names.name("relation", relation.node, relation.span.of(source.text), *slots)
        grounds = authorities(relation, statements)
        section = grounds[0][0].section if grounds else labels.get(relation.node, "")
        yield from relation_triples(
            iri, relation, section=section, authorities=[ground for _, ground in grounds], source=source, root=root
        )


def statement_names(understood: UnderstoodAgreement) -> list[tuple[Statement, URIRef]]:
    """The name of every statement of the agreement, in the order of its text."""
    names, text = ContentNames(understood.entry.id), understood.source.text
    return [
        (statement, names.name("statement", statement.node, statement.span.of(text), statement.kind))
        for statement in sorted(understood.statements, key=attrgetter("span"))
    ]


def row_names(understood: UnderstoodAgreement) -> list[tuple[Responsibility, URIRef]]:
    """The name of every row of the agreement's matrices, in the order of its text."""
    names, text = ContentNames(understood.entry.id), understood.source.text
    return [
        (row, names.name("responsibility", row.node, row.span.of(text)))
        for row in sorted(understood.responsibilities, key=attrgetter("span"))
    ]


def _keys(understood: UnderstoodAgreement) -> Iterator[str]:
    for statement in understood.statements:
        yield from statement.bearers
        yield from (counterparty.actor for counterparty in statement.counterparties)
    for row in understood.responsibilities:
        yield from (cell.actor for cell in row.assignments)
    for relation in understood.relations:
        yield relation.subject
        if relation.type is not RelationType.PARTY_TO:
            yield relation.object
