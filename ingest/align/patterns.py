"""Comparable slots that clauses state in fixed wordings, as the packaged patterns know them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ingest.align.acts import kind_of_product, products_in
from ingest.align.reading import BODIES, Reading
from ingest.align.words import terms
from ingest.model.comparison import Comparable
from ingest.packaged import read_toml
from ingest.understand.guarded import Guarded, guarded

_OWN_STUDY = re.compile(
    r"\b(?:dit\s+onderzoek|deze\s+(?:evaluatie|opdracht)|wij|onze|geïnterviewd\w*|respondenten)\b", re.IGNORECASE
)
_NOT_BORNE = re.compile(r"\bniet[- ]\w+dragend|\bgeen\s+risico", re.IGNORECASE)
_REPRESENTED = 4
_BEFORE, _AFTER = 34, 40
_NEGATION = re.compile(r"\b(?:niet|geen|noch|nooit|nauwelijks)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SlotPattern:
    """One wording of a slot; see the head of the data file for its parts."""

    id: str
    slot: str
    expression: Guarded
    value: str
    key: str
    negated: str | None
    scope: str
    actor: bool
    classes: tuple[tuple[str, re.Pattern[str]], ...]
    example: str


@cache
def slot_patterns() -> tuple[SlotPattern, ...]:
    """The packaged patterns (``data/slots.toml``) in their order."""
    raw = read_toml("ingest.align", "data/slots.toml")
    classes = {
        name: tuple((value, re.compile(expression, re.IGNORECASE)) for value, expression in table.items())
        for name, table in raw["classes"].items()
    }
    return tuple(
        SlotPattern(
            id=row["id"],
            slot=row["slot"],
            expression=guarded(row["expression"], re.IGNORECASE),
            value=row["value"],
            key=row.get("key_group", row["key"]),
            negated=row.get("negated"),
            scope=row.get("scope", "match"),
            actor=row.get("actor", False),
            classes=classes.get(row.get("classes", ""), ()),
            example=row["example"],
        )
        for row in raw["pattern"]
    )


def plain_value(slot: str, words: str) -> str | None:
    """The plainer value that the data give for ``words`` in this slot, if any."""
    classes: dict[str, str] = read_toml("ingest.align", "data/slots.toml")["classes"].get(slot, {})
    plain = words.replace("-", " ").replace("/", " ")
    return next((value for value, expression in classes.items() if re.search(expression, plain, re.IGNORECASE)), None)


def stated_slots(reading: Reading) -> Iterator[Comparable]:
    """The slots that the words of ``reading`` fill, pattern by pattern."""
    for pattern in slot_patterns():
        for match in pattern.expression.finditer(reading.text):
            found = _filled(pattern, match, reading)
            if found is not None:
                yield found


def _filled(pattern: SlotPattern, match: re.Match[str], reading: Reading) -> Comparable | None:
    key = _key(pattern, match, reading)
    value = _value(pattern, match, reading)
    if key is None or value is None:
        return None
    start, end = match.span()
    return Comparable(pattern.slot, key, value, match.group().strip(" ,;:."), reading.span(start, end))


def _key(pattern: SlotPattern, match: re.Match[str], reading: Reading) -> str | None:
    if pattern.key == "body":
        return reading.body()
    if pattern.key == "bearer":
        return next(iter(reading.bearers), None)
    if pattern.key == "what":
        return _thing(match)
    if pattern.key == "finding":
        return "" if reading.finding and not _OWN_STUDY.search(reading.text) else None
    if pattern.key in match.re.groupindex:
        named = _named(match, pattern.key, reading, only_actors=pattern.actor)
        if named and pattern.slot == "audience":
            return " ".join((named, *reading.bearers))
        return named[:_REPRESENTED] if named and pattern.slot == "represented" else named
    return pattern.key


def _value(pattern: SlotPattern, match: re.Match[str], reading: Reading) -> str | None:
    if pattern.value == "bearer":
        return _bearing(pattern, match, reading)
    if pattern.value == "forum":
        return _forum(reading)
    if pattern.value in match.re.groupindex:
        group = pattern.value if match[pattern.value] else f"{pattern.value}2"
        words = match[group] or ""
        plain = next((value for value, expression in pattern.classes if expression.search(words)), None)
        if pattern.slot == "risk":
            return "+".join(sorted(actor.key for actor in reading.actors_in(*match.span(group)))) or None
        named = _named(match, group, reading, only_actors=pattern.actor)
        if plain == "self":
            return next(iter(reading.bearers), plain)
        return f"{plain}:{named}" if plain == "other" else plain or named
    if pattern.negated is not None:
        denied = _denying(pattern.scope, reading.text, match)
        return pattern.negated if _NEGATION.search(denied) else pattern.value
    return pattern.value


def _denying(scope: str, text: str, match: re.Match[str]) -> str:
    """The words among which a denial of ``match`` must stand."""
    if scope == "clause-after":
        return text[match.end() :]
    return _around(text, match) if scope == "clause" else match.group()


def _around(text: str, match: re.Match[str]) -> str:
    """The words of ``match`` with those near enough to deny it."""
    return text[max(0, match.start() - _BEFORE) : match.end() + _AFTER]


def _thing(match: re.Match[str]) -> str | None:
    """The first product that the words name, by its kind."""
    words: str = match["what"] or ("what2" in match.re.groupindex and match["what2"]) or ""
    kinds = (kind_of_product(words[start:end]) for start, end, _ in products_in(words))
    return next((kind for kind in kinds if kind is not None), None)


def _forum(reading: Reading) -> str | None:
    """The bodies that are named with a dispute: where it goes."""
    bodies = sorted({mention.actor.key for mention in reading.mentions if mention.actor.type in BODIES})
    return "+".join(bodies) or None


def _bearing(pattern: SlotPattern, match: re.Match[str], reading: Reading) -> str | None:
    """Who bears the clause, before which stands that they do not bear it where the words say so."""
    denied = pattern.negated is not None and _NOT_BORNE.search(match.group())
    before = {mention.actor.key for mention in reading.mentions if mention.end <= match.start()}
    found = before if denied else reading.bearers or {mention.actor.key for mention in reading.mentions}
    who = "+".join(sorted(found))
    return (f"{pattern.negated}:{who}" if denied else who) or None


def _named(match: re.Match[str], group: str, reading: Reading, *, only_actors: bool) -> str | None:
    if match[group] is None:
        return None
    actor = reading.actor_in(*match.span(group))
    if actor is not None:
        return actor.key
    return None if only_actors else " ".join(terms(match[group])) or None
