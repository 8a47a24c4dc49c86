"""Puts the head that conjuncts share into the conjunct where it is printed."""

from __future__ import annotations

from dataclasses import replace

from ingest.language.training.alpino import Node


def with_heads_in_order(top: Node) -> Node:
    """Give the tree with every shared head moved to the conjunct it stands in.

    In "de Amerikaanse en Pakistaanse dienst" Alpino may hold "dienst" in the first conjunct and a trace in the second,
    though the word is printed in the second; a conjunction would then point backwards.
    """
    moves = dict(_moves(top))
    return _moved(top, moves) if moves else top


def _moves(top: Node) -> list[tuple[Node, Node]]:
    """Pair each misplaced head with the trace it should change places with, both ways."""
    pairs: list[tuple[Node, Node]] = []
    for conjunction in top.descendants():
        if conjunction.category != "conj":
            continue
        conjuncts = [child for child in conjunction.children if child.relation == "cnj"]
        for first in conjuncts:
            for full in _heads(first):
                start = min((word.begin for word in full.words()), default=-1)
                for other in conjuncts:
                    trace = next((node for node in _traces(other) if node.index == full.index), None)
                    if other is not first and trace is not None and _ends_at(other, start):
                        pairs += [(full, trace), (trace, full)]
    return pairs


def _heads(conjunct: Node) -> list[Node]:
    return [node for node in conjunct.descendants() if node.relation == "hd" and node.index and not node.is_trace]


def _traces(conjunct: Node) -> list[Node]:
    return [node for node in conjunct.descendants() if node.relation == "hd" and node.is_trace]


def _ends_at(conjunct: Node, position: int) -> bool:
    return any(word.begin + 1 == position for word in conjunct.words())


def _moved(node: Node, moves: dict[Node, Node]) -> Node:
    source = moves.get(node, node)
    if source is not node:
        return replace(source, relation=node.relation)
    return replace(node, children=tuple(_moved(child, moves) for child in node.children)) if node.children else node
