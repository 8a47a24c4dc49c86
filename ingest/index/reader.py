"""Asking the index of a generation."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Self

import numpy as np

from ingest.errors import NotBuiltError
from ingest.index.conditions import Conditions
from ingest.index.lance import ClauseTable, Row
from ingest.index.words import Analyser

FOLDER = "index"
"""Where the index stands in a generation."""
CLAUSES = "clauses"
COUNTS = "counts.json"
FORMAT = 1
ANYTHING = Conditions()


@dataclass(frozen=True, slots=True)
class Found:
    """A clause that was found.

    ``statement`` is the IRI of the statement or matrix row that it is, or None; ``traits`` are those of its Entry.
    ``context`` is what stands above it. The terms are those of its words, of its context and of the title of its
    agreement. ``vector`` is what it means, where that was asked for.
    """

    document: str
    section: str
    start: int
    end: int
    text: str
    context: str
    statement: str | None
    kind: str | None
    score: float
    traits: tuple[str, ...]
    word_terms: tuple[str, ...]
    context_terms: tuple[str, ...]
    title_terms: tuple[str, ...]
    vector: Sequence[float] | None = None


class Index:
    """The clauses of a generation, to be found by words and by meaning; any number of threads may ask.

    ``analyser`` makes the terms in which they are compared, ``terms`` says in how many clauses each term stands.
    """

    def __init__(self, table: ClauseTable, counts: Mapping[str, Mapping[str, int]]) -> None:
        self.analyser = Analyser(counts["stems"])
        self.terms = counts["terms"]
        self._table = table

    @classmethod
    def open(cls, folder: Path) -> Self:
        """The index in ``folder``. Raises NotBuiltError when there is none, or one that an older version made."""
        try:
            counts = json.loads((folder / COUNTS).read_text(encoding="utf-8"))
            if counts["format"] != FORMAT:
                raise ValueError(f"format {counts['format']}")
            return cls(ClauseTable.open(folder, CLAUSES), counts)
        except (OSError, ValueError, KeyError) as error:
            raise NotBuiltError(
                "this graph has no search index that can be asked", "build again with `afspraken build`"
            ) from error

    def __len__(self) -> int:
        return len(self._table)

    def lexical(
        self,
        terms: Mapping[str, Mapping[str, float]],
        limit: int,
        where: Conditions = ANYTHING,
        *,
        vectors: bool = False,
    ) -> list[Found]:
        """The clauses that share most with ``terms``, weights of terms by column (see TERMS), best first; with their
        ``vectors`` where these are asked for.
        """
        found = self._table.lexical(terms, limit, where.sql(), vectors=vectors)
        return [_found(row, score) for row, score in found]

    def dense(
        self, vector: np.ndarray, limit: int, where: Conditions = ANYTHING, *, exact: bool = False
    ) -> list[Found]:
        """The clauses that mean most nearly the same, best first; ``exact`` compares with every one."""
        return [_found(row, score) for row, score in self._table.dense(vector, limit, where.sql(), exact=exact)]

    def vectors_of(self, document: str) -> Iterator[tuple[str, Sequence[float]]]:
        """The vectors of an agreement's clauses, by the digest of what was embedded."""
        where = Conditions(documents=(document,)).sql()
        for rows in self._table.batches(["digest", "vector"], where):
            yield from ((row["digest"], row["vector"]) for row in rows)

    def rows_of(self, document: str) -> Iterator[list[Row]]:
        """Everything that is kept of an agreement."""
        return self._table.batches(where=Conditions(documents=(document,)).sql())

    def rows(self) -> Iterator[Row]:
        """Everything that is kept, agreement by agreement."""
        return chain.from_iterable(self._table.batches())


def _found(row: Row, score: float) -> Found:
    return Found(
        document=row["document"],
        section=row["section"],
        start=row["start"],
        end=row["end"],
        text=row["text"],
        context=row["context"],
        statement=row["statement"],
        kind=row["kind"],
        score=score,
        traits=tuple(row["traits"] or ()),
        word_terms=tuple(row["word_terms"].split()),
        context_terms=tuple(row["context_terms"].split()),
        title_terms=tuple(row["title_terms"].split()),
        vector=row.get("vector"),
    )
