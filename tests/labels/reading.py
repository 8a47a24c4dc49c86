"""Regulations read on their own, from file to statements, as the scorer takes them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ingest.manifest import entry_of
from ingest.model.statements import Statement
from ingest.model.understood import UnderstoodAgreement
from ingest.read import read_source
from ingest.structure import structure
from ingest.understand import ActorRegistry, join, mine_agreement, understand_agreement

Record = dict[str, object]


def read_alone(path: Path, *, classified: bool = True) -> list[Record]:
    """The statements of one file, read with no other agreement known, in the form of the export; unless ``classified``
    with the kinds that the rules alone give.

    Raises what the stages raise: a regulation that cannot be read is an error of theirs.
    """
    understood, registry = understood_alone(path, classified=classified)
    return records(understood.statements, registry)


def understood_alone(path: Path, *, classified: bool = True) -> tuple[UnderstoodAgreement, ActorRegistry]:
    """One file understood with no other agreement known, and the registry of its actors; raises what the stages do."""
    entry = entry_of(path)
    source = read_source(entry)
    tree = structure(source)
    registry = join([mine_agreement(entry, tree)])
    titles = {entry.id: entry.title}
    return understand_agreement(entry, source, tree, registry, titles, classified=classified), registry


def records(statements: Iterable[Statement], registry: ActorRegistry) -> list[Record]:
    """Statements in the form of the export, with their rules; ``registry`` has the names of their actors."""
    return [_record(statement, registry) for statement in statements]


def _record(statement: Statement, registry: ActorRegistry) -> Record:
    deadline = statement.deadline
    return {
        "document": statement.document,
        "section": statement.section,
        "start": statement.span.start,
        "end": statement.span.end,
        "text": statement.text,
        "kind": statement.kind.value,
        "bearers": [_label(registry, key) for key in statement.bearers],
        "counterparties": [_label(registry, party.actor) for party in statement.counterparties],
        "deadline": deadline
        and {"type": deadline.type.value, "relation": deadline.relation.value, "value": deadline.value},
        "condition": statement.condition,
        "confidence": statement.confidence,
        "rules": list(statement.rules),
    }


def _label(registry: ActorRegistry, key: str) -> dict[str, str]:
    return {"id": key, "label": registry.actors[key].label if key in registry.actors else key}
