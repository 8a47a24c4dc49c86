"""Contradictions reach the graph with both clauses, under names that last."""

from __future__ import annotations

from dataclasses import replace

import made_up
import made_up_contradictions
from rdflib import RDF, BNode, Graph, Literal

from ingest.graph import (
    CONTRADICTIONS_GRAPH,
    agreement_graph,
    agreement_iri,
    contradiction_iri,
    contradictions_graph,
    ntriples,
)
from ontology import vocabulary
from ontology.namespaces import AG, XSD
from shapes import validate

PAIRS = made_up_contradictions.everything()


def test_pair_says_what_differs_and_how_sure_it_is() -> None:
    graph, pair = contradictions_graph(PAIRS), PAIRS[1]
    iri = contradiction_iri(pair.key)
    assert graph.identifier == CONTRADICTIONS_GRAPH
    assert graph.value(iri, RDF.type) == AG.Contradiction
    assert graph.value(iri, AG.pairKey) == Literal(pair.key)
    assert graph.value(iri, AG.contradictionType) == AG["contradiction-deadline"]
    assert graph.value(iri, AG.contradictionScope) == AG["scope-between"]
    assert graph.value(iri, AG.severity) == AG["severity-soft"]
    assert graph.value(iri, AG.contradictionStatus) == AG["contradiction-status-open"]
    assert graph.value(iri, AG.outcome) == AG["outcome-conflict"]
    assert graph.value(iri, AG.rule) == Literal("deadline.example")
    assert graph.value(iri, AG.confidence) == Literal("0.7", datatype=XSD.decimal)
    assert graph.value(iri, AG.statusReason) is None
    assert set(graph.objects(iri, AG.explanation)) == {
        Literal("Het werkplan is klaar vóór 1 maart of binnen tien dagen na de begroting.", lang="nl"),
        Literal("The work plan is ready before 1 March or within ten days of the budget.", lang="en"),
    }


def test_both_clauses_stand_with_their_words_and_lead_to_what_they_quote() -> None:
    graph, agreements = contradictions_graph(PAIRS), Graph()
    for made in made_up.everything():
        agreements += agreement_graph(made.understood, made.sections)
    texts = {made.understood.entry.id: made.understood.source.text for made in made_up.everything()}
    for pair in PAIRS:
        for side, predicate in ((pair.a, AG.sideA), (pair.b, AG.sideB)):
            clause = graph.value(contradiction_iri(pair.key), predicate)
            start, end = (int(str(graph.value(clause, name))) for name in (AG.start, AG.end))
            assert str(graph.value(clause, AG.text)) == texts[side.document][start:end]
            assert graph.value(clause, AG.inAgreement) == agreement_iri(side.document)
            assert graph.value(clause, AG.section) == Literal(side.section)
            quoted = graph.value(clause, AG.quotes)
            assert agreements.value(quoted, AG.text) == graph.value(clause, AG.text)


def test_reason_of_a_settled_pair_is_kept_in_both_languages() -> None:
    graph = contradictions_graph(PAIRS)
    assert set(graph.objects(contradiction_iri(PAIRS[2].key), AG.statusReason)) == {
        Literal("De herziening gaat voor.", lang="nl"),
        Literal("The revision prevails.", lang="en"),
    }


def test_a_pair_that_repeats_a_fault_points_to_the_surest() -> None:
    graph = contradictions_graph(made_up_contradictions.repeating())
    surest = contradiction_iri(PAIRS[0].key)
    assert set(graph.subject_objects(AG.repeats)) == {
        (contradiction_iri(PAIRS[2].key), surest),
        (contradiction_iri(PAIRS[3].key), surest),
    }


def test_graph_is_valid_without_blank_nodes_and_with_known_terms_only() -> None:
    graph, known = contradictions_graph(PAIRS), set(vocabulary().subjects())
    assert validate(graph).results == ()
    for term in (term for triple in graph for term in triple):
        assert not isinstance(term, BNode)
        assert not str(term).startswith(str(AG)) or term in known, term


def test_order_of_pairs_does_not_count() -> None:
    assert ntriples(contradictions_graph(PAIRS)) == ntriples(contradictions_graph(PAIRS[::-1]))


def test_name_comes_from_the_key_alone() -> None:
    changed = replace(PAIRS[0], confidence=0.1, explanation_nl="Anders gezegd.")
    names = [set(contradictions_graph([pair]).subjects(RDF.type, AG.Contradiction)) for pair in (PAIRS[0], changed)]
    assert names[0] == names[1] == {contradiction_iri(PAIRS[0].key)}


def test_no_pairs_give_an_empty_graph() -> None:
    assert len(contradictions_graph(())) == 0
