"""Condition, decision rule, strength and counterparties of a clause, by patterns in ``data/slots.toml``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ingest.model.statements import Counterparty, DecisionRule, Involvement, Strength
from ingest.packaged import read_toml
from ingest.understand.actors.index import Mention
from ingest.understand.guarded import Guarded, guarded


@dataclass(frozen=True, slots=True)
class SlotPattern:
    """A pattern with its id, the value it gives (empty for a condition) and its example."""

    id: str
    value: str
    expression: Guarded
    example: str
    finds: str


@cache
def slot_patterns(slot: str) -> tuple[SlotPattern, ...]:
    """The patterns of ``condition``, ``decision_rule``, ``strength`` or ``involvement`` in their order."""
    raw = read_toml("ingest.understand", "data/slots.toml")
    value = {"decision_rule": "rule", "strength": "strength", "involvement": "part"}.get(slot, "")
    return tuple(
        SlotPattern(p["id"], p.get(value, ""), guarded(p["expression"]), p["example"], p.get("finds", ""))
        for p in raw[slot]
    )


def _first(slot: str, text: str) -> SlotPattern | None:
    """The first pattern of a slot that fits ``text``."""
    lowered = text.lower()
    return next((pattern for pattern in slot_patterns(slot) if pattern.expression.search(lowered)), None)


def find_condition(text: str) -> str | None:
    """The condition or exception that a clause states, in its own words; None when it states none."""
    lowered = text.lower()
    for pattern in slot_patterns("condition"):
        match = pattern.expression.search(lowered)
        if match:
            return text[match.start() : match.end()].strip().rstrip(".")
    return None


def find_decision_rule(text: str) -> DecisionRule | None:
    """How the clause says a decision is reached; None when it does not."""
    hit = _first("decision_rule", text)
    return DecisionRule(hit.value) if hit else None


def find_strength(text: str) -> Strength | None:
    """How far the duty goes by its own words; None when they do not say."""
    hit = _first("strength", text)
    return Strength(hit.value) if hit else None


def find_counterparties(text: str, mentions: Sequence[Mention], bearers: Sequence[str]) -> tuple[Counterparty, ...]:
    """The other actors in a clause with their part in it, each once, in the order of the text."""
    found: dict[str, Involvement] = {}
    part = Involvement.CONCERNS
    for index, mention in enumerate(mentions):
        chained = index > 0 and re.fullmatch(
            r"[\s,]*(?:en|of|,)?\s*(?:de|het)?\s*", text[mentions[index - 1].end : mention.start]
        )
        if not chained:
            hit = _first("involvement", text[: mention.start])
            part = Involvement(hit.value) if hit else Involvement.CONCERNS
        if mention.actor.key not in bearers:
            found.setdefault(mention.actor.key, part)
    return tuple(Counterparty(actor, part) for actor, part in found.items())
