"""The clauses of an agreement in reading order, each with its node and what its place gives it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.model.statements import NORMS, Kind
from ingest.model.text import MappedText
from ingest.model.tree import Node, NodeKind
from ingest.understand.actors.index import Mention, find_mentions
from ingest.understand.actors.join import ActorRegistry
from ingest.understand.actors.recalled import recalled
from ingest.understand.amount_rows import amount_cells, amount_row
from ingest.understand.analysis import Analysed
from ingest.understand.clauses import clauses
from ingest.understand.columns import Columns, columns_of
from ingest.understand.context import (
    COLUMN_KINDS,
    Context,
    below_heading,
    below_item,
    below_lead_in,
    below_row_header,
    names_actor,
)
from ingest.understand.letters import Letter, letter_of
from ingest.understand.norms.bearers import find_bearers
from ingest.understand.norms.groups import Bearers
from ingest.understand.norms.pronouns import Before, speakers
from ingest.understand.norms.slots import find_decision_rule
from ingest.understand.norms.syntax import main_verb
from ingest.understand.norms.topics import left_in_mind, names_left
from ingest.understand.parts import Part
from ingest.understand.raci import is_responsibility_matrix

_SUBSTANTIVE = re.compile(
    r"\bkom(?:t|en)\b.{3,80}\bbijeen\b|\bvergader(?:t|en)\b"
    r"|\b(?:waarin|waarbij|opdracht(?:en)? tot stand|legt? .{0,90}\bvast dat)\b"
)
_ANNOUNCES = re.compile(r"\b(?:[Dd]e|[Hh]et) (?:na)?volgende\b[^.;:]{0,40}[.:]$|\bals volgt\.$")


@dataclass(frozen=True, slots=True)
class Unit:
    """One clause with the node it stands in, its mentions of actors, the bearers it names itself and its context.

    ``lead_in`` marks the words that introduce a list; ``addressee`` is whom a letter goes to.
    """

    node: Node
    clause: Analysed
    mentions: tuple[Mention, ...]
    found: Bearers | None
    context: Context
    place: NodeKind
    lead_in: bool = False
    addressee: tuple[str, ...] = ()


def readable_texts(tree: Node) -> Iterator[tuple[str, MappedText]]:
    """Every text that is to be understood, by the eId of its node: no headings, no page furniture."""
    for node in tree.walk():
        amounts = amount_row(node)
        if amounts is not None:
            yield node.eid, amounts
        elif node.text and node.kind not in _WITHOUT_WORDS:
            yield node.eid, node.text


class Reader:
    """Walks one agreement's tree and gives its units.

    ``analysed`` holds the sentences of every node by eId; ``registry`` the actors of the corpus. With ``whole``, as
    in an evaluation, a sentence is only cut where each clause has an actor of its own as its subject.
    """

    def __init__(
        self, document: str, analysed: dict[str, tuple[Analysed, ...]], registry: ActorRegistry, *, whole: bool = False
    ) -> None:
        self._document, self._analysed, self._registry, self._whole = document, analysed, registry, whole
        self._last, self._letter = Before(), Letter()
        self._recent: list[Mention] = []
        named = (registry.resolve(name, document) for name in speakers())
        self._makers = next(((actor.key,) for actor in named if actor is not None), ())

    def units(self, tree: Node) -> Iterator[Unit]:
        """All units of the tree, in reading order."""
        self._letter = letter_of(tree, self._document, self._registry)
        yield from self._children(tree, Context(), tree.kind)

    def _children(self, parent: Node, context: Context, place: NodeKind) -> Iterator[Unit]:
        lead, footnotes = context, []
        for index, node in enumerate(parent.children):
            following = next((n for n in parent.children[index + 1 :] if n.kind not in _ASIDE), None)
            if node.kind is NodeKind.FURNITURE:
                continue
            if node.kind is NodeKind.FOOTNOTE:
                footnotes.append(node)
            elif node.kind in (NodeKind.DIVISION, NodeKind.ARTICLE):
                yield from self._section(node, context, place)
            elif node.kind in (NodeKind.PARTIES, NodeKind.SIGNATURES, NodeKind.RECITALS):
                yield from self._text(node, Context(), node.kind, below=None)
            elif node.kind in (NodeKind.BLOCK, NodeKind.ITEM, NodeKind.PARAGRAPH):
                introduces = following is not None and node.kind is NodeKind.BLOCK and _introduces(node, following)
                item = lead is not context and _is_unmarked_item(node)
                yield from self._text(node, lead if item else context, place, below=following if introduces else None)
                if introduces:
                    lead = self._lead(node, context)
                elif not item or node.words().endswith("."):
                    lead = context
            elif node.kind is NodeKind.LIST:
                before = self._last
                yield from self._children(node, replace(lead, listed=lead.listed or lead is not context), place)
                self._last = before
            elif node.kind is NodeKind.TABLE:
                yield from self._table(node, lead, place)
            else:
                yield from self._children(node, context, place)
        for note in footnotes:
            inner = Context(background=context.background, part=context.part)
            yield from self._text(note, inner, NodeKind.FOOTNOTE, below=None)

    def _section(self, node: Node, context: Context, place: NodeKind) -> Iterator[Unit]:
        self._last = Before()
        self._recent = find_mentions(node.text.text, self._document, self._registry)
        article = node.kind is NodeKind.ARTICLE
        outer = replace(context, rule="context.none") if article else context
        inner = below_heading(outer, node.text.text, self._document, self._registry, self._letter)
        inner = replace(inner, articled=inner.articled or article)
        yield from self._children(node, inner, place)

    def _mentions(self, clause: Analysed) -> tuple[Mention, ...]:
        found = find_mentions(clause.text, self._document, self._registry)
        return recalled(clause.text, found, self._recent)

    def _lead(self, node: Node, context: Context) -> Context:
        sentences = self._analysed.get(node.eid, ())
        if not sentences:
            return context
        last = sentences[-1]
        return below_lead_in(context, last, self._mentions(last), self._before(context))

    def _text(self, node: Node, context: Context, place: NodeKind, *, below: Node | None) -> Iterator[Unit]:
        sentences = self._analysed.get(node.eid, ())
        nested = [child for child in node.children if child.kind in (NodeKind.LIST, NodeKind.TABLE)]
        for position, sentence in enumerate(sentences):
            introduced = next(iter(nested), below) if position == len(sentences) - 1 else None
            for clause in self._clauses(sentence, context):
                mentions = self._mentions(clause)
                self._recent += mentions
                lead_in = introduced is not None and _only_introduces(clause, mentions, introduced)
                found = find_bearers(clause, mentions, self._before(context))
                addressee = self._letter.addressee
                yield Unit(node, clause, mentions, found, context, place, lead_in, addressee)
                if found is not None and place is not NodeKind.FOOTNOTE:
                    self._last = left_in_mind(clause, mentions, found)
                elif mentions and place is not NodeKind.FOOTNOTE:
                    self._last = replace(self._last, named=names_left(clause, mentions))
        inner = context
        if nested and sentences:
            last = sentences[-1]
            if last.text.rstrip().endswith(":") or main_verb(last.tokens) is not None:
                inner = below_lead_in(context, last, self._mentions(last), self._before(context))
            else:
                inner = below_item(context, last.text, self._mentions(last))
        yield from self._children(node, inner, place)

    def _before(self, context: Context) -> Before:
        writer, addressee = self._letter.writer, self._letter.addressee
        speakers = self._speakers(context) or writer
        topic = self._last.topic or (context.bearers if context.names_bearer else ())
        return replace(self._last, topic=topic, speakers=speakers, writer=writer, addressee=addressee)

    def _speakers(self, context: Context) -> tuple[str, ...]:
        """Who says "wij": in an evaluation those whose answer it is, in an agreement those who made it."""
        if self._whole:
            return context.bearers if context.part is Part.RESPONSE else ()
        return self._makers

    def _clauses(self, sentence: Analysed, context: Context) -> list[Analysed]:
        parts = clauses(sentence)
        if not self._whole or context.part is Part.RESPONSE or len(parts) == 1:
            return parts
        found = (find_bearers(part, self._mentions(part), Before()) for part in parts)
        return parts if all(one is not None and one.subject for one in found) else [sentence]

    def _table(self, table: Node, context: Context, place: NodeKind) -> Iterator[Unit]:
        if is_responsibility_matrix(table):
            return
        columns, row_context = Columns(), context
        for row in table.children:
            if row.header:
                columns = columns_of(row)
                continue
            cells = row.children
            if row.eid in self._analysed:
                yield from self._text(row, replace(context, kind=Kind.AMOUNT), place, below=None)
                continue
            amounts = amount_cells(row)
            if amounts:
                yield from self._amounts(row, amounts, context, place)
                continue
            if len(cells) < 2:
                yield from self._children(row, row_context, place)
                continue
            parties = self._parties(columns.marked(cells))
            if parties:
                marked = replace(context, bearers=parties, listed=True, rule="context.marked", weight=0.85)
                yield from self._cell(cells[0], marked, None, place)
                continue
            bearer = columns.bearer(cells)
            if bearer:
                row_context = below_row_header(context, bearer, self._document, self._registry)
                row_context = replace(row_context, when=columns.when(cells))
                if columns.says_who:
                    norm = row_context.kind if row_context.kind in NORMS else None
                    row_context = replace(row_context, assigned=True, kind=norm)
            elif columns.says_who:
                continue
            for role, cell in columns.read(cells):
                yield from self._cell(cell, row_context, role, place)

    def _amounts(self, row: Node, amounts: Sequence[Node], context: Context, place: NodeKind) -> Iterator[Unit]:
        """The amounts of a row, each of the actor that its row names, else of the context."""
        payer = below_row_header(context, row.children[0].words(), self._document, self._registry)
        inner = replace(payer, kind=Kind.AMOUNT, rule="context.amount")
        for cell in amounts:
            yield from self._cell(cell, inner, None, place)

    def _parties(self, headers: tuple[str, ...]) -> tuple[str, ...]:
        """The actors that these headers name; empty where one of them names none."""
        found = [self._registry.resolve(header, self._document) for header in headers]
        return tuple(actor.key for actor in found if actor) if all(found) else ()

    def _cell(self, cell: Node, context: Context, role: str | None, place: NodeKind) -> Iterator[Unit]:
        kind = COLUMN_KINDS.get(role or "", context.kind)
        inner = replace(context, kind=kind, rule=f"context.column-{role}" if role else context.rule)
        if cell.text:
            yield from self._text(cell, inner, place, below=None)
        else:
            yield from self._children(cell, inner, place)


_WITHOUT_WORDS = frozenset(
    {NodeKind.DIVISION, NodeKind.ARTICLE, NodeKind.DOCUMENT, NodeKind.TABLE, NodeKind.ROW, NodeKind.FURNITURE}
)
_ASIDE = frozenset({NodeKind.FURNITURE, NodeKind.FOOTNOTE})


def _introduces(node: Node, following: Node) -> bool:
    """Whether a block leads in what follows: a list, a table, or items that have lost their marks."""
    if following.kind in (NodeKind.LIST, NodeKind.TABLE):
        return True
    return node.words().endswith(":") and _is_unmarked_item(following)


def _is_unmarked_item(node: Node) -> bool:
    """Whether a block goes on where a lead-in left off: it begins with a small letter."""
    return node.kind is NodeKind.BLOCK and node.words()[:1].islower()


def _only_introduces(clause: Analysed, mentions: Sequence[Mention], below: Node) -> bool:
    """Whether words before a list state nothing themselves: what is ``below`` goes on where they break off, they
    announce it, are the name of an actor, or name the rule for it.
    """
    if names_actor(clause.text, mentions):
        return True
    goes_on = below.words()[:1].islower() or clause.tokens[-1].pos == "SCONJ"
    broken_off = goes_on and clause.text[-1:].isalnum() and main_verb(clause.tokens) is not None
    if broken_off or clause.text.endswith(":") or _ANNOUNCES.search(clause.text):
        return not _SUBSTANTIVE.search(clause.text)
    return main_verb(clause.tokens) is None and find_decision_rule(clause.text) is not None
