"""Making the index of a generation, with the vectors of the one before where nothing changed."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import Any

from ingest.encoding import Encoder, passage
from ingest.index.entries import Entry
from ingest.index.lance import ClauseTable, Row
from ingest.index.reader import CLAUSES, COUNTS, FORMAT, Index
from ingest.index.words import Analyser, count_words, spaced

_STAGED = "staged"
_AT_ONCE = 8192


class IndexWriter:
    """Writes the index into ``folder``. ``earlier`` is the index of the generation before, if it can be used:
    a clause that it holds with the same words in the same place is not embedded again.

    Call ``add`` with each agreement's entries, or ``keep`` for one that did not change, then ``finish`` once.
    """

    def __init__(self, folder: Path, encoder: Encoder, earlier: Index | None = None) -> None:
        self._folder, self._encoder, self._earlier = folder, encoder, earlier
        folder.mkdir(parents=True, exist_ok=True)
        self._staged = ClauseTable.create(folder, _STAGED, encoder.dimension, staged=True)
        self._waiting: list[dict[str, Any]] = []
        self.embedded = 0

    def add(self, entries: Sequence[Entry]) -> None:
        """Put the entries of one agreement into the index."""
        known = self._known({entry.document for entry in entries})
        for entry in entries:
            passage = passage_of(entry)
            digest = sha256(passage.encode()).hexdigest()[:32]
            self._waiting.append({**asdict(entry), "digest": digest, "passage": passage, "vector": known.get(digest)})
        if len(self._waiting) >= _AT_ONCE:
            self._flush()

    def keep(self, document: str) -> None:
        """Take over an agreement from the earlier index as it is."""
        if self._earlier is not None:
            self._flush()
            self._staged.add(self._earlier.rows_of(document))

    def finish(self) -> int:
        """Make everything findable, and give back how many entries there are."""
        self._flush()
        words: Counter[str] = Counter()
        for rows in self._staged.batches(["words", "context"]):
            words.update(count_words(text for row in rows for text in (row["words"], row["context"])))
        analyser = Analyser.of_words(words)
        terms: Counter[str] = Counter()
        clauses = ClauseTable.create(self._folder, CLAUSES, self._encoder.dimension, staged=False)
        clauses.add(_with_terms(rows, analyser, terms) for rows in self._staged.batches())
        counts = json.dumps(
            {"format": FORMAT, "stems": analyser.stems, "terms": terms}, ensure_ascii=False, sort_keys=True
        )
        (self._folder / COUNTS).write_text(counts, encoding="utf-8")
        clauses.finish()
        ClauseTable.drop(self._folder, _STAGED)
        return len(clauses)

    def _known(self, documents: Iterable[str]) -> Mapping[str, Sequence[float]]:
        if self._earlier is None:
            return {}
        return {digest: vector for document in documents for digest, vector in self._earlier.vectors_of(document)}

    def _flush(self) -> None:
        rows, self._waiting = self._waiting, []
        new = [row for row in rows if row["vector"] is None]
        self.embedded += len(new)
        for row, vector in zip(new, self._encoder.encode([row["passage"] for row in new]), strict=True):
            row["vector"] = vector
        self._staged.add([[{name: value for name, value in row.items() if name != "passage"} for row in rows]])


def passage_of(entry: Entry) -> str:
    """What of an entry is embedded: its words after the nearest thing that stands above them."""
    return passage(entry.words, entry.context.splitlines()[-1:])


def _with_terms(rows: Iterable[Row], analyser: Analyser, terms: Counter[str]) -> list[Row]:
    """``rows`` with the terms by which they are found; ``terms`` counts in how many rows each stands."""
    made: list[Row] = []
    for row in rows:
        own = analyser.terms(row["words"])
        terms.update(set(own))
        made.append(
            {
                **row,
                "word_terms": " ".join(own),
                "context_terms": " ".join(analyser.terms(row["context"])),
                "title_terms": " ".join(analyser.terms(row["title"])),
                "spaced": spaced(row["words"]),
            }
        )
    return made
