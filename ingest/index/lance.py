"""Clauses in LanceDB. No other module knows which library keeps the index."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Self

import numpy as np
import pyarrow as pa

os.environ.setdefault("LANCEDB_LOG", "error")

import lancedb
from lancedb.index import FTS, IvfHnswSq
from lancedb.query import BooleanQuery, MatchQuery, Occur

Row = Mapping[str, Any]

TERMS = ("word_terms", "context_terms", "title_terms")
"""The columns that hold terms with one space between: of the clause, of what stands above it, of its agreement."""
_TEXTS = ("document", "section", "text", "words", "context", "title", "statement", "kind", "earliest", "latest")
_SHOWN = ("document", "section", "start", "end", "text", "context", "statement", "kind", "traits", *TERMS)
_EXACT_UP_TO = 50_000
_BATCH = 4096
_PROBES = 24
_REFINED = 2
_NEAREST = 100


def _staged(dimension: int) -> pa.Schema:
    return pa.schema(
        [
            *((name, pa.string()) for name in _TEXTS),
            ("start", pa.int64()),
            ("end", pa.int64()),
            ("actors", pa.list_(pa.string())),
            ("traits", pa.list_(pa.string())),
            ("digest", pa.string()),
            ("vector", pa.list_(pa.float32(), dimension)),
        ]
    )


def _finished(dimension: int) -> pa.Schema:
    schema = _staged(dimension)
    for name in (*TERMS, "spaced"):
        schema = schema.append(pa.field(name, pa.string()))
    return schema


class ClauseTable:
    """A table of clauses in a folder: written once, then only read."""

    def __init__(self, table: lancedb.table.Table) -> None:
        self._table = table

    @classmethod
    def open(cls, folder: Path, name: str) -> Self:
        """The table called ``name``. Raises ValueError or OSError when there is none."""
        return cls(lancedb.connect(folder).open_table(name))

    @classmethod
    def create(cls, folder: Path, name: str, dimension: int, *, staged: bool) -> Self:
        """An empty table; one that is ``staged`` has no terms yet."""
        schema = _staged(dimension) if staged else _finished(dimension)
        return cls(lancedb.connect(folder).create_table(name, schema=schema, mode="overwrite"))

    @staticmethod
    def drop(folder: Path, name: str) -> None:
        """Take a table away."""
        lancedb.connect(folder).drop_table(name, ignore_missing=True)

    def __len__(self) -> int:
        return int(self._table.count_rows())

    def add(self, batches: Iterable[Sequence[Row]]) -> None:
        """Append rows, a batch at a time."""
        schema = self._table.schema
        for rows in batches:
            if rows:
                self._table.add(pa.Table.from_pylist([dict(row) for row in rows], schema=schema))

    def batches(self, columns: Sequence[str] | None = None, where: str | None = None) -> Iterator[list[Row]]:
        """All rows, or those that meet ``where``, a batch at a time."""
        query = self._table.search()
        if where is not None:
            query = query.where(where)
        if columns is not None:
            query = query.select(list(columns))
        for batch in query.to_batches(_BATCH):
            yield batch.to_pylist()

    def finish(self) -> None:
        """Make the indexes by which rows are found. Up to some ten thousands vectors are compared one by one."""
        for column in TERMS:
            self._table.create_index(
                column,
                config=FTS(
                    base_tokenizer="whitespace",
                    stem=False,
                    remove_stop_words=False,
                    lower_case=False,
                    ascii_folding=False,
                ),
            )
        if len(self) > _EXACT_UP_TO:
            self._table.create_index("vector", config=IvfHnswSq(distance_type="dot"))

    def lexical(
        self,
        terms: Mapping[str, Mapping[str, float]],
        limit: int,
        where: str | None = None,
        *,
        vectors: bool = False,
    ) -> list[tuple[Row, float]]:
        """The rows that have most of ``terms`` (by column, each with its weight), best first, with BM25 scores.

        With ``vectors`` the rows hold these too.
        """
        parts = []
        for column, weights in terms.items():
            alike: defaultdict[float, list[str]] = defaultdict(list)
            for term, weight in weights.items():
                alike[weight].append(term)
            parts += [(Occur.SHOULD, MatchQuery(" ".join(same), column, boost=by)) for by, same in alike.items()]
        if not parts:
            return []
        shown = [*_SHOWN, "_score", *(["vector"] if vectors else [])]
        query = self._table.search(BooleanQuery(parts), query_type="fts").select(shown).limit(limit)
        if where is not None:
            query = query.where(where, prefilter=True)
        return [(row, row["_score"]) for row in query.to_list()]

    def dense(
        self, vector: np.ndarray, limit: int, where: str | None = None, *, exact: bool = False
    ) -> list[tuple[Row, float]]:
        """The rows whose vectors are nearest, best first, with their cosine; ``exact`` compares with every row.

        Where there is an index of vectors, the nearest hundred by rough vectors are compared exactly even if fewer are
        wanted: that is what makes the first ten right.
        """
        query = (
            self._table.search(vector, query_type="vector", vector_column_name="vector")
            .distance_type("dot")
            .select([*_SHOWN, "_distance"])
            .limit(limit if exact else max(limit, _NEAREST))
        )
        query = query.bypass_vector_index() if exact else query.nprobes(_PROBES).refine_factor(_REFINED)
        if where is not None:
            query = query.where(where, prefilter=True)
        return [(row, 1 - row["_distance"]) for row in query.to_list()[:limit]]
