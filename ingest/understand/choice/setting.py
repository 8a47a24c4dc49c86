"""An agreement as those see it who ask whom a norm is for: its clauses under their headings, and who bears them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from ingest.model.statements import NORMS, Kind
from ingest.model.tree import HEADED, Node
from ingest.understand.judgement import Judged
from ingest.understand.norms.syntax import is_passive, main_verb
from ingest.understand.units import Unit

Candidate = tuple[str, ...]
"""The keys of those whom a norm may be for; empty for nobody."""

_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN"})
_SHORTEST = 3
_FOREMOST = 4


@dataclass(frozen=True, slots=True)
class Place:
    """A clause in its agreement.

    ``bearers`` are the keys of who bears it, empty where nobody is known to; ``headings`` the eIds of the headings
    above it, the nearest first; ``content`` the lemmas of its content words.
    """

    unit: Unit
    bearers: Candidate
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
    """The clauses of an agreement in reading order, those that each set of bearers has, who has most, how many borne
    clauses each chapter has, and how telling a lemma is.
    """

    places: tuple[Place, ...]
    borne: Mapping[Candidate, tuple[Place, ...]]
    foremost: tuple[Candidate, ...]
    chapters: Mapping[str, int]
    weights: Mapping[str, float]

    def likeness(self, place: Place, others: Iterable[Place]) -> float:
        """How much of the content of ``place`` the likest of the others has too, rare lemmas weighing more: 0 to 1."""
        whole = self._weight(place.content)
        shares = (self._weight(place.content & other.content) / whole for other in others)
        return max(shares, default=0.0) if whole else 0.0

    def _weight(self, content: Iterable[str]) -> float:
        return sum(self.weights[lemma] for lemma in content)


def setting_of(units: Sequence[Unit], judged: Sequence[Judged | None], tree: Node) -> Setting:
    """The setting that the ``units`` of ``tree`` make, each with its judgement."""
    parents = tree.parents()
    places = tuple(_place(unit, one, parents) for unit, one in zip(units, judged, strict=True))
    borne: dict[Candidate, list[Place]] = defaultdict(list)
    for place in places:
        if place.bearers:
            borne[place.bearers].append(place)
    counts = Counter(lemma for place in places for lemma in place.content)
    weights = {lemma: log((len(places) + 1) / count) for lemma, count in counts.items()}
    chapters = Counter(place.chapter for place in places if place.bearers)
    foremost = sorted(borne, key=lambda bearers: (-len(borne[bearers]), bearers))[:_FOREMOST]
    clauses = {bearers: tuple(found) for bearers, found in borne.items()}
    return Setting(places, clauses, tuple(foremost), chapters, weights)


def _place(unit: Unit, judged: Judged | None, parents: Mapping[str, tuple[Node, int]]) -> Place:
    acts = judged is not None and (judged.kind in NORMS or judged.kind is Kind.ROLE)
    tokens = unit.clause.tokens
    return Place(
        unit=unit,
        bearers=judged.bearers if judged is not None and acts else (),
        headings=_headings(unit.node, parents),
        content=frozenset(t.lemma for t in tokens if t.pos in _CONTENT and len(t.lemma) >= _SHORTEST),
    )


def _headings(node: Node, parents: Mapping[str, tuple[Node, int]]) -> tuple[str, ...]:
    found = []
    while node.eid in parents:
        node, _ = parents[node.eid]
        if node.kind in HEADED:
            found.append(node.eid)
    return tuple(found)
