"""The parts of an evaluation that its headings tell apart (``data/context.toml``)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from ingest.packaged import read_toml
from ingest.understand.guarded import Guarded, guarded

_NUMBER = re.compile(r"^(?:[\d.]+[.)]? *|[a-z][.)] *)")


class Part(StrEnum):
    """What a chapter of an evaluation holds: others' answer, how it was made, findings, advice, or both of these."""

    RESPONSE = "response"
    METHOD = "method"
    FINDINGS = "findings"
    RECOMMENDATIONS = "recommendations"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class PartRule:
    """A part and the headings that open it."""

    id: str
    part: Part
    expression: Guarded
    example: str


@cache
def part_rules() -> tuple[PartRule, ...]:
    """The packaged rules in their order."""
    rows = read_toml("ingest.understand", "data/context.toml")["part"]
    return tuple(PartRule(r["id"], Part(r["part"]), guarded(r["expression"]), r["example"]) for r in rows)


def part_rule(part: Part) -> str:
    """The id of the rule that opens ``part``."""
    return next(rule.id for rule in part_rules() if rule.part is part)


def part_of(heading: str) -> Part | None:
    """The part that a heading opens by its own words, or None."""
    words = _NUMBER.sub("", heading.lower().strip(" *_:."))
    return next((rule.part for rule in part_rules() if rule.expression.search(words)), None)


def part_below(heading: str, outer: Part | None) -> Part | None:
    """The part below a heading inside ``outer``: what the heading opens, or else ``outer`` itself.

    Inside findings or advice none is about method: "Doel" is a subject there.
    """
    found = part_of(heading)
    return outer if found is None or (found is Part.METHOD and outer is not None) else found
