"""The inventory of time expressions (times.toml), its macros spelt out and its patterns compiled."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from ingest.model.statements import DeadlineRelation, DeadlineType
from ingest.packaged import read_toml
from ingest.understand.alternation import alternatives
from ingest.understand.guarded import Guarded, guarded
from ingest.understand.values.data import WORDS
from ingest.understand.values.numbers import CARDINAL, HALF, ORDINAL

_TABLE = read_toml(__package__, "times.toml")
_FROM_ATOMS = frozenset(_TABLE["reckoned_from_atoms"])
_LEFT, _RIGHT = r"(?<![\w])", r"(?![\w])"


@dataclass(frozen=True, slots=True)
class AtomRule:
    """How a time by itself is written, the class of its mark, and the reckoning that gives its value."""

    id: str
    mark: str
    make: str
    pattern: Guarded
    example: str
    expect: str


@dataclass(frozen=True, slots=True)
class TimeRule:
    """How words and marks form a time with a relation. ``value`` is set for the reckoning ``fixed``."""

    id: str
    type: DeadlineType
    relation: DeadlineRelation
    make: str
    pattern: Guarded
    rank: int
    event: bool
    value: str
    example: str
    expect: str


@dataclass(frozen=True, slots=True)
class PlaceRule:
    """What stands before and after a time that does not speak of the clause's act, and the rank it then has."""

    id: str
    rank: int
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    not_after: re.Pattern[str] | None
    rules: frozenset[str]
    example: str

    def holds(self, rule: str, before: str, after: str) -> bool:
        """Whether a time read by ``rule`` between the texts ``before`` and ``after`` stands in this place."""
        return (
            (not self.rules or rule in self.rules)
            and (self.before is None or self.before.search(before) is not None)
            and (self.after is None or self.after.match(after) is not None)
            and (self.not_after is None or self.not_after.match(after) is None)
        )


def _classes() -> dict[str, str]:
    """A private-use character for each atom class."""
    names = dict.fromkeys(atom["class"] for atom in _TABLE["atom"])
    return {name: chr(0xE000 + number) for number, name in enumerate(names)}


MARKS = _classes()
"""The mark that stands for an atom of each class in the working copy."""


def _full_months() -> list[str]:
    """The first name of each month in the list, which is the full one."""
    return list({number: name for name, number in reversed(WORDS["months"].items())}.values())


def _macros() -> dict[str, str]:
    macros = {
        "year": r"(?:19|20)\d\d",
        "day": r"(?:3[01]|[12]\d|0?[1-9])",
        "month": rf"(?:{alternatives(WORDS['months'])})",
        "monthname": rf"(?:{alternatives(_full_months())})",
        "season": rf"(?:{alternatives(WORDS['seasons'])})",
        "unit": rf"(?:{alternatives(WORDS['units'])})(?!\w)",
        "adverb": rf"(?:{alternatives(WORDS['adverbs'])})",
        "nth": ORDINAL,
        "number": rf"(?:(?<![\d.,])\d{{1,3}}(?![\d]|[.,]\d)|{CARDINAL})",
        "half": HALF,
    }
    for name, text in _TABLE["macros"].items():
        macros[name] = _expand(text, macros)
    return macros


def _expand(text: str, macros: dict[str, str]) -> str:
    return re.sub(r"\{([a-z]+)\}", lambda found: macros[found[1]], text)


def _marks(name: str) -> str:
    return "".join(MARKS[part] for part in _TABLE["classes"].get(name, [name]))


def _compile(text: str) -> Guarded:
    """A pattern of the inventory as a regular expression; marks are captured as ``mark0``, ``mark1``, …"""
    text = _expand(text, _MACROS)
    count = iter(range(100))
    text = re.sub(r"(?<!\?P)<([a-z]+)>", lambda found: f"(?P<mark{next(count)}>[{_marks(found[1])}])", text)
    text = text.replace(" ", r"\s+").replace(r"\s+?", r"\s*")
    return guarded(f"{_LEFT}(?:{text}){_RIGHT}", re.IGNORECASE)


def _time(table: dict[str, Any]) -> TimeRule:
    pattern = _compile(table["pattern"])
    if table["make"] in _FROM_ATOMS:
        marks = tuple(mark for mark in MARKS.values() if mark in pattern.compiled.pattern)
        pattern = replace(pattern, needs=(marks, *pattern.needs))
    return TimeRule(
        id=table["id"],
        type=DeadlineType(table.get("type", "date")),
        relation=DeadlineRelation(table["relation"]),
        make=table["make"],
        pattern=pattern,
        rank=table["rank"],
        event=table.get("event", False),
        value=table.get("value", ""),
        example=table["example"],
        expect=table["expect"],
    )


def _place(table: dict[str, Any]) -> PlaceRule:
    def side(name: str, form: str) -> re.Pattern[str] | None:
        return re.compile(form.format(table[name]), re.IGNORECASE) if name in table else None

    return PlaceRule(
        table["id"],
        table["rank"],
        side("before", "(?:{})$"),
        side("after", "{}"),
        side("not_after", "{}"),
        frozenset(table.get("in", ())),
        table["example"],
    )


_MACROS = _macros()
ATOMS = tuple(
    AtomRule(a["id"], MARKS[a["class"]], a["make"], _compile(a["pattern"]), a["example"], a["expect"])
    for a in _TABLE["atom"]
)
"""The atoms, in the order of the file."""

TIMES = tuple(_time(table) for table in _TABLE["pattern"])
"""The patterns, in the order of the file."""

UNMARKED = tuple(rule for rule in TIMES if rule.make not in _FROM_ATOMS)
"""Those of them that may match where no time stands by itself."""

PLACES = tuple(_place(table) for table in _TABLE["place"])
"""The places, in the order of the file."""
