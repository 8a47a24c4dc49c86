"""An understood agreement as clauses with their comparable slots."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from ingest.align.acts import acts_in, contrasts_in, products_in
from ingest.align.derived import by_words, derived_slots, half_unit, subjects_of_scope
from ingest.align.patterns import plain_value, stated_slots
from ingest.align.places import Place, places
from ingest.align.reading import BODIES, Reading, one_line
from ingest.align.timing import time_slots
from ingest.align.words import is_content, stem, terms, words
from ingest.model.actors import RelationType
from ingest.model.agreement import AgreementKind
from ingest.model.comparison import Clause, ClauseNature, Comparable
from ingest.model.statements import Kind, Responsibility, Statement
from ingest.model.text import Span
from ingest.model.tree import NodeKind
from ingest.model.understood import UnderstoodAgreement
from ingest.understand import ActorRegistry
from ingest.understand.actors.index import Mention, find_mentions
from ingest.understand.amount_rows import amount_cells
from ingest.understand.norms.slots import find_decision_rule
from ingest.understand.sentences import sentences

_NATURES = {Kind.FINDING: ClauseNature.FINDING, Kind.RECOMMENDATION: ClauseNature.ADVICE}
_TEXT_CONFIDENCE = 0.6
_LEAST_TERMS = 2


@dataclass(frozen=True, slots=True)
class Names:
    """The IRIs by which the graph knows what was read: of each statement and row, and of a node by its eId."""

    statements: Mapping[Statement, str]
    rows: Mapping[Responsibility, str]
    node: Callable[[str], str]


def comparable_clauses(
    understood: UnderstoodAgreement, registry: ActorRegistry, names: Names, sections: Mapping[str, str]
) -> tuple[Clause, ...]:
    """Every statement, row and remaining sentence of one agreement, in reading order, with its comparable slots.

    ``sections`` gives the place of each node for a reader, by eId.
    """
    maker = _Maker(understood, registry, sections)
    stated = [maker.statement(statement, names.statements[statement]) for statement in understood.statements]
    found = list(maker.with_whole_rows(stated))
    found += [maker.row(row, names.rows[row]) for row in understood.responsibilities]
    found += list(maker.remaining(names))
    return tuple(sorted(found, key=lambda clause: (clause.span, clause.subject)))


class _Maker:
    def __init__(self, understood: UnderstoodAgreement, registry: ActorRegistry, sections: Mapping[str, str]) -> None:
        self._understood, self._registry, self._sections = understood, registry, sections
        self._places = places(understood.tree)
        self._document = understood.entry.id
        self._report = understood.entry.kind is AgreementKind.EVALUATION
        self._bodies = self._bodies_by_position()

    def statement(self, statement: Statement, iri: str) -> Clause:
        nature = _NATURES.get(statement.kind, ClauseNature.FINDING if self._report else ClauseNature.NORM)
        reading = self._reading(statement.text, statement.span, statement.node, statement.bearers)
        slots = (
            *stated_slots(reading),
            *time_slots(reading),
            *_from_statement(statement),
            *self._relations(statement.span),
        )
        return self._clause(
            reading,
            iri,
            statement.span,
            statement.node,
            statement.section,
            nature,
            statement.kind,
            statement.confidence,
            slots,
        )

    def with_whole_rows(self, clauses: Iterable[Clause]) -> Iterator[Clause]:
        """``clauses`` with the amounts of one row as one: of the first of them, with the row's words and all slots."""
        rows = {
            cell.eid: (table, row)
            for table in self._understood.tree.walk()
            for row in table.children
            for cell in amount_cells(row)
        }
        of_row: dict[str, list[Clause]] = defaultdict(list)
        for clause in clauses:
            if clause.node in rows:
                of_row[rows[clause.node][1].eid].append(clause)
            else:
                yield clause
        for first, *others in of_row.values():
            table, row = rows[first.node]
            slots = tuple(slot for clause in (first, *others) for slot in clause.comparables)
            words = row.span.of(self._understood.source.text)
            yield replace(first, span=row.span, text=words, parent=table.eid, comparables=slots)

    def row(self, row: Responsibility, iri: str) -> Clause:
        reading = self._reading(row.span.of(self._understood.source.text), row.span, row.node, ())
        return self._clause(
            reading, iri, row.span, row.node, row.section, ClauseNature.ROW, None, row.confidence, tuple(_letters(row))
        )

    def remaining(self, names: Names) -> Iterator[Clause]:
        """The sentences that no statement or row covers: what leads in a list, background, headings' first words."""
        covered = sorted(
            [s.span for s in self._understood.statements] + [r.span for r in self._understood.responsibilities]
        )
        for node in self._understood.tree.walk():
            if not node.text or node.kind in _WITHOUT:
                continue
            for sentence in sentences(node.text):
                span = sentence.span()
                if any(c.start < span.end and span.start < c.end for c in covered):
                    continue
                reading = self._reading(span.of(self._understood.source.text), span, node.eid, ())
                clause = self._clause(
                    reading,
                    names.node(node.eid),
                    span,
                    node.eid,
                    self._sections.get(node.eid, ""),
                    ClauseNature.FINDING if self._report else ClauseNature.TEXT,
                    None,
                    _TEXT_CONFIDENCE,
                    (*stated_slots(reading), *time_slots(reading), *_rule_of(reading)),
                )
                if len(set(terms(reading.text))) >= _LEAST_TERMS:
                    yield clause

    def _reading(self, text: str, span: Span, node: str, bearers: tuple[str, ...]) -> Reading:
        mapped = one_line(text, span)
        place = self._places.get(node, Place())
        context = " ".join(filter(None, (place.row, place.lead)))
        around = [m.actor.key for m in self._mentions(f"{context} {place.heading}") if m.actor.type in BODIES]
        bodies = (*around, *self._before(span.start, place.heading))
        return Reading(mapped, tuple(self._mentions(mapped.text)), bearers, bodies, context, self._report)

    def _mentions(self, text: str) -> list[Mention]:
        return find_mentions(text, self._document, self._registry)

    def _bodies_by_position(self) -> list[tuple[int, str, str]]:
        """Every mention of a body in the agreement with its position and the heading that it stands under."""
        found = []
        for statement in self._understood.statements:
            heading = self._places.get(statement.node, Place()).heading
            for mention in self._mentions(" ".join(statement.text.split())):
                if mention.actor.type in BODIES:
                    found.append((statement.span.start, heading, mention.actor.key))
        return found

    def _before(self, position: int, heading: str) -> tuple[str, ...]:
        near = [key for start, above, key in self._bodies if position - 900 < start < position and above == heading]
        return tuple(reversed(near[-1:]))

    def _relations(self, span: Span) -> Iterator[Comparable]:
        for relation in self._understood.relations:
            if relation.span == span:
                yield from _from_relation(relation.type, relation.subject, relation.object, span)

    def _clause(
        self,
        reading: Reading,
        iri: str,
        span: Span,
        node: str,
        section: str,
        nature: ClauseNature,
        kind: Kind | None,
        confidence: float,
        slots: tuple[Comparable, ...],
    ) -> Clause:
        entry = self._understood.entry
        acts = tuple(dict.fromkeys(act for _, act in acts_in(reading.text)))
        products = tuple(
            Comparable("product", product, product, reading.text[start:end], reading.span(start, end))
            for start, end, product in products_in(reading.text)
        )
        topic = _topic(reading, Place() if nature is ClauseNature.ROW else self._places.get(node, Place()))
        return Clause(
            subject=iri,
            document=entry.id,
            dated=entry.dated or "",
            section=section,
            node=node,
            order=span.start,
            span=span,
            text=span.of(self._understood.source.text),
            nature=nature,
            kind=kind,
            confidence=confidence,
            terms=topic,
            actors=tuple(dict.fromkeys(mention.actor.key for mention in reading.mentions)),
            bearers=reading.bearers,
            acts=acts,
            contrasts=contrasts_in(_without_actors(reading)),
            group=self._places.get(node, Place()).group,
            parent=self._places.get(node, Place()).parent,
            comparables=(
                *slots,
                *products,
                *derived_slots(reading, kind, nature),
                *by_words(slots, topic),
                *subjects_of_scope(slots, reading),
            ),
        )


