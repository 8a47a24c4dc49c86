"""What a reader sees around a clause: the headings and the lead-in above it, and the head of its row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ingest.model.tree import HEADED, Node, NodeKind
from ingest.understand.classifier.passages import Passage
from ingest.understand.units import Unit

_NEAREST = 2
_LONGEST_HEADING = 80
_WITH_WORDS = frozenset({NodeKind.BLOCK, NodeKind.PARAGRAPH, NodeKind.ITEM})
_LED = frozenset({NodeKind.LIST, NodeKind.TABLE})
_ZONES = frozenset({NodeKind.PARTIES, NodeKind.RECITALS, NodeKind.SIGNATURES})
_EVALUATION = "evaluation"

Parents = Mapping[str, tuple[Node, int]]


def passages(units: Iterable[Unit], tree: Node, *, evaluation: bool) -> Iterator[Passage]:
    """Each of the ``units`` of ``tree`` with its surroundings, in their order."""
    parents = tree.parents()
    for unit in units:
        yield _passage(unit, parents, evaluation=evaluation)


def _passage(unit: Unit, parents: Parents, *, evaluation: bool) -> Passage:
    headings, lead, row = [], "", ""
    node = unit.node
    while node.eid in parents:
        parent, turn = parents[node.eid]
        if parent.kind in HEADED and parent.text:
            headings.append(parent.text.text[:_LONGEST_HEADING])
        if not lead:
            lead = _lead(node, parent, turn)
        if not row and parent.kind is NodeKind.ROW and turn:
            row = parent.children[0].words()
        node = parent
    return Passage(
        words=unit.clause.text,
        place=_place(unit, evaluation=evaluation),
        headings=" > ".join(reversed(headings[:_NEAREST])),
        lead=lead,
        row=row,
    )


def _place(unit: Unit, *, evaluation: bool) -> str:
    """The kind of its node, the zone that it stands in, and whether its agreement is an evaluation."""
    zone = [unit.place.value] if unit.place in _ZONES else []
    return " ".join([unit.node.kind.value, *zone, *([_EVALUATION] if evaluation else [])])


def _lead(node: Node, parent: Node, turn: int) -> str:
    """The words that lead in a list, a table or an item at ``turn`` below ``parent``; empty where none do."""
    if node.kind in _LED or (node.kind is NodeKind.ITEM and parent.kind is NodeKind.ITEM):
        if parent.kind in _WITH_WORDS and parent.text:
            return parent.text.text
        earlier = parent.children[:turn] if node.kind in _LED else ()
        return next((one.text.text for one in reversed(earlier) if one.kind in _WITH_WORDS and one.text), "")
    return ""
