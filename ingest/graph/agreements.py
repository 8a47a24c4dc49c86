"""The agreement itself and its structure as triples."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rdflib import RDF, Literal

from ingest.graph.evidence import span_triples
from ingest.graph.iris import agreement_iri, provision_iri, source_iri
from ingest.graph.triples import Triple, present
from ingest.model.agreement import ManifestEntry, Source
from ingest.model.tree import HEADED, Node, NodeKind
from ontology.namespaces import AG, DCTERMS, EDTF, ELI, SCHEMA


def agreement_triples(entry: ManifestEntry, source: Source) -> Iterator[Triple]:
    """What the manifest says of the agreement, and the source file that it was read from."""
    agreement, file = agreement_iri(entry.id), source_iri(source.sha256)
    yield agreement, RDF.type, AG.Agreement
    yield agreement, RDF.type, ELI.LegalResource
    yield agreement, DCTERMS.identifier, Literal(entry.id)
    yield agreement, DCTERMS.title, Literal(entry.title, lang=entry.language)
    yield agreement, DCTERMS.language, Literal(entry.language)
    yield agreement, AG.agreementKind, AG[f"agreement-kind-{entry.kind}"]
    yield agreement, AG.agreementStatus, AG[f"agreement-status-{entry.status}"]
    yield agreement, AG.guessed, Literal(entry.guessed)
    if entry.date is not None:
        yield agreement, DCTERMS.date, Literal(entry.date)
    elif entry.period is not None:
        yield agreement, DCTERMS.date, Literal(entry.period, datatype=EDTF.EDTF)
    yield from present(agreement, SCHEMA.version, entry.version)
    yield from present(agreement, DCTERMS.source, entry.origin)
    if entry.annex_of is not None:
        yield agreement, AG.annexOf, agreement_iri(entry.annex_of)
    for evaluated in entry.evaluates:
        yield agreement, AG.evaluates, agreement_iri(evaluated)
    yield agreement, DCTERMS.hasFormat, file
    yield file, RDF.type, ELI.Format
    yield file, AG.sha256, Literal(source.sha256)
    yield file, AG.fileName, Literal(entry.path.name)
    yield file, AG.encoding, Literal(source.encoding)
    yield file, DCTERMS["format"], Literal(source.media_type)


def provision_triples(document: str, tree: Node, sections: Mapping[str, str]) -> Iterator[Triple]:
    """Every node below the root of ``tree``, page furniture left out; ``sections`` gives the label for an eId."""
    whole = agreement_iri(document)
    stack = [(child, whole) for child in reversed(tree.children)]
    while stack:
        node, parent = stack.pop()
        if node.kind is NodeKind.FURNITURE:
            continue
        provision = provision_iri(document, node.eid)
        yield provision, RDF.type, AG.Provision
        yield provision, ELI.is_part_of, parent
        yield provision, AG.inAgreement, whole
        yield provision, AG.eId, Literal(node.eid)
        yield provision, AG.nodeKind, AG[f"node-kind-{node.kind}"]
        yield from span_triples(provision, node.span)
        yield from present(provision, AG.section, sections.get(node.eid))
        yield from present(provision, AG.number, node.number)
        if node.kind in HEADED:
            yield from present(provision, AG.heading, node.text.text)
        if node.level:
            yield provision, AG.level, Literal(node.level)
        if node.header:
            yield provision, AG.isHeader, Literal(True)
        stack.extend((child, provision) for child in reversed(node.children))
