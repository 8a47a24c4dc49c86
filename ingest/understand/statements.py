"""Units to statements: each clause with its kind, its bearer and the values it carries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ingest.model.agreement import AgreementKind, ManifestEntry
from ingest.model.statements import NORMS, Deadline, Kind, Statement
from ingest.model.text import MappedText, Span
from ingest.model.tree import NodeKind
from ingest.understand.analysis import Analysed
from ingest.understand.context import labelled_kind
from ingest.understand.norms.action import action_of
from ingest.understand.norms.bearers import Bearers
from ingest.understand.norms.kinds import ClauseFacts, KindRule, choose_kind, verbs_of
from ingest.understand.norms.slots import find_condition, find_counterparties, find_decision_rule, find_strength
from ingest.understand.norms.syntax import main_verb
from ingest.understand.units import Unit
from ingest.understand.values import find_amounts, find_references, find_times, main_deadline

_TERM_AND_MEANING = re.compile(
    r"^(?:Onder\s+)?[“\"‘']?(?P<term>[^:“”\"]{2,60}?)[”\"’']?(?:\s+wordt\s+(?:\w+\s+){0,3}?verstaan:?|:|\s+(?:is|zijn|betreft|omvat))\s+(?P<meaning>.+?)[.;]?$",
    re.DOTALL,
)
_LEAST_LETTERS = 8
_OWN_SUBJECT = frozenset({"bearer.label", "bearer.subject"})


@dataclass(frozen=True, slots=True)
class Judged:
    """The kind of a unit with the rules that chose it and how sure they are together."""

    kind: Kind
    rules: tuple[str, ...]
    confidence: float
    bearers: tuple[str, ...]
    found: Bearers | None


def statements(
    units: Iterable[Unit], entry: ManifestEntry, text: str, sections: dict[str, str], titles: dict[str, str]
) -> Iterator[Statement]:
    """The statements of one agreement in reading order.

    ``text`` is the source's exact text, ``sections`` the place of each node for a reader by eId, ``titles`` the titles
    of the corpus' agreements by id.
    """
    for unit in units:
        if unit.lead_in or sum(c.isalpha() for c in unit.clause.text) < _LEAST_LETTERS:
            continue
        times = find_times(unit.clause.mapped)
        deadline = main_deadline(unit.clause.mapped, times)
        judged = judge(unit, entry, deadline)
        if judged is None:
            continue
        yield _statement(unit, judged, deadline, entry, text, sections, titles)


def judge(unit: Unit, entry: ManifestEntry, deadline: Deadline | None) -> Judged | None:
    """Kind and bearers of a unit; None when it states nothing."""
    clause, context, found = unit.clause, unit.context, unit.found
    dependent = main_verb(clause.tokens) is None or _leans_on_lead_in(clause)
    inherits = (
        context.listed
        and (dependent or (found is None and context.kind in NORMS))
        and unit.place is not NodeKind.FOOTNOTE
    )
    if dependent and context.bearers and context.listed and found is not None and found.rule not in _OWN_SUBJECT:
        found = None
    bearers = found.actors if found else context.bearers if inherits or dependent else ()
    rule = _choose(unit, entry, bool(bearers), deadline)
    kind, rules, weight = _combine(unit, rule, dependent, found, bearers, entry)
    if kind is None:
        return None
    if kind not in NORMS and kind is not Kind.ROLE and found is None:
        bearers = ()
    weight *= found.weight if found else context.weight if bearers else 0.8 if kind in NORMS else 1.0
    return Judged(kind, rules + ((found.rule,) if found else ()), round(weight, 3), bearers, found)


def _leans_on_lead_in(clause: Analysed) -> bool:
    """A finite verb at the very end without a subject of its own: "voor 1 mei een plan opstelt"."""
    tokens = [t for t in clause.tokens if t.pos != "PUNCT"]
    finite = [i for i, t in enumerate(tokens) if t.form == "fin"]
    return bool(finite) and finite[0] >= len(tokens) - 2 and len(tokens) > 2


def _choose(unit: Unit, entry: ManifestEntry, bearer: bool, deadline: Deadline | None) -> KindRule | None:
    tokens = unit.clause.tokens
    verb = main_verb(tokens)
    return choose_kind(
        ClauseFacts(
            text=unit.clause.text,
            verbs=verbs_of(tokens),
            bearer=bearer,
            deadline=deadline is not None,
            anchored=unit.context.articled or (unit.context.listed and unit.context.kind in NORMS),
            modal=verb is not None and tokens[verb].lemma in ("kunnen", "mogen"),
            background=unit.context.background,
            document=entry.kind,
        )
    )


def _combine(
    unit: Unit,
    rule: KindRule | None,
    dependent: bool,
    found: Bearers | None,
    bearers: tuple[str, ...],
    entry: ManifestEntry,
) -> tuple[Kind | None, tuple[str, ...], float]:
    context = unit.context
    labelled = labelled_kind(unit.clause.text)
    if labelled is not None:
        return labelled, ("context.label",), 0.8
    if unit.place in (NodeKind.PARTIES, NodeKind.SIGNATURES):
        if rule is not None and rule.kind in (Kind.TERM, Kind.DEFINITION, Kind.ROLE):
            return rule.kind, (rule.id,), rule.weight
        if main_verb(unit.clause.tokens) is None and not unit.mentions:
            return None, (), 0.0
    inherited = context.kind if context.listed and (bearers or context.kind not in NORMS) else None
    weak = rule is None or rule.id in ("kind.duty-acts", "kind.duty-passive", "kind.definition-is", "kind.finding")
    if (
        context.kind in (Kind.DEFINITION, Kind.RECOMMENDATION)
        and (context.listed or context.rule.startswith("lead"))
        and weak
    ):
        return context.kind, (context.rule,), context.weight
    if inherited is not None and (
        weak or (dependent and rule is not None and rule.kind in (Kind.DUTY, Kind.PRECEDENCE))
    ):
        return inherited, (context.rule,), context.weight
    if context.decision_rule is not None and context.listed and bearers:
        return Kind.POWER, (context.rule,), context.weight
    if rule is None:
        return None, (), 0.0
    if (
        dependent
        and found is None
        and rule.id in ("kind.duty-acts", "kind.duty-passive", "kind.definition-is")
        and not context.listed
    ):
        return None, (), 0.0
    return rule.kind, (rule.id,), rule.weight


def _statement(
    unit: Unit,
    judged: Judged,
    deadline: Deadline | None,
    entry: ManifestEntry,
    text: str,
    sections: dict[str, str],
    titles: dict[str, str],
) -> Statement:
    clause, context = unit.clause, unit.context
    span = evidence_span(clause.mapped, text)
    subject = (judged.found.start, judged.found.end) if judged.found and judged.found.start is not None else None
    defined = _TERM_AND_MEANING.match(clause.text) if judged.kind is Kind.DEFINITION else None
    norm = judged.kind in NORMS
    return Statement(
        document=entry.id,
        section=sections.get(unit.node.eid, ""),
        node=unit.node.eid,
        span=span,
        text=span.of(text),
        kind=judged.kind,
        rules=judged.rules,
        confidence=judged.confidence,
        bearers=judged.bearers,
        counterparties=find_counterparties(clause.text, unit.mentions, judged.bearers),
        action=action_of(clause, subject, None),  # type: ignore[arg-type]
        deadline=deadline,
        condition=find_condition(clause.text) or (context.condition if norm else None),
        strength=find_strength(clause.text) if norm else None,
        decision_rule=find_decision_rule(clause.text) or (context.decision_rule if norm else None),
        amounts=find_amounts(clause.mapped),
        references=find_references(clause.mapped, titles),
        term=defined["term"].strip() if defined else None,
        meaning=defined["meaning"].strip() if defined else None,
    )


def evidence_span(mapped: MappedText, text: str) -> Span:
    """The longest stretch of the clause that the source has without interruption (a footnote, a page footer)."""
    pieces, start = [], 0
    for index in range(1, len(mapped.text)):
        before, here = mapped.offsets[index - 1], mapped.offsets[index]
        if text[before + 1 : here].strip():
            pieces.append((start, index))
            start = index
    pieces.append((start, len(mapped.text)))
    first, last = max(pieces, key=lambda piece: piece[1] - piece[0])
    return mapped.slice(first, last).span()


def is_evaluation(entry: ManifestEntry) -> bool:
    """Whether the agreement reports on others."""
    return entry.kind is AgreementKind.EVALUATION
