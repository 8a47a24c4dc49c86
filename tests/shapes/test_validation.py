"""Running the shapes over whole graphs, and what the report says."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import made_up
import oxrdflib
import pyshacl
import pytest
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.collection import Collection

from ingest.graph import actor_iri, actors_graph, agreement_graph, agreement_iri
from ontology.namespaces import AG, OA, RDF, SH, XSD
from shapes import SHAPES, Part, Severity, ValidationReport, shapes_graph, validate


def graph_of(made: made_up.Made) -> Graph:
    return agreement_graph(made.understood, made.sections)


def found(report: ValidationReport) -> Counter[str]:
    return Counter(str(result.shape).removeprefix(str(SHAPES)) for result in report.results)


@pytest.fixture(scope="module")
def annex() -> Graph:
    return graph_of(made_up.annex())


@pytest.fixture(scope="module")
def report(annex: Graph) -> ValidationReport:
    return validate(annex)


def test_written_graphs_have_no_faults_and_only_the_findings_they_were_made_for() -> None:
    expected = {
        "samenwerking-2031": {"AgreementParties": 1, "RoleFilled": 1},
        "herziening-2034": {"AgreementParties": 1, "AgreementGuessed": 1},
        "evaluatie-2033": {},
        "taakverdeling": {
            "ActivityAccountable": 1,
            "ActivityResponsible": 1,
            "AgreementDate": 1,
            "BodyMembers": 1,
            "RoleFilled": 2,
        },
    }
    for made in made_up.everything():
        outcome = validate(graph_of(made))
        assert found(outcome) == expected[made.understood.entry.id]
        assert not outcome.fails(Severity.VIOLATION)


def test_the_corpus_as_one_graph_fills_roles_and_bodies_across_agreements() -> None:
    corpus = actors_graph(made_up.ACTORS.values())
    for made in made_up.everything():
        corpus += graph_of(made)
    outcome = validate(corpus)
    unfilled = {r.focus for r in outcome.results if r.shape == SHAPES.RoleFilled}
    assert unfilled == {actor_iri("taakverdeling/uitvoerder")}
    assert SHAPES.BodyMembers not in outcome.counts()
    assert not outcome.fails(Severity.VIOLATION)


def test_a_quote_from_another_place_is_found() -> None:
    made = made_up.cooperation()
    graph = graph_of(made)
    quote = next(iter(graph.subjects(OA.exact, Literal("De stuurgroep stelt het werkplan bij consensus vast."))))
    graph.set((quote, OA.exact, Literal("De stuurgroep stelt het werkplan bij meerderheid vast.")))
    (finding,) = (r for r in validate(graph, shapes=Part.QUALITY).results if r.severity is Severity.VIOLATION)
    assert finding.shape == SHAPES.QuoteLength
    assert (finding.value, RDF.type, AG.Power) in graph


def test_an_actor_that_nobody_described_is_found() -> None:
    made = made_up.cooperation()
    graph = agreement_graph(replace(made.understood, actors=()), made.sections)
    outcome = validate(graph, shapes=Part.QUALITY)
    assert {r.focus for r in outcome.results if r.shape == SHAPES.ActorType} == set(graph.subjects(RDF.type, AG.Actor))


def test_findings_are_plain_values(report: ValidationReport) -> None:
    (finding,) = (r for r in report.results if r.shape == SHAPES.ActivityAccountable)
    assert finding.severity is Severity.WARNING
    assert finding.path == "ag:assigns"
    assert finding.value is None
    assert finding.message_nl == "Niemand is eindverantwoordelijk (A) voor deze activiteit."
    assert finding.message_en == "Nobody is accountable (A) for this activity."
    assert finding.component == SH.QualifiedMinCountConstraintComponent


def test_findings_are_ordered_heaviest_first(annex: Graph) -> None:
    faulty = Graph() + annex
    faulty.remove((None, AG.agreementStatus, None))
    ranks = [result.severity.rank for result in validate(faulty).results]
    assert ranks[0] == 0
    assert ranks == sorted(ranks)


def test_parts_are_asked_apart(annex: Graph, report: ValidationReport) -> None:
    quality, governance = (validate(annex, shapes=part) for part in (Part.QUALITY, Part.GOVERNANCE))
    assert found(quality) == {"AgreementDate": 1}
    assert found(quality) + found(governance) == found(report)


def test_paths_read_as_sparql() -> None:
    misplaced = data_of("<urn:a> a ag:Statement ; ag:start 4 .")
    paths = {str(r.shape).removeprefix(str(SHAPES)): r.path for r in validate(misplaced).results}
    assert paths["ReadingStart"] == "^oa:hasBody/oa:hasTarget/oa:hasSelector/oa:start"
    assert paths["ReadingEvidence"] == "^oa:hasBody"
    assert paths["StatementKind"] == "rdf:type"
    nameless = validate(data_of("<urn:a> a ag:Actor , ag:Group ."))
    assert [r.path for r in nameless.results] == ["rdfs:label|skos:prefLabel"]


def data_of(turtle: str) -> Graph:
    return Graph().parse(data=f"PREFIX ag: <{AG}> {turtle}", format="turtle")


def test_thresholds() -> None:
    info = validate(data_of("<urn:a> a ag:Body . <urn:b> a ag:Norm ; ag:bearer <urn:a> ."), shapes=Part.GOVERNANCE)
    assert [r.severity for r in info.results] == [Severity.INFO]
    assert not info.conforms
    assert (info.fails(Severity.INFO), info.fails(Severity.WARNING), info.fails()) == (True, False, False)
    violation = validate(data_of("<urn:a> a ag:Involvement ."))
    assert violation.fails()
    assert violation.fails(Severity.INFO)


def test_an_empty_graph_conforms() -> None:
    outcome = validate(Graph())
    assert outcome.conforms
    assert not outcome.fails(Severity.INFO)
    assert (None, SH.conforms, Literal(True)) in outcome.to_graph()


def test_counts_by_shape(report: ValidationReport) -> None:
    counts = report.counts()
    assert next(iter(counts.items())) == (SHAPES.RoleFilled, 2)
    assert sum(counts.values()) == len(report.results)


def test_report_graph_is_shacl_and_names_its_results_by_content(annex: Graph, report: ValidationReport) -> None:
    graph = report.to_graph()
    (whole,) = graph.subjects(RDF.type, SH.ValidationReport)
    assert graph.value(whole, SH.conforms) == Literal("false", datatype=XSD.boolean)
    results = set(graph.objects(whole, SH.result))
    assert len(results) == len(report.results)
    _, theirs, _ = pyshacl.validate(annex, shacl_graph=shapes_graph())
    assert isinstance(theirs, Graph)
    for predicate in (SH.focusNode, SH.sourceShape, SH.resultSeverity, SH.value, SH.sourceConstraintComponent):
        assert Counter(graph.objects(None, predicate)) == Counter(theirs.objects(None, predicate))
    languages = {(r, m.language) for r, m in graph.subject_objects(SH.resultMessage) if isinstance(m, Literal)}
    assert languages == {(r, language) for r in results for language in ("nl", "en")}


def test_equal_reports_give_equal_triples_without_blank_nodes() -> None:
    data = data_of("<urn:a> a ag:Statement , ag:Duty .")
    fresh = Graph().parse(data=shapes_graph().serialize(format="nt"), format="nt")
    first, second = validate(data).to_graph(), validate(data, shapes=fresh).to_graph()
    assert len(set(first.objects(None, SH.result))) > 5
    assert set(first) == set(second)
    assert not [term for triple in first for term in triple if isinstance(term, BNode)]


def test_report_graph_carries_the_whole_path() -> None:
    graph = validate(data_of("<urn:a> a ag:Statement ; ag:end 4 .")).to_graph()
    (result,) = graph.subjects(SH.sourceShape, SHAPES.ReadingEnd)
    inverse, *steps = Collection(graph, graph.value(result, SH.resultPath))
    assert graph.value(inverse, SH.inversePath) == OA.hasBody
    assert steps == [OA.hasTarget, OA.hasSelector, OA.end]


def test_data_are_left_as_they_are(annex: Graph) -> None:
    before = set(annex)
    validate(annex)
    assert set(annex) == before


def test_a_graph_over_a_database_gives_the_same_results(annex: Graph, report: ValidationReport) -> None:
    stored = Graph(store=oxrdflib.OxigraphStore())
    for triple in annex:
        stored.add(triple)
    assert validate(stored).results == report.results


def test_own_shapes_can_be_asked() -> None:
    shapes = Graph().parse(
        data=f"""
        PREFIX ag: <{AG}> PREFIX sh: <{SH}> PREFIX ex: <https://example.org/>
        ex:Numbered a sh:PropertyShape ; sh:targetClass ag:Provision ; sh:path ag:number ; sh:minCount 1 ;
            sh:message "Zonder nummer."@nl , "Without a number."@en .""",
        format="turtle",
    )
    (finding,) = validate(data_of("<urn:a> a ag:Provision ."), shapes=shapes).results
    assert finding.shape == URIRef("https://example.org/Numbered")
    assert finding.severity is Severity.VIOLATION
    assert (finding.message_nl, finding.message_en) == ("Zonder nummer.", "Without a number.")


def test_a_nameless_shape_is_refused() -> None:
    shapes = Graph().parse(
        data=f"PREFIX ag: <{AG}> PREFIX sh: <{SH}> [] sh:targetClass ag:Actor ; sh:nodeKind sh:Literal .",
        format="turtle",
    )
    with pytest.raises(ValueError, match="without a name"):
        validate(data_of("<urn:a> a ag:Actor ."), shapes=shapes)


def test_agreement_with_two_parties_has_none_too_few() -> None:
    made = made_up.cooperation()
    party = next(r for r in made.understood.relations if r.type == "party-to")
    both = (*made.understood.relations, replace(party, subject="stichting-merelhof"))
    graph = agreement_graph(replace(made.understood, relations=both), made.sections)
    assert {r.focus for r in validate(graph).results if r.shape == SHAPES.AgreementParties} == set()
    assert agreement_iri("samenwerking-2031") in set(graph.subjects(RDF.type, AG.Agreement))
