"""One agreement understood: first its names are mined, then, with the actors of the whole corpus known, its clauses."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping

from ingest.model.actors import Actor, Relation
from ingest.model.agreement import AgreementKind, ManifestEntry, Source
from ingest.model.statements import Responsibility, Statement
from ingest.model.tree import Node, NodeKind
from ingest.model.understood import UnderstoodAgreement
from ingest.structure import sections
from ingest.understand.actors.evidence import NameEvidence, mine
from ingest.understand.actors.join import ActorRegistry
from ingest.understand.actors.parties import party_names
from ingest.understand.analysis import Analysed, analyse
from ingest.understand.columns import named_in_columns
from ingest.understand.defined_names import defined_names
from ingest.understand.headed import headed_names
from ingest.understand.letters import addressed_names
from ingest.understand.meetings import meeting_names
from ingest.understand.raci import matrices, matrix_places, party_columns, responsibilities
from ingest.understand.relations import relations
from ingest.understand.sentences import sentences
from ingest.understand.statements import statements
from ingest.understand.surroundings import passages
from ingest.understand.units import Reader, Unit, readable_texts


def mine_agreement(entry: ManifestEntry, tree: Node) -> NameEvidence:
    """What an agreement shows about who acts: the input of ``join``, which makes the registry of the corpus."""
    blocks = [node.text.text for node in tree.walk() if node.text and node.kind is not NodeKind.FURNITURE]
    columns = [(name, None) for table in matrices(tree) for name in party_columns(table)]
    given = (
        *party_names(tree),
        *defined_names(tree),
        *meeting_names(tree),
        *addressed_names(tree),
        *headed_names(tree),
    )
    return mine(entry.id, blocks, [*columns, *given, *named_in_columns(tree)])


def understand_agreement(
    entry: ManifestEntry,
    source: Source,
    tree: Node,
    registry: ActorRegistry,
    titles: Mapping[str, str],
    *,
    classified: bool = True,
) -> UnderstoodAgreement:
    """Everything that the agreement says.

    ``registry`` holds the actors of the whole corpus, ``titles`` the titles of its agreements by id (for references).
    Unless ``classified``, kinds and bearers are those that the rules give, without a second opinion. The outcome
    depends on the arguments alone.
    """
    places = sections(tree)
    units = read_units(entry, tree, registry)
    around = passages(units, tree, evaluation=entry.kind is AgreementKind.EVALUATION)
    found = tuple(statements(units, around, tree, entry, source.text, places, titles, classified=classified))
    rows = responsibilities(matrices(tree), entry.id, matrix_places(tree, places), registry)
    related = tuple(relations(units, entry.id, source.text, registry))
    return UnderstoodAgreement(
        entry=entry,
        source=source,
        tree=tree,
        actors=_named(registry, entry.id, {*_used(found, rows), *_related(related)}),
        statements=found,
        responsibilities=rows,
        relations=related,
    )


def read_units(entry: ManifestEntry, tree: Node, registry: ActorRegistry) -> list[Unit]:
    """The clauses of an agreement in reading order, each with its context; ``registry`` holds the actors they name."""
    reader = Reader(entry.id, _analysed(tree), registry, whole=entry.kind is AgreementKind.EVALUATION)
    return list(reader.units(tree))


def _named(registry: ActorRegistry, document: str, used: Container[str]) -> tuple[Actor, ...]:
    return tuple(actor for key, actor in sorted(registry.actors.items()) if document in actor.documents or key in used)


def _used(found: Iterable[Statement], rows: Iterable[Responsibility]) -> Iterator[str]:
    for statement in found:
        yield from statement.bearers
        yield from (party.actor for party in statement.counterparties)
    for row in rows:
        yield from (cell.actor for cell in row.assignments)


def _related(found: Iterable[Relation]) -> Iterator[str]:
    for relation in found:
        yield from (relation.subject, relation.object)


def _analysed(tree: Node) -> dict[str, tuple[Analysed, ...]]:
    nodes = [(eid, sentence) for eid, text in readable_texts(tree) for sentence in sentences(text)]
    by_node: dict[str, list[Analysed]] = {}
    for (eid, _), analysed in zip(nodes, analyse(sentence for _, sentence in nodes), strict=True):
        by_node.setdefault(eid, []).append(analysed)
    return {eid: tuple(found) for eid, found in by_node.items()}
