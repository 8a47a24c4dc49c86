"""The vocabulary keeps its own house style and covers the values that the stages exchange."""

from __future__ import annotations

import re
from importlib.resources import files

import pyshacl
import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef

from ingest.model.actors import ActorType
from ingest.model.agreement import AgreementKind, AgreementStatus
from ingest.model.contradictions import (
    ContradictionScope,
    ContradictionSeverity,
    ContradictionStatus,
    ContradictionType,
    Outcome,
)
from ingest.model.statements import (
    AmountUnit,
    DeadlineRelation,
    DeadlineType,
    DecisionRule,
    Involvement,
    RaciLetter,
    Strength,
)
from ingest.model.tree import NodeKind
from ontology import alignments, context, house_style, vocabulary
from ontology.namespaces import AG, PREFIXES

SCHEMES = {
    "AgreementKinds": AgreementKind,
    "AgreementStatuses": AgreementStatus,
    "NodeKinds": NodeKind,
    "InvolvementParts": Involvement,
    "Strengths": Strength,
    "DecisionRules": DecisionRule,
    "DeadlineTypes": DeadlineType,
    "DeadlineRelations": DeadlineRelation,
    "Units": AmountUnit,
    "RasciLetters": RaciLetter,
    "ContradictionTypes": ContradictionType,
    "ContradictionScopes": ContradictionScope,
    "Severities": ContradictionSeverity,
    "ContradictionStatuses": ContradictionStatus,
    "Outcomes": Outcome,
}


def conforms(graph: Graph) -> bool:
    return bool(pyshacl.validate(graph, shacl_graph=house_style())[0])


def own_terms() -> set[URIRef]:
    return {s for s in vocabulary().subjects(unique=True) if isinstance(s, URIRef) and s.startswith(str(AG))}


def test_house_style_holds() -> None:
    conforms_, _, report = pyshacl.validate(vocabulary(), shacl_graph=house_style())
    assert conforms_, report


@pytest.mark.parametrize(
    ("term", "predicate"),
    [
        (AG.Duty, SKOS.example),
        (AG.Duty, RDFS.label),
        (AG.bearer, SKOS.definition),
        (AG["part-consulted"], SKOS.prefLabel),
        (AG["part-consulted"], SKOS.notation),
        (AG.DeadlineTypes, SKOS.definition),
        (AG.chair, SKOS.example),
    ],
)
def test_house_style_misses_what_is_taken_away(term: URIRef, predicate: URIRef) -> None:
    graph = Graph() + vocabulary()
    graph.remove((term, predicate, None))
    assert not conforms(graph)


def test_every_term_is_shaped() -> None:
    kinds = {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, SKOS.Concept, SKOS.ConceptScheme}
    unshaped = {t for t in own_terms() if not kinds & set(vocabulary().objects(t, RDF.type))}
    assert unshaped == {AG.chair, AG.party}


def test_the_core_is_small() -> None:
    assert len(list(vocabulary().subjects(RDF.type, OWL.Class))) <= 30


@pytest.mark.parametrize(("scheme", "values"), SCHEMES.items(), ids=list(SCHEMES))
def test_code_lists_equal_the_values_that_stages_exchange(scheme: str, values: type) -> None:
    concepts = vocabulary().subjects(SKOS.inScheme, AG[scheme])
    assert {str(vocabulary().value(c, SKOS.notation)) for c in concepts} == {str(v) for v in values}  # type: ignore[attr-defined]


def test_actor_types_are_classes() -> None:
    classes = {str(c).removeprefix(str(AG)).lower() for c in vocabulary().subjects(RDFS.subClassOf, AG.Actor)}
    assert classes == {str(t) for t in ActorType}


def test_domains_and_ranges_are_defined() -> None:
    for predicate in (RDFS.domain, RDFS.range, RDFS.subClassOf):
        for value in vocabulary().objects(None, predicate):
            if str(value).startswith(str(AG)):
                assert (value, RDF.type, OWL.Class) in vocabulary(), value


def test_relations_have_one_direction() -> None:
    assert not list(vocabulary().subject_objects(OWL.inverseOf))


def test_context_names_every_class_and_property() -> None:
    terms = context()["@context"]
    for kind in (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty):
        for term in vocabulary().subjects(RDF.type, kind):
            entry = terms[str(term).removeprefix(str(AG))]
            name = entry["@id"] if isinstance(entry, dict) else entry
            assert name == str(term).replace(str(AG), "ag:")
    assert {k: terms[k] for k in PREFIXES} == PREFIXES


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
def test_context_survives_a_round_trip() -> None:
    data = """
        PREFIX ag: <https://w3id.org/afsprakengraaf/ns#>
        <https://example.org/1> a ag:Duty ; ag:bearer <https://example.org/2> ; ag:start 4 ; ag:confidence 0.5 ."""
    graph = Graph().parse(data=data, format="turtle")
    again = Graph().parse(data=graph.serialize(format="json-ld", context=context()["@context"]), format="json-ld")
    assert set(again) == set(graph)


def test_alignments_use_no_axioms() -> None:
    logic = (OWL.equivalentClass, OWL.equivalentProperty, OWL.sameAs, RDFS.subClassOf, RDFS.subPropertyOf)
    assert not [p for p in logic if (None, p, None) in alignments()]
    assert {s for s in alignments().subjects() if str(s).startswith(str(AG))} <= own_terms()
    assert not (set(alignments()) & set(vocabulary()))


def test_turtle_speaks_of_no_agreement_in_the_corpus() -> None:
    folder = files("ontology")
    words = re.compile(r"\b(DSO|Kadaster|Rijkswaterstaat|Geonovum|Drechtsteden|BZK|IPLO|Omgevingswet)\b")
    for name in ("afspraken.ttl", "concepts.ttl", "alignments.ttl", "house-style.ttl"):
        assert not words.search(folder.joinpath(name).read_text("utf-8")), name
