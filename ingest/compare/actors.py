"""Whether those who bear two clauses are the same, as far as the agreements tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from ingest.model.actors import Actor, ActorType, Relation, RelationType

_OFFICE_WORDS = frozenset(
    {"minister", "ministerie", "van", "de", "het", "voor", "en", "directeur", "generaal", "voorzitter"}
)


class Match(StrEnum):
    """How two sets of actors stand to each other; ``OPEN`` when that cannot be told."""

    SAME = "same"
    OVERLAP = "overlap"
    DISJOINT = "disjoint"
    OPEN = "open"


class Kin:
    """Knows which actors can stand for each other: an organisation for the role that it fills, an office for its house,
    a group for nobody in particular.
    """

    def __init__(self, actors: Mapping[str, Actor], relations: Iterable[Relation]) -> None:
        self._actors = actors
        self._kin: dict[str, set[str]] = defaultdict(set)
        for relation in relations:
            if relation.type in (RelationType.FILLS, RelationType.REPRESENTS):
                self._kin[relation.subject].add(relation.object)
                self._kin[relation.object].add(relation.subject)

    def match(self, one: Sequence[str], other: Sequence[str]) -> Match:
        """How ``one`` stands to ``other``; both are actor keys."""
        left, right = set(one), set(other)
        if not left or not right:
            return Match.OPEN
        if left == right:
            return Match.SAME
        if left & right:
            return Match.OVERLAP
        if any(self.related(a, b) for a in left for b in right):
            return Match.OPEN
        return Match.DISJOINT

    def related(self, one: str, other: str) -> bool:
        """Whether one can stand for the other: it fills the role, either is a group that may hold the other, or a name
        that only one agreement knows ("opdrachtgever").
        """
        if other in self._kin[one] or "/" in one or "/" in other:
            return True
        types = {self._type(one), self._type(other)}
        if ActorType.GROUP in types or None in types:
            return True
        return ActorType.OFFICE in types and bool(_house(one) & _house(other))

    def _type(self, key: str) -> ActorType | None:
        actor = self._actors.get(key)
        return actor.type if actor is not None else None


def _house(key: str) -> set[str]:
    return set(key.rpartition("/")[2].split("-")) - _OFFICE_WORDS
