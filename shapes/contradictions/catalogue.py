"""Reads the rules of this package."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_HEADER = re.compile(r"#\s*(?P<key>[a-z-]+):\s*(?P<value>.*\S)\s*")
_FIELDS = frozenset(
    {"id", "type", "severity", "confidence", "keep", "title-nl", "title-en", "message-nl", "message-en", "example"}
)
KEEP = {"all": 0, "few": 3, "two": 2, "first": 1, "list": -1}
"""How many pairs of one clause a rule reports, best first; 0 is all, -1 is one for each pair of lists."""


@dataclass(frozen=True, slots=True)
class ContradictionRule:
    """One rule: what it finds, in words, and its query.

    ``query`` gives ``?first`` and ``?second`` (clauses) and ``?score``; it may give ``?firstSlot``, ``?secondSlot``, a
    ``?severity`` that is another than the rule's, and any value that the messages name in braces. ``keep`` bounds the
    pairs of one clause (0: no bound).
    """

    id: str
    type: str
    severity: str
    confidence: float
    keep: int
    title_nl: str
    title_en: str
    message_nl: str
    message_en: str
    example: str
    query: str


@cache
def contradiction_rules() -> tuple[ContradictionRule, ...]:
    """Every rule, in the order of its id. Raises ValueError when a header is amiss."""
    found = (file for file in files("shapes.contradictions").iterdir() if file.name.endswith(".rq"))
    rules = (parse_rule(file.name.removesuffix(".rq"), file.read_text("utf-8")) for file in found)
    return tuple(sorted(rules, key=lambda rule: rule.id))


def parse_rule(name: str, text: str) -> ContradictionRule:
    """The rule in ``text``, the content of the file ``name``.rq. Raises ValueError when its header is amiss."""
    fields: dict[str, str] = {}
    for line in text.splitlines():
        match = _HEADER.fullmatch(line)
        if match is None:
            break
        fields[match["key"]] = match["value"]
    if fields.keys() != _FIELDS or fields["id"] != name or fields["keep"] not in KEEP:
        raise ValueError(f"{name}.rq: the header must have {', '.join(sorted(_FIELDS))}, the id that of the file")
    return ContradictionRule(
        id=name,
        type=fields["type"],
        severity=fields["severity"],
        confidence=float(fields["confidence"]),
        keep=KEEP[fields["keep"]],
        title_nl=fields["title-nl"],
        title_en=fields["title-en"],
        message_nl=fields["message-nl"],
        message_en=fields["message-en"],
        example=fields["example"],
        query=text,
    )
