"""The kind of a clause, chosen by rules that are data (``data/kinds.toml``)."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import cache

from ingest.model.agreement import AgreementKind
from ingest.model.statements import NORMS, Kind
from ingest.packaged import read_toml
from ingest.understand.analysis import Token
from ingest.understand.grammar import grammar
from ingest.understand.guarded import Guarded, Sieve, guarded
from ingest.understand.norms.syntax import main_tokens

_AFTER_PARTICLE = frozenset({"PUNCT", "CCONJ", "ADP", "SCONJ"})


@dataclass(frozen=True, slots=True)
class KindRule:
    """One rule; see the head of the data file for its parts."""

    id: str
    kind: Kind
    weight: float
    example: str
    expression: Guarded | None
    verbs: frozenset[str]
    unless: Guarded | None
    bearer: bool | None
    deadline: bool | None
    anchored: bool | None
    modal: bool | None
    verb: bool | None
    imperative: bool | None
    background: bool | None
    document: AgreementKind | None
    exempt: AgreementKind | None
    weak: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """A kind, the rule that chose it, and its weight from 0 to 1."""

    kind: Kind
    rule: str
    weight: float


@dataclass(frozen=True, slots=True)
class ClauseFacts:
    """What the rules may ask of a clause.

    Its words and verbs; whether a bearer and a time were found; whether it is ``anchored``: it names an actor or stands
    in an article or a list of norms; whether its own verb is a ``modal`` (kunnen, mogen), whether it has a finite
    ``verb`` at all, whether that is in the ``past`` tense, and whether it opens with an ``imperative``; whether its
    section is ``background``.
    """

    text: str
    verbs: frozenset[str]
    bearer: bool
    deadline: bool
    anchored: bool
    modal: bool
    verb: bool
    past: bool
    imperative: bool
    background: bool
    document: AgreementKind


@cache
def background() -> tuple[tuple[str, Guarded], ...]:
    """Ids and patterns of clauses that state nothing: reading guides and words about the document itself."""
    raw = read_toml("ingest.understand", "data/kinds.toml")
    return tuple((rule["id"], guarded(rule["expression"])) for rule in raw["background"])


@cache
def kind_rules() -> tuple[KindRule, ...]:
    """The packaged rules in their order."""
    raw = read_toml("ingest.understand", "data/kinds.toml")
    return tuple(
        KindRule(
            id=rule["id"],
            kind=Kind(rule["kind"]),
            weight=rule["weight"],
            example=rule["example"],
            expression=guarded(rule["expression"]) if "expression" in rule else None,
            verbs=frozenset(rule.get("verbs", ())),
            unless=guarded(rule["unless"]) if "unless" in rule else None,
            bearer=rule.get("bearer"),
            deadline=rule.get("deadline"),
            anchored=rule.get("anchored"),
            modal=rule.get("modal"),
            verb=rule.get("verb"),
            imperative=rule.get("imperative"),
            background=rule.get("background"),
            document=AgreementKind(rule["document"]) if "document" in rule else None,
            exempt=AgreementKind(rule["except"]) if "except" in rule else None,
            weak=rule.get("weak", False),
        )
        for rule in raw["rule"]
    )


def choose_kind(facts: ClauseFacts) -> KindRule | None:
    """The first rule that fits, or None when the clause is background or states nothing that we know.

    What somebody did is no norm.
    """
    text = facts.text.lower()
    passing = _sieve().passing(text)
    if any(name in passing and pattern.search(text) for name, pattern in background()):
        return None
    rules = (rule for rule in kind_rules() if not (facts.past and rule.kind in NORMS))
    return next((rule for rule in rules if _fits(rule, facts, text, passing)), None)


@cache
def _sieve() -> Sieve:
    """The patterns of what states nothing and of all rules, by id."""
    expressions = {rule.id: rule.expression for rule in kind_rules() if rule.expression is not None}
    return Sieve({**dict(background()), **expressions})


def _fits(rule: KindRule, facts: ClauseFacts, text: str, passing: Container[str]) -> bool:
    """Whether a rule fits; ``text`` are the words of the facts in lower case, and the patterns that they may match are
    ``passing``.
    """
    return (
        (rule.document is None or rule.document is facts.document)
        and rule.exempt is not facts.document
        and (rule.bearer is None or rule.bearer is facts.bearer)
        and (rule.deadline is None or rule.deadline is facts.deadline)
        and (rule.anchored is None or rule.anchored is (facts.anchored or facts.deadline))
        and (rule.modal is None or rule.modal is facts.modal)
        and (rule.verb is None or rule.verb is facts.verb)
        and (rule.imperative is None or rule.imperative is facts.imperative)
        and (rule.background is None or rule.background is facts.background)
        and (not rule.verbs or bool(rule.verbs & facts.verbs))
        and (rule.expression is None or (rule.id in passing and rule.expression.search(text) is not None))
        and (rule.unless is None or rule.unless.search(text) is None)
    )


def verbs_of(tokens: Sequence[Token]) -> frozenset[str]:
    """The infinitives of the main clause's verbs, with separable verbs joined: "stelt … vast" gives ``vaststellen``."""
    tokens = main_tokens(tokens)
    verbs = {token.lemma for token in tokens if token.form}
    for index, token in enumerate(tokens):
        if token.form == "fin" and not _joined(token):
            rest = range(index + 1, len(tokens))
            verbs |= {tokens[i].text.lower() + token.lemma for i in rest if _is_particle(tokens, i)}
    return frozenset(verbs)


def _joined(verb: Token) -> bool:
    """Whether the lemma has its particle already, which the form lacks."""
    word = verb.text.lower()
    return any(verb.lemma.startswith(p) and not word.startswith(p) for p in grammar().particles)


def _is_particle(tokens: Sequence[Token], index: int) -> bool:
    """Whether the word may belong to a verb: it looks like it, and no noun phrase follows that it would govern."""
    if tokens[index].text.lower() not in grammar().particles:
        return False
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    return after is None or after.pos in _AFTER_PARTICLE or bool(after.form) or after.text.lower() in ("die", "dat")
