"""An agreement as those see it who ask whom a norm is for: its clauses under their headings, and who bears them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

from ingest.model.statements import NORMS, Kind
from ingest.model.tree import Node, NodeKind
from ingest.understand.judgement import Judged
from ingest.understand.norms.syntax import is_passive, main_verb
from ingest.understand.units import Unit

Bearers = tuple[str, ...]

_HEADED = frozenset({NodeKind.DIVISION, NodeKind.ARTICLE})
_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN"})
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Place:
    """A clause in its agreement.

    ``bearers`` are the keys of who bears it, empty where nobody is known to; ``headings`` the eIds of the headings
    above it, the nearest first; ``content`` the lemmas of its content words.
    """

    unit: Unit
    kind: Kind | None
    bearers: Bearers
    headings: tuple[str, ...]
    content: frozenset[str]

    @property
    def passive(self) -> bool:
        """Whether its main clause is passive."""
        tokens = self.unit.clause.tokens
        return is_passive(tokens, main_verb(tokens))

    @property
    def chapter(self) -> str:
        """The heading above the nearest one; empty where there is none."""
        return self.headings[1] if len(self.headings) > 1 else ""

    def shares_section(self, other: Place) -> bool:
        """Whether the same heading is the nearest above both."""
        return self.headings[:1] == other.headings[:1]


@dataclass(frozen=True, slots=True)
class Setting:
    """The clauses of an agreement in reading order, those that each set of bearers has, how many of these each chapter
    has, and how telling a lemma is.
    """

    places: tuple[Place, ...]
    borne: Mapping[Bearers, tuple[Place, ...]]
    chapters: Mapping[str, int]
    weights: Mapping[str, float]

    def likeness(self, place: Place, other: Place) -> float:
        """How much of the content of ``place`` the other clause has too, rare lemmas weighing more: from 0 to 1."""
        whole = sum(self.weights[lemma] for lemma in place.content)
        return sum(self.weights[lemma] for lemma in place.content & other.content) / whole if whole else 0.0


def setting_of(units: Sequence[Unit], judged: Sequence[Judged | None], tree: Node) -> Setting:
    """The setting that the ``units`` of ``tree`` make, each with its judgement."""
    parents = {child.eid: node for node in tree.walk() for child in node.children}
    places = tuple(_place(unit, one, parents) for unit, one in zip(units, judged, strict=True))
    borne: dict[Bearers, list[Place]] = defaultdict(list)
    for place in places:
        if place.bearers:
            borne[place.bearers].append(place)
    counts = Counter(lemma for place in places for lemma in place.content)
    weights = {lemma: log((len(places) + 1) / count) for lemma, count in counts.items()}
    chapters = Counter(place.chapter for place in places if place.bearers)
    return Setting(places, {bearers: tuple(found) for bearers, found in borne.items()}, chapters, weights)


def _place(unit: Unit, judged: Judged | None, parents: Mapping[str, Node]) -> Place:
    acts = judged is not None and (judged.kind in NORMS or judged.kind is Kind.ROLE)
    tokens = unit.clause.tokens
    return Place(
        unit=unit,
        kind=judged.kind if judged is not None else None,
        bearers=judged.bearers if judged is not None and acts else (),
        headings=_headings(unit.node, parents),
        content=frozenset(t.lemma for t in tokens if t.pos in _CONTENT and len(t.lemma) >= _SHORTEST),
    )


def _headings(node: Node, parents: Mapping[str, Node]) -> tuple[str, ...]:
    found = []
    while node.eid in parents:
        node = parents[node.eid]
        if node.kind in _HEADED:
            found.append(node.eid)
    return tuple(found)
