"""What a sentence of an evaluation is: an observation, advice, or neither."""

from __future__ import annotations

import re

from ingest.model.agreement import AgreementKind
from ingest.model.statements import Kind
from ingest.model.tree import NodeKind
from ingest.understand.context import Context
from ingest.understand.norms.groups import Bearers
from ingest.understand.norms.kinds import KindRule, Verdict
from ingest.understand.norms.syntax import is_imperative, is_passive, main_verb
from ingest.understand.parts import Part, part_rule
from ingest.understand.units import Unit

_TERM = re.compile(r"[^:;.]{2,60}: ?\S")
_SENTENCE = re.compile(r"(?:\S+ ){7,}\S+\.[”\"’)]*")
_ADVISES = re.compile(r"\b(?:adviseren|bevelen|raden|vragen|geven)(?: wij| we)? (?:de |het |een )?$")
_SECTIONS = {Part.FINDINGS: Kind.FINDING, Part.RECOMMENDATIONS: Kind.RECOMMENDATION}
_LISTS = {
    Kind.FINDING: Kind.FINDING,
    Kind.RECOMMENDATION: Kind.RECOMMENDATION,
    Kind.PERMISSION: Kind.RECOMMENDATION,
}
_SECTION_WEIGHT = 0.8
_TITLE = 140
_LEAST = 3


def read_as(document: AgreementKind, context: Context) -> AgreementKind:
    """As what a part of a document is read: what others promise in answer to an evaluation, or take up in a table of
    actions, binds as an agreement, and what an agreement tells of findings and advice binds nobody.
    """
    if document is AgreementKind.EVALUATION:
        promised = context.part is Part.RESPONSE or context.assigned
        return AgreementKind.AGREEMENT if promised else document
    return AgreementKind.EVALUATION if context.part in _SECTIONS else document


def verdict_of_evaluation(unit: Unit, rule: KindRule | None) -> Verdict | None:
    """The verdict on a unit of an evaluation; ``rule`` is the first rule that fits. None when it states nothing.

    Words that are advice wherever they stand decide first; then the list or chapter it stands in. A chapter of advice
    explains itself too: there the head of an item, and what somebody does, may do or is done, is the advice.
    """
    context = unit.context
    if context.kind is Kind.DEFINITION and context.listed and _TERM.match(unit.clause.text):
        return Verdict(Kind.DEFINITION, context.rule, context.weight)
    if rule is None or context.part is Part.METHOD or _is_title(unit):
        return None
    own = Verdict(rule.kind, rule.id, rule.weight)
    if not rule.weak and rule.kind in _LISTS:
        return own
    if context.background:
        return None
    around = _around(unit)
    if not _is_sentence(unit) and (around is None or not _is_bare_item(unit)):
        return None
    if around is None or rule.kind is Kind.DEFINITION:
        return own
    if around.kind is Kind.FINDING or _advises(unit):
        return around
    return own


def advised(unit: Unit) -> Bearers | None:
    """Whom the advice of a unit is for, where its own words tell: its subject, or whom "wij adviseren" is said to.

    An imperative has no subject: whoever it names is not the one to act.
    """
    if is_imperative(unit.clause.tokens):
        return None
    for mention in unit.mentions:
        if _ADVISES.search(unit.clause.text[: mention.start].lower()):
            return Bearers((mention.actor.key,), "bearer.advised", 0.8, mention.start, mention.end)
    return unit.found


def addressees(context: Context) -> tuple[str, ...]:
    """Whom the advice below a heading or lead-in is for. A heading outside a chapter of advice only names a subject."""
    led = context.listed and context.rule != "context.heading"
    return context.bearers if led or context.part is Part.RECOMMENDATIONS else ()


def _around(unit: Unit) -> Verdict | None:
    """What the lead-in of the list, or else the chapter, makes of the unit."""
    context = unit.context
    listed = _LISTS.get(context.kind) if context.kind is not None and context.listed else None
    if listed is not None:
        return Verdict(listed, context.rule, context.weight)
    kind = _SECTIONS.get(context.part) if context.part is not None else None
    return Verdict(kind, part_rule(context.part), _SECTION_WEIGHT) if kind is not None and context.part else None


def _advises(unit: Unit) -> bool:
    tokens = unit.clause.tokens
    verb = main_verb(tokens)
    if (_is_head(unit) and unit.node.kind is not NodeKind.BLOCK) or is_passive(tokens, verb):
        return True
    may = verb is not None and tokens[verb].lemma in ("kunnen", "mogen")
    return may or (unit.found is not None and unit.found.subject is not None)


def _is_head(unit: Unit) -> bool:
    """Whether the unit is the first sentence of its item, cell or block."""
    text = unit.node.text
    return text is None or unit.clause.mapped.offsets[:1] == text.offsets[:1]


def _is_title(unit: Unit) -> bool:
    """Whether the unit is a line of a cover, or a title above text: it stands alone without a mark at its end."""
    words, node = unit.clause.text.rstrip(), unit.node
    alone = node.kind is NodeKind.BLOCK or (node.kind is NodeKind.ITEM and bool(node.children))
    return alone and _is_head(unit) and words[-1:].isalnum() and len(words) < _TITLE


def _is_bare_item(unit: Unit) -> bool:
    """Whether the unit is all there is of an item or cell, and more than a name.

    With text below it, words without a verb are a title.
    """
    in_list = unit.context.listed or unit.node.kind is NodeKind.ITEM
    return in_list and len(unit.clause.text.split()) >= _LEAST and _is_head(unit) and not unit.node.children


def _is_sentence(unit: Unit) -> bool:
    return main_verb(unit.clause.tokens) is not None or _SENTENCE.fullmatch(unit.clause.text.strip()) is not None
