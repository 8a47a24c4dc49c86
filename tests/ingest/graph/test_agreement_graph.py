"""Everything that was understood reaches the graph, under names that last."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import made_up
import pytest
from rdflib import RDF, RDFS, Graph, Literal, URIRef
from rdflib.term import BNode

from ingest.graph import (
    Run,
    actor_iri,
    actors_graph,
    agreement_graph,
    agreement_iri,
    graph_iri,
    ntriples,
    provision_iri,
    run_graph,
    source_iri,
)
from ingest.model.actors import Actor, ActorType
from ontology import vocabulary
from ontology.folding import fold
from ontology.namespaces import AG, DCTERMS, EDTF, ELI, OA, ORG, PROV, SCHEMA, SKOS, TIME, XSD


def graph_of(made: made_up.Made) -> Graph:
    return agreement_graph(made.understood, made.sections)


def only(nodes: Iterable[object]) -> URIRef:
    (node,) = nodes
    assert isinstance(node, URIRef)
    return node


def saying(graph: Graph, words: str) -> URIRef:
    return only(
        {
            s
            for s, _, text in graph.triples((None, AG.text, None))
            if words in text and (s, AG.start, None) in graph and (s, RDF.type, AG.Statement) in graph
        }
    )


@pytest.fixture(scope="module")
def graph() -> Graph:
    return graph_of(made_up.cooperation())


def test_agreement_carries_what_the_manifest_says(graph: Graph) -> None:
    made = made_up.cooperation().understood
    agreement = agreement_iri("samenwerking-2031")
    assert graph.value(agreement, DCTERMS.title) == Literal("Samenwerking Oeverpark", lang="nl")
    assert graph.value(agreement, DCTERMS.date) == Literal("2031-01-15", datatype=XSD.date)
    assert graph.value(agreement, SCHEMA.version) == Literal("1.0")
    assert graph.value(agreement, DCTERMS.source) == Literal("https://example.org/s.pdf")
    assert graph.value(agreement, AG.agreementKind) == AG["agreement-kind-agreement"]
    assert graph.value(agreement, AG.agreementStatus) == AG["agreement-status-final"]
    assert graph.value(agreement, AG.guessed) == Literal(False)
    file = graph.value(agreement, DCTERMS.hasFormat)
    assert file == source_iri(made.source.sha256)
    assert graph.value(file, AG.sha256) == Literal(made.source.sha256)
    assert graph.value(file, AG.fileName) == Literal("samenwerking-2031.txt")


def test_month_of_an_agreement_is_edtf() -> None:
    made = made_up.cooperation()
    entry = replace(made.understood.entry, date=None, period="2031-01~")
    graph = agreement_graph(replace(made.understood, entry=entry), made.sections)
    assert graph.value(agreement_iri(entry.id), DCTERMS.date) == Literal("2031-01~", datatype=EDTF.EDTF)


def test_agreements_are_related() -> None:
    annex, evaluation = graph_of(made_up.annex()), graph_of(made_up.evaluation())
    first = agreement_iri("samenwerking-2031")
    assert (agreement_iri("taakverdeling"), AG.annexOf, first) in annex
    assert (agreement_iri("evaluatie-2033"), AG.evaluates, first) in evaluation


def test_tree_becomes_provisions_without_root_and_furniture(graph: Graph) -> None:
    article = provision_iri("samenwerking-2031", "art_1")
    block = provision_iri("samenwerking-2031", "block_6")
    assert graph.value(article, ELI.is_part_of) == agreement_iri("samenwerking-2031")
    assert graph.value(article, AG.number) == Literal("1")
    assert graph.value(article, AG.heading) == Literal("Samenwerking Oeverpark")
    assert graph.value(article, AG.nodeKind) == AG["node-kind-article"]
    assert graph.value(article, AG.level) == Literal(1)
    assert graph.value(block, ELI.is_part_of) == article
    assert graph.value(block, AG.section) == Literal("Artikel 3 lid 1")
    assert graph.value(block, AG.heading) is None
    assert len(set(graph.subjects(RDF.type, AG.Provision))) == 1 + len(
        made_up.cooperation().understood.tree.children[0].children
    )


def test_duty_has_every_slot(graph: Graph) -> None:
    duty = saying(graph, "vóór 1 maart")
    assert set(graph.objects(duty, RDF.type)) == {AG.Statement, AG.Norm, AG.Duty}
    assert set(graph.objects(duty, AG.bearer)) == {actor_iri("penvoerder")}
    assert graph.value(duty, AG.action) == Literal("het werkplan opstellen")
    assert graph.value(duty, AG.strength) == AG["strength-result"]
    assert graph.value(duty, AG.inProvision) == provision_iri("samenwerking-2031", "block_6")
    assert graph.value(duty, AG.inAgreement) == agreement_iri("samenwerking-2031")
    assert graph.value(duty, AG.documentId) == Literal("samenwerking-2031")
    assert graph.value(duty, AG.section) == Literal("Artikel 3 lid 1")
    assert graph.value(duty, AG.confidence) == Literal("0.9", datatype=XSD.decimal)
    assert set(graph.objects(duty, AG.rule)) == {Literal("duty.example"), Literal("context.heading")}
    assert graph.value(duty, AG.kindRule) == Literal("duty.example")
    involvement = graph.value(duty, AG.involves)
    assert graph.value(involvement, AG.actor) == actor_iri("deelnemende-scholen")
    assert graph.value(involvement, AG.part) == AG["part-consulted"]
    deadline = graph.value(duty, AG.hasDeadline)
    assert graph.value(deadline, AG.deadlineType) == AG["deadline-type-date"]
    assert graph.value(deadline, AG.deadlineRelation) == AG["deadline-relation-before"]
    assert graph.value(deadline, AG.latest) == Literal("2032-03-01", datatype=XSD.date)
    assert graph.value(deadline, AG.surface) == Literal("vóór 1 maart 2032")
    assert "voor 1 maart" in str(graph.value(duty, AG.foldedText))


def test_power_and_prohibition_are_norms_of_their_own(graph: Graph) -> None:
    power = saying(graph, "bij consensus")
    assert AG.Power in set(graph.objects(power, RDF.type))
    assert AG.Permission not in set(graph.objects(power, RDF.type))
    assert graph.value(power, AG.decisionRule) == AG["decision-consensus"]
    assert AG.Prohibition in set(graph.objects(saying(graph, "niet met derden"), RDF.type))


def test_role_statement_is_no_norm(graph: Graph) -> None:
    assert set(graph.objects(saying(graph, "is penvoerder van"), RDF.type)) == {AG.Statement, AG.RoleStatement}


def test_amounts_keep_value_and_unit(graph: Graph) -> None:
    amounts = set(graph.objects(saying(graph, "€ 40.000"), AG.hasAmount))
    values = {(graph.value(a, SCHEMA.value), graph.value(a, AG.unit), graph.value(a, SCHEMA.currency)) for a in amounts}
    assert values == {
        (Literal("40000", datatype=XSD.decimal), AG["unit-EUR"], Literal("EUR")),
        (Literal("25", datatype=XSD.decimal), AG["unit-percent"], None),
    }


def test_definition_defines_a_concept(graph: Graph) -> None:
    concept = graph.value(saying(graph, "Werkplan: overzicht"), AG.defines)
    assert graph.value(concept, SKOS.prefLabel) == Literal("Werkplan", lang="nl")
    assert graph.value(concept, SKOS.definition) == Literal("overzicht van het werk in een jaar", lang="nl")


def test_reference_cites_the_agreement_it_names() -> None:
    graph = graph_of(made_up.revision())
    reference = graph.value(saying(graph, "gaat voor op"), AG.mentions)
    assert graph.value(reference, AG.cites) == agreement_iri("samenwerking-2031")
    assert graph.value(reference, AG.citedSection) == Literal("3")
    assert graph.value(reference, AG.surface) == Literal("artikel 3 van de Samenwerking Oeverpark")


def test_evidence_selects_position_and_quote_in_the_hashed_source(graph: Graph) -> None:
    made = made_up.cooperation().understood
    for statement in set(graph.subjects(RDF.type, AG.Statement)):
        annotation = only(graph.subjects(OA.hasBody, statement))
        target = graph.value(annotation, OA.hasTarget)
        assert graph.value(target, OA.hasSource) == source_iri(made.source.sha256)
        selectors = {graph.value(s, RDF.type): s for s in graph.objects(target, OA.hasSelector)}
        position, quote = selectors[OA.TextPositionSelector], selectors[OA.TextQuoteSelector]
        start, end = int(str(graph.value(position, OA.start))), int(str(graph.value(position, OA.end)))
        assert (start, end) == (int(str(graph.value(statement, AG.start))), int(str(graph.value(statement, AG.end))))
        exact = str(graph.value(quote, OA.exact))
        assert exact == made.source.text[start:end]
        around = f"{graph.value(quote, OA.prefix)}{exact}{graph.value(quote, OA.suffix)}"
        assert around in made.source.text


def test_role_is_filled_during_an_interval_on_the_authority_of_a_clause(graph: Graph) -> None:
    membership = only(graph.subjects(ORG.role, actor_iri("penvoerder")))
    assert graph.value(membership, RDF.type) == ORG.Membership
    assert graph.value(membership, ORG.member) == actor_iri("stichting-merelhof")
    assert graph.value(membership, AG.statedBy) == saying(graph, "is penvoerder van")
    assert graph.value(membership, AG.section) == Literal("Artikel 1")
    interval = graph.value(membership, ORG.memberDuring)
    assert graph.value(interval, AG.earliest) == Literal("2031-01-01", datatype=XSD.date)
    assert graph.value(interval, AG.latest) == Literal("2033-12-31", datatype=XSD.date)


def test_chair_is_a_membership_with_that_role(graph: Graph) -> None:
    chair = only(graph.subjects(ORG.role, AG.chair))
    assert graph.value(chair, ORG.organization) == actor_iri("stuurgroep")
    assert len(set(graph.subjects(ORG.organization, actor_iri("stuurgroep")))) == 3


def test_representation_and_parties(graph: Graph) -> None:
    delegation = graph.value(actor_iri("directeur-regiobureau"), PROV.qualifiedDelegation)
    assert graph.value(delegation, PROV.agent) == actor_iri("regiobureau")
    attribution = graph.value(agreement_iri("samenwerking-2031"), PROV.qualifiedAttribution)
    assert graph.value(attribution, PROV.agent) == actor_iri("regiobureau")
    assert graph.value(attribution, PROV.hadRole) == AG.party


def test_rasci_row_keeps_every_cell_even_an_empty_one() -> None:
    graph = graph_of(made_up.annex())
    row = only(graph.subjects(AG.activity, Literal("Bijhouden van het risicoregister")))
    cells = {
        str(graph.value(cell, AG.actor)): {str(letter) for letter in graph.objects(cell, AG.letter)}
        for cell in graph.objects(row, AG.assigns)
    }
    assert cells == {
        str(actor_iri("penvoerder")): set(),
        str(actor_iri("taakverdeling/uitvoerder")): {str(AG["letter-R"])},
        str(actor_iri("stuurgroep")): {str(AG["letter-I"])},
    }


def test_no_blank_nodes_and_only_known_terms() -> None:
    known = set(vocabulary().subjects())
    for made in made_up.everything():
        graph = graph_of(made)
        for triple in graph:
            assert not any(isinstance(term, BNode) for term in triple)
            for term in triple:
                assert not str(term).startswith(str(AG)) or term in known, term


def test_same_reading_gives_same_bytes_wherever_the_file_lies() -> None:
    made = made_up.cooperation()
    moved = replace(made.understood, entry=replace(made.understood.entry, path=Path(made.understood.entry.path.name)))
    shuffled = replace(moved, statements=moved.statements[::-1], relations=moved.relations[::-1])
    assert ntriples(graph_of(made)) == ntriples(agreement_graph(shuffled, made.sections))


def test_bytes_read_back_to_the_same_graph(graph: Graph) -> None:
    again = Graph().parse(data=ntriples(graph), format="nt")
    assert set(again) == set(graph)


def test_statement_name_ignores_case_space_and_offset_but_not_kind() -> None:
    made = made_up.cooperation()

    def names(change: dict[str, object], text: str | None = None) -> Counter[str]:
        understood = made.understood
        if text is not None:
            understood = replace(understood, source=replace(understood.source, text=text))
        statements = tuple(replace(s, **change) for s in understood.statements)  # type: ignore[arg-type]
        graph = agreement_graph(replace(understood, statements=statements), made.sections)
        return Counter(str(s) for s in graph.subjects(RDF.type, AG.Statement))

    before = names({})
    assert names({"confidence": 0.1, "rules": ("other",), "bearers": ()}) == before
    assert names({}, made.understood.source.text.upper()) == before
    assert not set(names({"node": "elsewhere"})) & set(before)


def test_same_words_twice_in_one_node_keep_apart() -> None:
    made = made_up.cooperation()
    twice = replace(made.understood, statements=(made.understood.statements[0],) * 2)
    graph = agreement_graph(twice, made.sections)
    assert len(set(graph.subjects(RDF.type, AG.Statement))) == 2


def test_actor_that_nobody_described_still_has_a_name() -> None:
    made = made_up.cooperation()
    graph = agreement_graph(replace(made.understood, actors=()), made.sections)
    uitvoerder = actor_iri("taakverdeling/uitvoerder")
    assert graph.value(uitvoerder, RDFS.label) == Literal("uitvoerder", lang="nl")
    assert set(graph.objects(uitvoerder, RDF.type)) == {AG.Actor}


def test_actors_graph_joins_descriptions_of_one_key() -> None:
    graph = actors_graph(
        (
            Actor("penvoerder", "Coördinator", ActorType.ROLE, (), ("een",)),
            Actor("penvoerder", "penvoerder", ActorType.ROLE, ("de trekker",), ("een", "twee")),
        )
    )
    penvoerder = actor_iri("penvoerder")
    assert list(graph.objects(penvoerder, SKOS.prefLabel)) == [Literal("penvoerder", lang="nl")]
    assert {str(a) for a in graph.objects(penvoerder, SKOS.altLabel)} == {"Coördinator", "de trekker"}
    assert {str(a) for a in graph.objects(penvoerder, AG.foldedText)} == {"coordinator", "de trekker", "penvoerder"}
    assert set(graph.objects(penvoerder, AG.namedIn)) == {agreement_iri("een"), agreement_iri("twee")}
    assert ORG.Role in set(graph.objects(penvoerder, RDF.type))


def test_only_the_run_graph_knows_the_time() -> None:
    made = made_up.cooperation()
    started = datetime(2031, 2, 3, 4, 5, tzinfo=UTC)
    graph = run_graph(Run("2031-02-03", "0.1.0", started, models={"encoder": "3"}), [made.understood.entry])
    run = only(graph.subjects(RDF.type, PROV.Activity))
    assert graph.value(run, PROV.startedAtTime) == Literal(started)
    assert graph.value(graph_iri("samenwerking-2031"), PROV.wasGeneratedBy) == run
    assert (run, PROV.used, source_iri(made.understood.source.sha256)) in graph
    assert b"dateTime" not in ntriples(graph_of(made))


def test_repeated_time_has_duration_and_count(graph: Graph) -> None:
    deadline = graph.value(saying(graph, "twee keer per jaar"), AG.hasDeadline)
    assert graph.value(deadline, TIME.hasXSDDuration) == Literal("P1Y", datatype=XSD.duration)
    assert graph.value(deadline, AG.timesPerPeriod) == Literal(2)
    assert graph.value(deadline, AG.earliest) is None


def test_folding_makes_spellings_equal() -> None:
    assert fold("  Coördinatie\nvan  de  OESO’s – één") == "coordinatie van de oeso's - een"
