"""Agreements as material: each clause with its surroundings and, where there are labels, the kind that it has."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ingest.manifest import entry_of
from ingest.model.agreement import AgreementKind
from ingest.model.statements import Kind
from ingest.model.text import Span
from ingest.read import read_source
from ingest.structure import structure
from ingest.understand import join, mine_agreement
from ingest.understand.agreement import read_units
from ingest.understand.classifier.passages import Passage
from ingest.understand.statements import evidence_span, states
from ingest.understand.surroundings import passages
from ingest.understand.units import Unit

_SAME = 0.5
_APART = 0.1
_MARGIN = 5
_UNSURE = 0.4


@dataclass(frozen=True, slots=True)
class Example:
    """A passage of ``document`` with its kind (None: it states nothing) and how much it counts, from 0 to 1."""

    document: str
    passage: Passage
    kind: Kind | None
    weight: float


def read_examples(texts: Path, labels: Path) -> Iterator[Example]:
    """The examples of the agreements in the folder ``texts`` that the JSON Lines file ``labels`` has labels for.

    A label is an object with the ``document`` (the name of a file without its ending), the ``span`` as its first and
    last position in code points, the ``kind``, and whether it is ``sure``. A clause has the kind of the label with
    which it has at least half of their joint stretch in common; it states nothing where it has hardly anything in
    common with any; what lies between is left out.
    """
    of_document: Mapping[str, list[Mapping[str, Any]]] = defaultdict(list)
    for line in labels.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        of_document[record["document"]].append(record)
    for path in sorted(texts.iterdir()):
        if path.stem in of_document:
            yield from _examples(path, of_document[path.stem])


def read_passages(paths: Iterable[Path]) -> Iterator[Passage]:
    """The clauses of texts without labels, each text read alone."""
    for path in paths:
        _, clauses = _clauses(path)
        yield from (passage for unit, passage in clauses if states(unit))


def _examples(path: Path, labels: Sequence[Mapping[str, Any]]) -> Iterator[Example]:
    text, clauses = _clauses(path)
    spans = [(Span(*label["span"]), label) for label in labels]
    first, last = min(span.start for span, _ in spans), max(span.end for span, _ in spans)
    for unit, passage in clauses:
        span = evidence_span(unit.clause.mapped, text)
        if not states(unit) or span.start < first - _MARGIN or span.end > last + _MARGIN:
            continue
        common, label = max(((_common(span, other), label) for other, label in spans), key=lambda pair: pair[0])
        if common >= _SAME:
            yield Example(path.stem, passage, Kind(str(label["kind"])), 1.0 if label["sure"] else _UNSURE)
        elif common <= _APART:
            yield Example(path.stem, passage, None, 1.0)


def _clauses(path: Path) -> tuple[str, list[tuple[Unit, Passage]]]:
    """The text in a file, and its clauses with their surroundings."""
    entry = entry_of(path)
    source = read_source(entry)
    tree = structure(source)
    units = read_units(entry, tree, join([mine_agreement(entry, tree)]))
    around = passages(units, tree, evaluation=entry.kind is AgreementKind.EVALUATION)
    return source.text, list(zip(units, around, strict=True))


def _common(one: Span, other: Span) -> float:
    """The share of their joint stretch that two spans have in common."""
    common = min(one.end, other.end) - max(one.start, other.start)
    return common / (max(one.end, other.end) - min(one.start, other.start)) if common > 0 else 0.0
