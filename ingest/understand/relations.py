"""Relations between actors, as clauses state them: who fills a role, sits in a body, chairs it, represents whom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product

from ingest.model.actors import ActorType, Relation, RelationType
from ingest.model.tree import NodeKind
from ingest.packaged import read_toml
from ingest.understand.actors.index import Mention, find_mentions
from ingest.understand.actors.join import ActorRegistry
from ingest.understand.actors.lexicon import lexicon
from ingest.understand.analysis import Analysed
from ingest.understand.guarded import Guarded, guarded
from ingest.understand.norms.groups import chains
from ingest.understand.statements import evidence_span
from ingest.understand.units import Unit

_OF = re.compile(r" van (?:de |het )?")
_SLOTS = {"{A}": r"(?P<A>‹\d+›)", "{B}": r"(?P<B>‹\d+›)", "{any}": r"‹\d+›"}


@dataclass(frozen=True, slots=True)
class RelationPattern:
    """A way to state a relation; see the head of the data file for its parts."""

    id: str
    type: RelationType
    expressions: tuple[Guarded, ...]
    confidence: float
    roles: bool
    noun: bool
    local: bool
    office: bool
    example: str


@cache
def relation_patterns() -> tuple[RelationPattern, ...]:
    """The packaged patterns (``data/relations.toml``) in their order."""
    raw = read_toml("ingest.understand", "data/relations.toml")
    return tuple(
        RelationPattern(
            id=row["id"],
            type=RelationType(row["type"]),
            expressions=tuple(_compiled(expression) for expression in row["expressions"]),
            confidence=row["confidence"],
            roles=row.get("roles", False),
            noun=row.get("noun", False),
            local=row.get("local", False),
            office=row.get("office", False),
            example=row["example"],
        )
        for row in raw["relation"]
    )


def _compiled(expression: str) -> Guarded:
    for slot, pattern in _SLOTS.items():
        expression = expression.replace(slot, pattern)
    return guarded(expression)


def relations(units: Iterable[Unit], document: str, text: str, registry: ActorRegistry) -> Iterator[Relation]:
    """The relations that the units of an agreement state, in reading order, each once per clause."""
    for unit in units:
        if unit.place is NodeKind.PARTIES and unit.node.kind in (NodeKind.ITEM, NodeKind.BLOCK) and unit.mentions:
            yield from _party(unit, document, text)
        if unit.context.rule == "context.column-members":
            yield from _listed_members(unit, document, text)
        yield from _stated(unit, document, text, registry)


def _listed_members(unit: Unit, document: str, text: str) -> Iterator[Relation]:
    """Who stands in the members' column of a table of meetings."""
    for body in unit.context.bearers:
        for member in dict.fromkeys(mention.actor.key for mention in unit.mentions):
            if member != body:
                kind = RelationType.MEMBER_OF
                yield _relation(kind, member, body, unit, document, text, "relation.members-column", 0.8)


def _party(unit: Unit, document: str, text: str) -> Iterator[Relation]:
    first = unit.mentions[0]
    if first.start <= 12 and first.actor.type in (ActorType.ORGANISATION, ActorType.OFFICE, ActorType.BODY):
        yield _relation(RelationType.PARTY_TO, first.actor.key, document, unit, document, text, "relation.party", 0.9)


def _stated(unit: Unit, document: str, text: str, registry: ActorRegistry) -> Iterator[Relation]:
    if not unit.mentions:
        return
    views = {}
    for office, mentions in ((False, unit.mentions), (True, _opened(unit, document, registry))):
        groups = chains(unit.clause.text, mentions)
        views[office] = _masked(unit.clause, groups), groups
    seen = set()
    for pattern in relation_patterns():
        for subjects, objects in _matches(pattern, *views[pattern.office]):
            for one, other in product(subjects, objects):
                if (pattern.type, one, other) not in seen and _fits(pattern, one, other, registry):
                    seen.add((pattern.type, one, other))
                    yield _relation(pattern.type, one, other, unit, document, text, pattern.id, pattern.confidence)


def _opened(unit: Unit, document: str, registry: ActorRegistry) -> list[Mention]:
    """The mentions, with the body alone where an office is named with it: of "voorzitter van de raad" the raad."""
    mentions = []
    for mention in unit.mentions:
        words = unit.clause.text[mention.start : mention.end]
        link = _OF.search(words) if mention.actor.type is ActorType.OFFICE else None
        inner = find_mentions(words[link.end() :], document, registry) if link else []
        shift = mention.start + (link.end() if link else 0)
        mentions += [Mention(m.actor, m.start + shift, m.end + shift) for m in inner] or [mention]
    return mentions


def _matches(
    pattern: RelationPattern, masked: str, groups: Sequence[Sequence[Mention]]
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Subjects and objects of every place where the pattern fits."""
    for expression in pattern.expressions:
        for match in expression.finditer(masked):
            yield _alike(groups, match["A"]), _keys(groups, match["B"])


def _fits(pattern: RelationPattern, one: str, other: str, registry: ActorRegistry) -> bool:
    """Whether the pattern may relate these two: a role of one agreement never fills one that all know."""
    role = registry.actors[other]
    if one == other or (pattern.roles and role.type is not ActorType.ROLE):
        return False
    if pattern.noun and not any(lexicon().type_of(name) is ActorType.ROLE for name in (role.label, *role.aliases)):
        return False
    local = "/" in one, "/" in other
    if pattern.local:
        return local == (False, True)
    return pattern.type is not RelationType.FILLS or local != (True, False)


def _masked(clause: Analysed, groups: Sequence[Sequence[Mention]]) -> str:
    """The clause in lower case with a mark for each group of names, and "zijn" only where it is the verb."""
    marks = [(group[0].start, group[-1].end, f"‹{number}›") for number, group in enumerate(groups)]
    owners = [(t.start, t.end, "haar") for t in clause.tokens if t.text.lower() == "zijn" and t.pos in ("DET", "PRON")]
    parts, position = [], 0
    for start, end, words in sorted(marks + owners):
        if start >= position:
            parts += [clause.text[position:start].lower(), words]
            position = end
    return "".join([*parts, clause.text[position:].lower()])


def _alike(groups: Sequence[Sequence[Mention]], slot: str) -> tuple[str, ...]:
    """The keys of an enumeration up to where an organisation follows on an office: there the next party begins."""
    group = groups[int(slot.strip("‹›"))]
    parties = [ActorType.OFFICE, ActorType.ORGANISATION]
    types = [mention.actor.type for mention in group]
    end = next((i for i in range(1, len(group)) if types[i - 1 : i + 1] == parties), len(group))
    return tuple(dict.fromkeys(mention.actor.key for mention in group[:end]))


def _keys(groups: Sequence[Sequence[Mention]], slot: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(mention.actor.key for mention in groups[int(slot.strip("‹›"))]))


def _relation(
    kind: RelationType, subject: str, other: str, unit: Unit, document: str, text: str, rule: str, confidence: float
) -> Relation:
    return Relation(
        kind, subject, other, document, unit.node.eid, evidence_span(unit.clause.mapped, text), rule, confidence
    )
