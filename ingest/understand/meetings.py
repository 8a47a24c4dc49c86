"""The bodies that a table of meetings names: a row for each, with who takes part or how often it meets."""

from __future__ import annotations

import re

from ingest.model.actors import ActorType
from ingest.model.tree import Node, NodeKind
from ingest.understand.actors.lexicon import lexicon
from ingest.understand.columns import column_role

_AFTERTHOUGHT = re.compile(r"\s*[(/].*$")
_MOST_WORDS = 6


def meeting_names(tree: Node) -> list[tuple[str, None]]:
    """The names in the first column of every table of meetings, as a cell and as running text write them."""
    names: list[tuple[str, None]] = []
    for table in tree.walk():
        if table.kind is NodeKind.TABLE and _lists_meetings(table):
            for row in table.children:
                cell = row.children[0] if row.children and not row.header else None
                name = _AFTERTHOUGHT.sub("", cell.text.text).strip() if cell is not None else ""
                if name and len(name.split()) <= _MOST_WORDS and lexicon().type_of(name) is ActorType.BODY:
                    names += [(form, None) for form in dict.fromkeys((name, name[0].lower() + name[1:]))]
    return names


def _lists_meetings(table: Node) -> bool:
    headers = [cell.text.text for row in table.children if row.header for cell in row.children]
    roles = {column_role(header) for header in headers[1:]}
    return bool(headers) and "members" in roles and lexicon().type_of(headers[0]) is ActorType.BODY
