"""The figures of an evaluation as plain tables and as JSON values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from reliability import Group, Reliability
from scoring import Comparison, Figures, Rate

_COLUMNS = (
    *("n", "pred", "span P", "R", "F1", "+kind P", "R", "F1", "norms", "bearer", "overlap"),
    *("dated", "time F1", "who-what F1"),
)


@dataclass(frozen=True, slots=True)
class Row:
    """Figures of some statements, by a name."""

    name: str
    figures: Figures


def rows(compared: Comparison) -> list[Row]:
    """The figures of each document, of each kind, and of all together."""
    documents = sorted({label.document for label in compared.labels})
    found = [Row(name, compared.of(lambda s, name=name: s.document == name)) for name in documents]
    kinds = sorted({s.kind for s in (*compared.labels, *compared.predictions)})
    found += [Row(kind, compared.of(lambda s, kind=kind: s.kind == kind)) for kind in kinds]
    return [*found, Row("all", compared.of(lambda _: True))]


def table(found: Sequence[Row]) -> str:
    """Rows as a table in plain text; a share of nothing is a dash."""
    cells = [["", *_COLUMNS], *([row.name, *_cells(row.figures)] for row in found)]
    return _aligned(cells)


def _cells(figures: Figures) -> Iterator[str]:
    yield str(figures.labels)
    yield str(figures.predictions)
    for rate in (figures.span, figures.kind):
        yield from (f"{share:.3f}" for share in (rate.precision, rate.recall, rate.f1))
    yield str(figures.norms)
    yield from (f"{share:.3f}" if figures.norms else "-" for share in (figures.bearer, figures.bearer_overlap))
    yield str(figures.deadlines)
    yield f"{figures.deadline.f1:.3f}" if figures.deadlines else "-"
    yield f"{figures.who_must_what.f1:.3f}" if figures.norms else "-"


def reliability_table(found: Reliability) -> str:
    """The groups by confidence, what is shown and what is proposed, and the two errors."""
    cells = [["confidence", "n", "mean", "right"]]
    cells += [_group_cells(f"{group.low:.1f}-{group.high:.1f}", group) for group in found.groups]
    cells += [_group_cells("shown", found.shown), _group_cells("proposed", found.proposed)]
    return f"{_aligned(cells)}\nexpected calibration error {found.error:.3f}\nbrier score {found.brier:.3f}"


def _group_cells(name: str, group: Group) -> list[str]:
    shares = (f"{group.confidence:.3f}", f"{group.right:.3f}") if group.number else ("-", "-")
    return [name, str(group.number), *shares]


def _aligned(cells: Iterable[Sequence[str]]) -> str:
    cells = list(cells)
    widths = [max(len(row[column]) for row in cells) for column in range(len(cells[0]))]
    return "\n".join(
        "  ".join(cell.rjust(width) if turn else cell.ljust(width) for turn, (cell, width) in enumerate(aligned))
        for aligned in (list(zip(row, widths, strict=True)) for row in cells)
    )


def as_json(found: Iterable[Row], sure: Reliability) -> dict[str, Any]:
    """The same figures as values that JSON can hold."""
    return {"figures": {row.name: _figures_json(row.figures) for row in found}, "reliability": asdict(sure)}


def _figures_json(figures: Figures) -> dict[str, Any]:
    rates = {
        name: {"precision": rate.precision, "recall": rate.recall, "f1": rate.f1}
        for name in Figures.__slots__
        if isinstance(rate := getattr(figures, name), Rate)
    }
    return {**asdict(figures), **rates}
