"""The kind of a clause, chosen by rules that are data (``data/kinds.toml``)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from ingest.model.agreement import AgreementKind
from ingest.model.statements import Kind
from ingest.understand.analysis import Token

_PARTICLES = frozenset(
    "aan achter af bij binnen door goed in mede mee na neer om onder op over plaats samen tegen terug toe uit vast voor vooraf weg zorg deel".split()
)


@dataclass(frozen=True, slots=True)
class KindRule:
    """One rule; see the head of the data file for its parts."""

    id: str
    kind: Kind
    weight: float
    example: str
    expression: re.Pattern[str] | None
    verbs: frozenset[str]
    unless: re.Pattern[str] | None
    bearer: bool | None
    deadline: bool | None
    document: AgreementKind | None


@dataclass(frozen=True, slots=True)
class ClauseFacts:
    """What the rules may ask of a clause: its words, verbs, and whether a bearer and a time were found."""

    text: str
    verbs: frozenset[str]
    bearer: bool
    deadline: bool
    document: AgreementKind


@cache
def kind_rules() -> tuple[KindRule, ...]:
    """The packaged rules in their order."""
    raw = tomllib.loads(resources.files("ingest.understand").joinpath("data/kinds.toml").read_text(encoding="utf-8"))
    return tuple(
        KindRule(
            id=rule["id"],
            kind=Kind(rule["kind"]),
            weight=rule["weight"],
            example=rule["example"],
            expression=re.compile(rule["expression"]) if "expression" in rule else None,
            verbs=frozenset(rule.get("verbs", ())),
            unless=re.compile(rule["unless"]) if "unless" in rule else None,
            bearer=rule.get("bearer"),
            deadline=rule.get("deadline"),
            document=AgreementKind(rule["document"]) if "document" in rule else None,
        )
        for rule in raw["rule"]
    )


def choose_kind(facts: ClauseFacts) -> KindRule | None:
    """The first rule that fits, or None when the clause states nothing that we know."""
    return next((rule for rule in kind_rules() if _fits(rule, facts)), None)


def _fits(rule: KindRule, facts: ClauseFacts) -> bool:
    text = facts.text.lower()
    return (
        (rule.document is None or rule.document is facts.document)
        and (rule.bearer is None or rule.bearer is facts.bearer)
        and (rule.deadline is None or rule.deadline is facts.deadline)
        and (not rule.verbs or bool(rule.verbs & facts.verbs))
        and (rule.expression is None or rule.expression.search(text) is not None)
        and (rule.unless is None or rule.unless.search(text) is None)
    )


def verbs_of(tokens: Sequence[Token]) -> frozenset[str]:
    """The infinitives of a clause's verbs, with separable verbs joined: "stelt … vast" gives ``vaststellen``."""
    verbs = {token.lemma for token in tokens if token.form}
    for index, token in enumerate(tokens):
        if token.form == "fin":
            verbs |= {later.text.lower() + token.lemma for later in tokens[index + 1 :] if later.text.lower() in _PARTICLES}
    return frozenset(verbs)
