"""Units to statements: each clause with its kind, its bearer and the values it carries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from ingest.model.agreement import ManifestEntry
from ingest.model.statements import NORMS, Deadline, Kind, Statement
from ingest.model.text import MappedText, Span
from ingest.model.tree import Node
from ingest.understand.choice import choose_bearers
from ingest.understand.classifier import Passage
from ingest.understand.definitions import term_and_meaning
from ingest.understand.judgement import Judged, judge
from ingest.understand.norms.action import action_of
from ingest.understand.norms.slots import find_condition, find_counterparties, find_decision_rule, find_strength
from ingest.understand.second_opinion import reconsider
from ingest.understand.units import Unit
from ingest.understand.values import find_amounts, find_references, find_times, main_deadline, time_in_cell

_LEAST_CHARACTERS = 8
_REFERENCE = 4
_MARKUP = re.compile(r"(?:\]\([^()\s]*\)|</?[a-z][^<>]*>|[\[\]*_`\s])*")


def statements(
    units: Sequence[Unit],
    around: Iterable[Passage],
    tree: Node,
    entry: ManifestEntry,
    text: str,
    sections: Mapping[str, str],
    titles: Mapping[str, str],
    *,
    classified: bool,
) -> Iterator[Statement]:
    """The statements of one agreement in reading order.

    ``around`` holds the surroundings of each of ``units``, which are those of ``tree``; ``text`` is the source's exact
    text, ``sections`` the place of each node for a reader by eId, ``titles`` the titles of the corpus' agreements by
    id. Where ``classified``, the classifier has a say about clauses that the rules leave open, and norms that name
    nobody get their likeliest bearers.
    """
    read = [(unit, passage) for unit, passage in zip(units, around, strict=True) if states(unit)]
    dated = [_deadline(unit) for unit, _ in read]
    first = [
        judge(unit, entry.kind, deadline=deadline is not None) for (unit, _), deadline in zip(read, dated, strict=True)
    ]
    judged = first
    if classified:
        asked = [unit for unit, _ in read]
        judged = choose_bearers(asked, reconsider(asked, first, [passage for _, passage in read], entry.kind), tree)
    for (unit, _), deadline, one in zip(read, dated, judged, strict=True):
        if one is not None:
            due = deadline if _has_deadline(one.kind, deadline) else None
            yield _statement(unit, one, due, entry.id, text, sections.get(unit.node.eid, ""), titles)


def states(unit: Unit) -> bool:
    """Whether a unit may state something: no lead-in, nor too few words, nor a title."""
    return not unit.lead_in and not _is_no_clause(unit)


def _deadline(unit: Unit) -> Deadline | None:
    mapped = unit.clause.mapped
    return main_deadline(mapped, find_times(mapped)) or _of_row(unit.context.when)


def _is_no_clause(unit: Unit) -> bool:
    """Whether the words are too few to state anything, or a title in capitals."""
    words = unit.clause.text
    least = 1 if unit.context.kind is Kind.AMOUNT else _LEAST_CHARACTERS
    titled = words.isupper() and words[-1:].isalpha() and " " in words
    return titled or sum(map(str.isalnum, words)) < least


def _of_row(when: MappedText | None) -> Deadline | None:
    """The time in the words by which a table says when a row's task is due."""
    return time_in_cell(when) if when is not None else None


def _has_deadline(kind: Kind, deadline: Deadline | None) -> bool:
    """Whether a time in a statement of this kind is when something must be done or holds: not in what a word means, in
    what prevails, or in what was seen. The period of what "het betreft" describes does.
    """
    period = deadline is not None and "/" in deadline.value and kind is Kind.DEFINITION
    return period or kind not in (Kind.DEFINITION, Kind.PRECEDENCE, Kind.FINDING)


def _statement(
    unit: Unit,
    judged: Judged,
    deadline: Deadline | None,
    document: str,
    text: str,
    section: str,
    titles: Mapping[str, str],
) -> Statement:
    clause, context = unit.clause, unit.context
    span = evidence_span(clause.mapped, text)
    defined = term_and_meaning(clause.text) if judged.kind is Kind.DEFINITION else None
    norm = judged.kind in NORMS
    return Statement(
        document=document,
        section=section,
        node=unit.node.eid,
        span=span,
        text=span.of(text),
        kind=judged.kind,
        rules=judged.rules,
        confidence=judged.confidence,
        bearers=judged.bearers,
        counterparties=find_counterparties(clause.text, unit.mentions, judged.bearers),
        action=action_of(clause, judged.found.subject if judged.found is not None else None),
        deadline=deadline,
        condition=find_condition(clause.text) or (context.condition if norm else None),
        strength=find_strength(clause.text) if norm else None,
        decision_rule=(context.decision_rule if norm else None) or find_decision_rule(clause.text),
        amounts=find_amounts(clause.mapped),
        references=find_references(clause.mapped, titles),
        term=defined[0] if defined else None,
        meaning=(defined[1] or None) if defined else None,
    )


def evidence_span(mapped: MappedText, text: str) -> Span:
    """The longest stretch of the clause that the source has without interruption by a footnote or a page footer.

    The number that refers to a footnote interrupts nothing, nor do the marks and targets of links and emphasis.
    """
    pieces, start = [], 0
    for index, (before, here) in enumerate(pairwise(mapped.offsets), start=1):
        if here - before <= _REFERENCE + 1:
            continue
        gap = text[before + 1 : here].strip()
        if len(gap) > _REFERENCE and not _MARKUP.fullmatch(gap):
            pieces.append((start, index))
            start = index
    pieces.append((start, len(mapped.text)))
    first, last = max(pieces, key=lambda piece: piece[1] - piece[0])
    return mapped.slice(first, last).span()
