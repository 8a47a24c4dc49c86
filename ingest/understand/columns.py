"""What the columns of a table hold, by their headers (``data/context.toml``)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.model.text import MappedText
from ingest.model.tree import Node, NodeKind
from ingest.packaged import read_toml

_TASKS = frozenset({"activity", "power", "content"})
_TIMES = frozenset({"frequency", "deadline"})
_MARK = re.compile(r"[xX✓✔●•v]")
_AFTERTHOUGHT = re.compile(r"\s*[(,;].*$")
_MOST_WORDS = 5


def column_role(header: str) -> str | None:
    """What a column holds: ``activity``, ``power``, ``actor``, ``members``, ``frequency``, ``deadline``, ``content``
    or None.
    """
    columns: dict[str, list[str]] = read_toml("ingest.understand", "data/context.toml")["columns"]
    key = header.strip().lower().rstrip(":")
    return next((role for role, headers in columns.items() if key in headers), None)


@dataclass(frozen=True, slots=True)
class Columns:
    """The roles of a table's columns, as ``column_role`` gives them, and the words of their ``headers``."""

    roles: tuple[str | None, ...] = ()
    headers: tuple[str, ...] = ()

    @property
    def says_who(self) -> bool:
        """Whether the table has tasks or powers and, in another column, whose they are."""
        return "actor" in self.roles and not _TASKS.isdisjoint(self.roles)

    def bearer(self, cells: Sequence[Node]) -> str:
        """The words that say whose a row is: those below a header such as Wie, else those of the first cell."""
        if not self.says_who:
            return cells[0].words()
        return _AFTERTHOUGHT.sub("", self._words("actor", cells))

    def read(self, cells: Sequence[Node]) -> Iterator[tuple[str | None, Node]]:
        """The cells of a row that may state something, with their roles.

        In a table that says who and what these are the tasks and powers; else all but the first cell.
        """
        if self.says_who:
            yield from ((role, cell) for role, cell in zip(self.roles, cells, strict=False) if role in _TASKS)
        else:
            roles = (*self.roles, *[None] * len(cells))
            yield from zip(roles[1:], cells[1:], strict=False)

    def when(self, cells: Sequence[Node]) -> MappedText | None:
        """The words that say when, in a table that says what."""
        found = (cell.text for role, cell in zip(self.roles, cells, strict=False) if role in _TIMES and cell.words())
        return next(found, None) if not _TASKS.isdisjoint(self.roles) else None

    def marked(self, cells: Sequence[Node]) -> tuple[str, ...]:
        """The headers of the columns in which a row has a mark and no words: whose the task in the first cell is."""
        words = [cell.words() for cell in cells[1:]]
        if not any(words) or not all(_MARK.fullmatch(word) for word in words if word):
            return ()
        return tuple(header for header, word in zip(self.headers[1:], words, strict=False) if word)

    def _words(self, role: str, cells: Sequence[Node]) -> str:
        column = self.roles.index(role)
        return cells[column].words() if column < len(cells) else ""


def columns_of(header: Node) -> Columns:
    """The columns below a header row."""
    headers = tuple(cell.words() for cell in header.children)
    return Columns(tuple(column_role(words) for words in headers), headers)


def named_in_columns(tree: Node) -> Iterator[tuple[str, None]]:
    """The names that stand below a header such as Wie in tables of tasks or powers."""
    for table in tree.walk():
        if table.kind is not NodeKind.TABLE:
            continue
        columns = Columns()
        for row in table.children:
            if row.header:
                columns = columns_of(row)
            elif columns.says_who and row.children:
                name = columns.bearer(row.children).strip()
                if 0 < len(name.split()) <= _MOST_WORDS and not re.search(r"\d|[.:]", name):
                    yield name, None
