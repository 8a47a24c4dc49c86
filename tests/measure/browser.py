"""One HTML page that shows labelled texts with every difference between labels and predictions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from labelled import Statement
from scoring import Comparison

from api.pages.labels import kind_label

FAULTS: Mapping[str, tuple[str, str]] = {
    "missed": ("−", "gemist"),
    "extra": ("+", "te veel"),
    "kind": ("≠", "andere soort"),
    "bearer": ("¤", "andere drager"),
    "deadline": ("◷", "andere termijn"),
    "right": ("✓", "goed"),
    "unsure": ("~", "telt niet mee"),
}
"""What can be the matter with a statement: its sign and its Dutch name, the heaviest first."""
_FIRST_WORDS = 12


@dataclass(frozen=True, slots=True)
class Slot:
    """One slot of a label and of a prediction."""

    name: str
    labelled: str
    predicted: str
    differs: bool


@dataclass(frozen=True, slots=True)
class Case:
    """A label, a prediction, or both that go together, with what is the matter with them."""

    faults: tuple[str, ...]
    label: Statement | None
    prediction: Statement | None
    name: str = ""

    @property
    def marked(self) -> Statement:
        """The one whose words are marked in the text."""
        found = self.label or self.prediction
        assert found is not None
        return found

    @property
    def words(self) -> str:
        """The first words, to know it by."""
        words = self.marked.text.split()
        return " ".join(words[:_FIRST_WORDS]) + (" …" if len(words) > _FIRST_WORDS else "")

    @property
    def slots(self) -> list[Slot]:
        """The slots that either of the two has."""
        filled = [
            (name, *(getter(one) if one else "" for one in (self.label, self.prediction)))
            for name, getter in _SLOTS.items()
        ]
        both = self.label is not None and self.prediction is not None
        return [Slot(name, a, b, both and self._differs(name, a, b)) for name, a, b in filled if a or b]

    def _differs(self, name: str, labelled: str, predicted: str) -> bool:
        assert self.label is not None
        assert self.prediction is not None
        return self.label.keys != self.prediction.keys if name == "Drager" else labelled != predicted


_SLOTS = {
    "Soort": lambda one: kind_label(one.kind, "nl"),
    "Drager": lambda one: ", ".join(one.bearers),
    "Tegenpartij": lambda one: ", ".join(one.counterparties),
    "Termijn": lambda one: one.deadline or "",
    "Voorwaarde": lambda one: " ".join((one.condition or "").split()),
    "Plaats": lambda one: f"{one.start}–{one.end}",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of the text with the cases that mark them, and those whose words begin here."""

    text: str
    cases: tuple[Case, ...]
    opens: tuple[Case, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words without a break between their cases, and those cases; none for words that nothing marks."""

    pieces: tuple[Piece, ...]
    cases: tuple[Case, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A labelled document as the page shows it; ``left_out`` are characters outside the labelled stretch."""

    name: str
    anchor: str
    stretches: tuple[Stretch, ...]
    cases: tuple[Case, ...]
    left_out: int

    def with_fault(self, fault: str) -> list[Case]:
        """Its cases with this fault."""
        return [case for case in self.cases if fault in case.faults]


def page(compared: Iterable[tuple[Comparison, Mapping[str, str]]]) -> str:
    """The page for comparisons, each with the texts of its documents by id."""
    documents = [
        _document(name, f"d{number}", cases, text)
        for number, (name, cases, text) in enumerate(_by_document(compared), start=1)
    ]
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("browser.html").render(documents=documents, faults=FAULTS)


def faults_of(prediction: Statement, label: Statement) -> tuple[str, ...]:
    """What is the matter with a prediction that goes with a label; ``right`` when nothing is."""
    found = {
        "kind": prediction.kind != label.kind,
        "bearer": label.norm and prediction.keys != label.keys,
        "deadline": prediction.deadline != label.deadline,
    }
    return tuple(fault for fault, there in found.items() if there) or ("right",)


def _by_document(
    compared: Iterable[tuple[Comparison, Mapping[str, str]]],
) -> Iterator[tuple[str, list[Case], str]]:
    for one, texts in compared:
        found = [
            *(Case(faults_of(prediction, label), label, prediction) for prediction, label in one.pairs),
            *(Case(("missed",), label, None) for label in one.missed),
            *(Case(("extra",), None, prediction) for prediction in one.extra),
            *(Case(("unsure",), label, None) for label in one.unsure),
        ]
        for name, text in texts.items():
            yield name, [case for case in found if case.marked.document == name], text


def _document(name: str, anchor: str, found: Iterable[Case], text: str) -> Document:
    ordered = sorted(found, key=lambda case: (case.marked.start, case.marked.end))
    cases = [replace(case, name=f"{anchor}-{turn}") for turn, case in enumerate(ordered, start=1)]
    if not cases:
        return Document(name, anchor, (), (), len(text))
    first = text.rfind("\n", 0, cases[0].marked.start) + 1
    last = max(case.marked.end for case in cases)
    return Document(name, anchor, tuple(_stretches(cases, text, first)), tuple(cases), len(text) - (last - first))


def _stretches(cases: Sequence[Case], text: str, start: int) -> Iterator[Stretch]:
    groups: list[list[Case]] = []
    reached = -1
    for case in cases:
        if case.marked.start >= reached:
            groups.append([])
        groups[-1].append(case)
        reached = max(reached, case.marked.end)
    for group in groups:
        begin, end = group[0].marked.start, max(case.marked.end for case in group)
        if text[start:begin].strip():
            yield Stretch((Piece(_without_gaps(text[start:begin]), (), ()),))
        yield Stretch(tuple(_pieces(group, text)), tuple(group))
        start = end


def _pieces(group: Sequence[Case], text: str) -> Iterator[Piece]:
    edges = sorted({edge for case in group for edge in (case.marked.start, case.marked.end)})
    for begin, end in pairwise(edges):
        over = tuple(case for case in group if case.marked.start <= begin and end <= case.marked.end)
        opens = tuple(case for case in over if case.marked.start == begin)
        yield Piece(_without_gaps(text[begin:end]), over, opens)


def _without_gaps(text: str) -> str:
    """The words without empty lines, which many sources have between every two lines."""
    return re.sub(r"[ \t]*(?:\r?\n[ \t\f]*)+", "\n", text)
