"""What surrounds a clause: the heading above it, the item it hangs under, the row of the table it stands in."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.model.tree import HEADED, Node, NodeKind

_LISTS = (NodeKind.LIST, NodeKind.TABLE)


@dataclass(frozen=True, slots=True)
class Place:
    """``heading`` is the nearest heading, ``lead`` the words of the item or member that a node hangs under, ``row`` the
    first cell of its row; ``group`` is the eId of its list or table, ``chapter`` of the outermost numbered division but
    one, ``table`` of the table or the division around it.
    """

    heading: str = ""
    lead: str = ""
    row: str = ""
    group: str = ""
    parent: str = ""


def places(tree: Node) -> dict[str, Place]:
    """The place of every node of ``tree``, by eId."""
    found: dict[str, Place] = {}

    def visit(node: Node, place: Place) -> None:
        found[node.eid] = place
        for child in node.children:
            visit(child, _below(node, child, place))

    visit(tree, Place())
    return found


def _below(node: Node, child: Node, place: Place) -> Place:
    heading, lead, row, group = place.heading, place.lead, place.row, place.group
    if node.kind in HEADED:
        heading, lead, row, group = node.text.text, "", "", ""
    elif node.kind in (NodeKind.ITEM, NodeKind.PARAGRAPH, NodeKind.BLOCK) and node.text:
        lead = node.text.text
    elif node.kind is NodeKind.ROW and not node.header and child is not node.children[0]:
        row = node.children[0].words()
    if node.kind in _LISTS:
        group = node.eid
    return Place(heading, lead, row, group, node.eid)
