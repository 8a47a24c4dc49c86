"""Responsibility matrices (RASCI): tables whose cells hold nothing but its letters."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import takewhile

from ingest.model.statements import Assignment, RaciLetter, Responsibility
from ingest.model.tree import Node, NodeKind
from ingest.understand.actors.join import ActorRegistry
from ingest.understand.names import slug

_CELL = re.compile(r"^\s*(?:[RASCI](?:\s*[/,&+]?\s*[RASCI])*)?\s*$")
_LEAST_FILLED = 0.6
_RULE = "raci.matrix"


def is_responsibility_matrix(table: Node) -> bool:
    """Whether all cells but those of the first column and the header are RASCI letters, and most are filled."""
    cells = [cell for row in _body(table) for cell in row.children[1:]]
    filled = [words for cell in cells if (words := cell.words())]
    return (
        bool(filled)
        and len(filled) >= _LEAST_FILLED * len(cells)
        and all(_CELL.match(words) for words in filled)
        and any(row.header for row in table.children)
    )


def party_columns(table: Node) -> tuple[str, ...]:
    """The parties that head the columns of a matrix, without the words that all headers begin or end with."""
    header = next(row for row in table.children if row.header)
    names = [cell.words() for cell in header.children[1:]]
    if len(names) < 2:
        return tuple(names)
    columns = list(zip(*(name.split() for name in names), strict=False))
    shared = len(list(takewhile(lambda words: len(set(words)) == 1, columns)))
    return tuple(" ".join(name.split()[shared:]) or name for name in names)


def responsibilities(
    tables: Sequence[Node], document: str, sections: Mapping[str, str], registry: ActorRegistry
) -> tuple[Responsibility, ...]:
    """Every row of every matrix, in order. ``sections`` gives a node's place for a reader by eId."""
    rows = []
    for table in tables:
        columns = [_actor(name, document, registry) for name in party_columns(table)]
        for row in _body(table):
            first = row.children[0]
            if not first.words():
                continue
            cells = [*row.children[1:], *[None] * len(columns)]
            letters = [_letters(cell.words()) if cell is not None else () for cell in cells[: len(columns)]]
            rows.append(
                Responsibility(
                    document=document,
                    section=sections.get(table.eid, ""),
                    node=row.eid,
                    activity=" ".join(filter(None, (first.number, first.words()))),
                    span=first.span,
                    assignments=tuple(Assignment(a, found) for a, found in zip(columns, letters, strict=True)),
                    rule=_RULE,
                    confidence=0.98,
                )
            )
    return tuple(rows)


def matrices(tree: Node) -> list[Node]:
    """The responsibility matrices of a tree."""
    return [node for node in tree.walk() if node.kind is NodeKind.TABLE and is_responsibility_matrix(node)]


def matrix_places(tree: Node, sections: Mapping[str, str]) -> dict[str, str]:
    """The place of every table by eId: the nearest numbered division above it, else the nearest division."""
    places: dict[str, str] = {}

    def visit(node: Node, place: str, numbered: bool) -> None:
        for child in node.children:
            if child.kind is NodeKind.TABLE:
                places[child.eid] = place
            elif child.kind in (NodeKind.DIVISION, NodeKind.ARTICLE) and (child.number or not numbered):
                visit(child, sections.get(child.eid, place), bool(child.number))
            else:
                visit(child, place, numbered)

    visit(tree, "", numbered=False)
    return places


def _body(table: Node) -> list[Node]:
    return [row for row in table.children if row.kind is NodeKind.ROW and not row.header and len(row.children) > 1]


def _letters(words: str) -> tuple[RaciLetter, ...]:
    return tuple(RaciLetter(letter) for letter in re.findall(r"[RASCI]", words))


def _actor(name: str, document: str, registry: ActorRegistry) -> str:
    actor = registry.resolve(name, document)
    return actor.key if actor else slug(name)
