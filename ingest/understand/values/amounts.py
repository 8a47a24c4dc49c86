"""Money and percentages in a clause."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from ingest.model.statements import Amount, AmountUnit
from ingest.model.text import MappedText
from ingest.packaged import read_toml
from ingest.understand.alternation import alternatives
from ingest.understand.guarded import Guarded, guarded
from ingest.understand.values.numbers import CARDINAL, FIGURES, HALF, number

_TABLE = read_toml(__package__, "amounts.toml")
_SCALES: dict[str, int] = _TABLE["scales"]
_TOTALS = frozenset(_TABLE["totals"]["labels"])
_NO_SUBJECT = re.compile(_TABLE["no_subject"]["words"], re.IGNORECASE)
_PARTS = {
    "{figures}": rf"(?:\d+\.\d{{1,2}}(?![\d.])|{FIGURES})",
    "{number}": rf"(?:\d+\.\d{{1,2}}(?![\d.])|{FIGURES}|\b(?:{HALF}|{CARDINAL})(?!\w))",
    "{scale}": rf"(?:{alternatives(_SCALES)})",
}


@dataclass(frozen=True, slots=True)
class AmountForm:
    """One way to write an amount."""

    id: str
    unit: AmountUnit
    pattern: Guarded
    example: str
    expect: str


@dataclass(frozen=True, slots=True)
class SubjectForm:
    """One way to say what an amount is of."""

    id: str
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    example: str
    expect: str

    def subject(self, before: str, after: str) -> str | None:
        """The subject that this form finds in the text before or after the amount."""
        found = self.before.search(before) if self.before else self.after.match(after) if self.after else None
        return found["what"] if found and not _NO_SUBJECT.match(found["what"]) else None


def _form(table: dict[str, Any]) -> AmountForm:
    text = table["pattern"]
    for name, part in _PARTS.items():
        text = text.replace(name, part)
    text = text.replace(" ?", r"\s*").replace(" ", r"\s+")
    pattern = guarded(text, re.IGNORECASE)
    return AmountForm(table["id"], AmountUnit(table["unit"]), pattern, table["example"], table["expect"])


def _subject(table: dict[str, Any]) -> SubjectForm:
    before, after = (re.compile(table[side]) if side in table else None for side in ("before", "after"))
    return SubjectForm(table["id"], before, after, table["example"], table["expect"])


FORMS = tuple(_form(table) for table in _TABLE["form"])
"""The ways to write an amount, in the order of the file."""

SUBJECTS = tuple(_subject(table) for table in _TABLE["subject"])
"""The ways to say what an amount is of, the surest first."""


def find_amounts(clause: MappedText) -> tuple[Amount, ...]:
    """Every amount of money and percentage in ``clause``, in text order, each with what it is of where the clause says
    so. A range gives both its ends.
    """
    text = clause.text
    matches = sorted(
        ((match, form) for form in FORMS for match in form.pattern.finditer(text)),
        key=lambda entry: (entry[0].start(), -entry[0].end()),
    )
    out: list[Amount] = []
    last_end, last_subject = 0, None
    for match, form in matches:
        if match.start() < last_end:
            continue
        follows = bool(out) and not text[last_end : match.start()].strip(" \t|(=")
        subject = _find_subject(text[last_end : match.start()], text[match.end() :])
        last_subject = subject or (last_subject if follows else None)
        out += _amounts(clause, match, form, last_subject)
        last_end = match.end()
    return tuple(out)


def _amounts(clause: MappedText, match: re.Match[str], form: AmountForm, subject: str | None) -> list[Amount]:
    parts = match.groupdict()
    scale = parts.get("scale")
    factor = _SCALES[scale.lower()] if scale else 1
    end = len(match[0].rstrip()) + match.start()
    surface, span = clause.text[match.start() : end], clause.span(match.start(), end)
    values = [part for part in (parts.get("low"), parts.get("from"), match["value"]) if part]
    return [Amount(_whole(number(value) * factor), form.unit, surface, span, subject) for value in values]


def _whole(value: Decimal) -> Decimal:
    """``value`` without decimals that are all nought."""
    return value.to_integral_value() if value == value.to_integral_value() else value


def _find_subject(before: str, after: str) -> str | None:
    found = (form.subject(before, after) for form in SUBJECTS)
    return next((subject for subject in found if subject), None)


def distribution_sum(amounts: Iterable[Amount]) -> Decimal | None:
    """The sum of the percentages in ``amounts`` that are shares, which a distribution key must bring to 100. A stated
    total is left out, and so is a range. None where there are fewer than two shares.
    """
    amounts = tuple(amounts)
    spans = Counter(amount.span for amount in amounts)
    shares = [
        amount.value
        for amount in amounts
        if spans[amount.span] == 1
        and amount.unit is AmountUnit.PERCENT
        and not _TOTALS.intersection((amount.subject or "").lower().split())
    ]
    return sum(shares, Decimal(0)) if len(shares) > 1 else None