_WITHOUT = frozenset(
    {NodeKind.DIVISION, NodeKind.ARTICLE, NodeKind.DOCUMENT, NodeKind.TABLE, NodeKind.ROW, NodeKind.FURNITURE}
)


def _topic(reading: Reading, place: Place) -> tuple[str, ...]:
    """The stems of the content words outside the names of actors; a clause of few words leans on its surroundings."""
    taken = [(mention.start, mention.end) for mention in reading.mentions]
    own = tuple(
        stem(word)
        for start, end, word in words(reading.text)
        if is_content(word) and not any(s < end and start < e for s, e in taken)
    )
    return own if len(own) > _LEAST_TERMS else (*own, *terms(f"{place.row} {place.lead}"))


def _without_actors(reading: Reading) -> str:
    """The words of a clause with blanks for the actors, whose names are no part of what is done."""
    text = reading.text
    for mention in reading.mentions:
        text = text[: mention.start] + " " * (mention.end - mention.start) + text[mention.end :]
    return text


def _from_statement(statement: Statement) -> Iterator[Comparable]:
    if statement.decision_rule is not None:
        rule = str(statement.decision_rule)
        yield Comparable("decision-rule", "", rule, rule, statement.span)
    for amount in statement.amounts:
        value, rounding = float(amount.value), half_unit(amount)
        yield Comparable("amount", str(amount.unit), str(amount.value), amount.surface, amount.span, value, rounding)


def _rule_of(reading: Reading) -> Iterator[Comparable]:
    """The decision rule that words give to the items below them."""
    rule = find_decision_rule(reading.text)
    if rule is not None:
        yield Comparable("decision-rule", "", str(rule), str(rule), reading.mapped.span())


def _from_relation(kind: RelationType, subject: str, other: str, span: Span) -> Iterator[Comparable]:
    if kind is RelationType.CHAIRS:
        yield Comparable("chair", other, plain_value("chair", subject) or subject, subject, span)
    elif kind is RelationType.MEMBER_OF:
        yield Comparable("participant", other, subject, subject, span)
    elif kind is RelationType.FILLS:
        yield Comparable("role", f"{subject} {other}", "yes", subject, span)


def _letters(row: Responsibility) -> Iterator[Comparable]:
    for cell in row.assignments:
        for letter in cell.letters:
            yield Comparable("letter", str(letter), cell.actor, f"{letter}", row.span)
