"""What a search is narrowed by, and how the index is told so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ingest.index.words import spaced


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """Conditions that must all hold; within one condition any of its values will do.

    ``documents`` are ids, ``actors`` IRIs, ``kinds`` codes of statements. ``since`` and ``until`` bound the days that
    a deadline can denote: what has no day falls outside every period. ``phrases`` must all occur word for word,
    whatever their case and accents.
    """

    documents: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    phrases: tuple[str, ...] = ()

    def sql(self) -> str | None:
        """The conditions as an expression over the columns of the index; None when there are none."""
        return " AND ".join(self._parts()) or None

    def _parts(self) -> Iterator[str]:
        if self.documents:
            yield f"document IN ({_listed(self.documents)})"
        if self.kinds:
            yield f"kind IN ({_listed(self.kinds)})"
        if self.actors:
            yield f"array_has_any(actors, [{_listed(self.actors)}])"
        if self.since:
            yield f"(latest >= '{self.since}' OR (latest IS NULL AND earliest IS NOT NULL))"
        if self.until:
            yield f"(earliest <= '{self.until}' OR (earliest IS NULL AND latest IS NOT NULL))"
        for phrase in self.phrases:
            yield f"contains(spaced, {_quoted(spaced(phrase))})"


def _listed(values: Iterable[str]) -> str:
    return ", ".join(map(_quoted, values))


def _quoted(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"
