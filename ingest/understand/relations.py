"""Relations between actors, as clauses state them: who fills a role, sits in a body, chairs it, represents whom."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from ingest.model.actors import ActorType, Relation, RelationType
from ingest.model.tree import NodeKind
from ingest.understand.actors.index import Mention
from ingest.understand.actors.join import ActorRegistry
from ingest.understand.norms.bearers import chains
from ingest.understand.statements import evidence_span
from ingest.understand.units import Unit

_SLOT = {"a": r"(?P<A>‹\d+›)", "b": r"(?P<B>‹\d+›)"}


@dataclass(frozen=True, slots=True)
class RelationPattern:
    """A way to state a relation; ``roles`` asks that the object is a role."""

    id: str
    type: RelationType
    expressions: tuple[re.Pattern[str], ...]
    confidence: float
    roles: bool
    inside_definition: bool
    example: str


@cache
def relation_patterns() -> tuple[RelationPattern, ...]:
    """The packaged patterns (``data/relations.toml``) in their order."""
    raw = tomllib.loads(
        resources.files("ingest.understand").joinpath("data/relations.toml").read_text(encoding="utf-8")
    )
    return tuple(
        RelationPattern(
            id=row["id"],
            type=RelationType(row["type"]),
            expressions=tuple(_compiled(part) for part in row["expression"].split("|\\{A\\}") if part),
            confidence=row["confidence"],
            roles=row.get("roles", False),
            inside_definition=row.get("inside_definition", False),
            example=row["example"],
        )
        for row in raw["relation"]
    )


def _compiled(expression: str) -> re.Pattern[str]:
    whole = expression if "\\{A\\}" in expression else "\\{A\\}" + expression
    return re.compile(whole.replace("\\{A\\}", _SLOT["a"], 1).replace("\\{B\\}", _SLOT["b"], 1))


def relations(units: Iterable[Unit], document: str, text: str, registry: ActorRegistry) -> Iterator[Relation]:
    """The relations that the units of an agreement state, in reading order, each once per clause."""
    for unit in units:
        if unit.place is NodeKind.PARTIES and unit.node.kind in (NodeKind.ITEM, NodeKind.BLOCK) and unit.mentions:
            yield from _party(unit, document, text)
        yield from _stated(unit, document, text, registry)


def _party(unit: Unit, document: str, text: str) -> Iterator[Relation]:
    first = unit.mentions[0]
    if first.start <= 12 and first.actor.type in (ActorType.ORGANISATION, ActorType.OFFICE, ActorType.BODY):
        yield _relation(RelationType.PARTY_TO, first.actor.key, document, unit, document, text, "relation.party", 0.9)


def _stated(unit: Unit, document: str, text: str, registry: ActorRegistry) -> Iterator[Relation]:
    groups = chains(unit.clause.text, unit.mentions)
    masked, seen = _masked(unit.clause.text, groups), set()
    for pattern in relation_patterns():
        for expression in pattern.expressions:
            for match in expression.finditer(masked):
                subjects = _keys(groups, match["A"])
                objects = _keys(groups, match["B"]) if "B" in expression.groupindex else _defined(groups)
                for one in subjects:
                    for other in objects:
                        fits = one != other and (not pattern.roles or registry.actors[other].type is ActorType.ROLE)
                        if fits and (pattern.type, one, other) not in seen:
                            seen.add((pattern.type, one, other))
                            yield _relation(
                                pattern.type, one, other, unit, document, text, pattern.id, pattern.confidence
                            )


def _masked(text: str, groups: Sequence[Sequence[Mention]]) -> str:
    parts, position = [], 0
    for number, group in enumerate(groups):
        parts += [text[position : group[0].start].lower(), f"‹{number}›"]
        position = group[-1].end
    return "".join([*parts, text[position:].lower()])


def _keys(groups: Sequence[Sequence[Mention]], slot: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(mention.actor.key for mention in groups[int(slot.strip("‹›"))]))


def _defined(groups: Sequence[Sequence[Mention]]) -> tuple[str, ...]:
    """The body that a definition names first."""
    first = groups[0][0] if groups else None
    return (first.actor.key,) if first and first.actor.type is ActorType.BODY and first.start < 20 else ()


def _relation(
    kind: RelationType, subject: str, other: str, unit: Unit, document: str, text: str, rule: str, confidence: float
) -> Relation:
    return Relation(
        kind, subject, other, document, unit.node.eid, evidence_span(unit.clause.mapped, text), rule, confidence
    )
