"""Names of actors from the list in which an agreement defines its terms."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.model.actors import ActorType
from ingest.model.tree import Node, NodeKind
from ingest.understand.actors.lexicon import Lexicon, lexicon
from ingest.understand.actors.phrases import Phrase, find_phrases
from ingest.understand.context import lead_rule
from ingest.understand.names import word_key

_TERM = re.compile(r"^(?:[Dd]e |[Hh]et |[Ee]en )?(?P<term>[^:;.,()]{2,60}): ?(?P<meaning>.*)$", re.DOTALL)
_OPENS_WITH = re.compile(r"^(?:(?:de|het|een) )?$", re.IGNORECASE)
_ONE_OF = re.compile(r"\s*,? ?(?:die|dat|welke|waar\w*|(?:aan|van|met|door|voor) wie)\b")
_DEFINES = "lead.definitions"


def defined_names(tree: Node) -> list[tuple[str, str | None]]:
    """The actors among the terms that a list of definitions gives, each with the term where that is short for it.

    "Bestuur: het dagelijks bestuur van de stichting" makes "Bestuur" an actor; "WKN: de Waterkring Noord" also makes it
    another name of the Waterkring, but not "Melder: de deelnemer die meldt": there any deelnemer may be one. A bare
    office ("minister: de Minister van …") stays a name of its own: whom it means is for the agreement to say; a bare
    role is whose name an organisation is given ("beheerder: de provincie Oever").
    """
    return [name for item in _items(tree) if item.text for name in _names(item.text.text, lexicon())]


def _items(tree: Node) -> Iterator[Node]:
    for parent in tree.walk():
        before = parent.text.text if parent.text else ""
        for node in parent.children:
            if node.kind is NodeKind.LIST and _defines(before):
                yield from node.children
            elif node.text:
                before = node.text.text


def _defines(words: str) -> bool:
    rule = lead_rule(words)
    return rule is not None and rule.id == _DEFINES


def _names(item: str, lex: Lexicon) -> Iterator[tuple[str, str | None]]:
    defined = _TERM.match(item)
    if defined is None:
        return
    term, meaning = defined["term"].strip(), defined["meaning"].strip()
    head = lex.head_of(word_key(term.split()[-1])) if term else None
    holder = _holder(meaning, lex)
    bare = head is not None and word_key(term) == head
    one = holder is not None and not holder.bare and not _ONE_OF.match(meaning, holder.end)
    if holder is not None and one and (not bare or _plays_part(head, holder, lex)):
        yield holder.name, term
    elif head is not None or holder is not None:
        yield term, None


def _plays_part(head: str | None, holder: Phrase, lex: Lexicon) -> bool:
    """Whether a bare role is given to an organisation by name: "beheerder: de provincie Duinland"."""
    named = any(part[0].isupper() for part in holder.name.split()[1:])
    return head is not None and lex.heads[head] is ActorType.ROLE and holder.type is ActorType.ORGANISATION and named


def _holder(meaning: str, lex: Lexicon) -> Phrase | None:
    """The actor that a meaning begins with."""
    first = next(find_phrases(meaning, lex), None)
    return first if first is not None and _OPENS_WITH.match(meaning[: first.start]) else None
