"""Who writes a letter and to whom it goes (``data/letters.toml``)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ingest.model.actors import ActorType
from ingest.model.tree import Node, NodeKind
from ingest.packaged import read_toml
from ingest.understand.actors.index import Mention, find_mentions
from ingest.understand.actors.join import ActorRegistry
from ingest.understand.actors.lexicon import lexicon
from ingest.understand.actors.phrases import find_phrases

_OF = re.compile(r"\s+van (?:de |het |een )?")
_SALUTED_WITHIN = 60


@dataclass(frozen=True, slots=True)
class Letter:
    """The keys of who writes and of whom the letter goes to; both empty for what is no letter."""

    writer: tuple[str, ...] = ()
    addressee: tuple[str, ...] = ()

    def asks(self, heading: str) -> bool:
        """Whether what stands below ``heading`` is asked of whom the letter goes to."""
        return bool(self.addressee) and _forms().asks_of_addressee.search(heading.lower()) is not None


@dataclass(frozen=True, slots=True)
class _Forms:
    """How letters open and close, and the words about whom they go to; what each holds is said in the data file."""

    salutations: tuple[str, ...]
    closings: tuple[str, ...]
    before_addressee: re.Pattern[str]
    behind_addressee: re.Pattern[str]
    asks_of_addressee: re.Pattern[str]


@cache
def _forms() -> _Forms:
    raw = read_toml("ingest.understand", "data/letters.toml")
    return _Forms(
        salutations=tuple(raw["salutations"]),
        closings=tuple(raw["closings"]),
        before_addressee=re.compile(raw["before_addressee"]),
        behind_addressee=re.compile(raw["behind_addressee"]),
        asks_of_addressee=re.compile(raw["asks_of_addressee"]),
    )


def addressed_names(tree: Node) -> list[tuple[str, None]]:
    """The organisations to whose directors letters go: what they are may show nowhere else."""
    before, found = _forms().before_addressee, []
    for text in _above_salutation(_texts(tree)):
        office = next(find_phrases(text, lexicon()), None) if before.search(text.lower()) else None
        led = _OF.search(text, office.start) if office is not None and office.type is ActorType.OFFICE else None
        name = next(find_phrases(text[led.end() :], lexicon()), None) if led else None
        if name is not None and name.start == 0 and name.type is ActorType.ORGANISATION and not name.bare:
            found.append((name.name, None))
    return found


def _texts(tree: Node) -> list[str]:
    return [node.text.text for node in tree.walk() if node.text and node.kind is not NodeKind.FURNITURE]


def _above_salutation(texts: Sequence[str]) -> Sequence[str]:
    """The texts above the words with which a letter opens; none where nothing opens so."""
    opening = _forms().salutations
    return texts[: next((i for i, text in enumerate(texts[:_SALUTED_WITHIN]) if text.lower().startswith(opening)), 0)]


def letter_of(tree: Node, document: str, registry: ActorRegistry) -> Letter:
    """Who writes and to whom, by what stands above the salutation and below the closing; see ``Letter``."""
    texts = _texts(tree)
    above = _above_salutation(texts)
    if not above:
        return Letter()
    head = [(text, find_mentions(text, document, registry)) for text in above]
    return Letter(_writer(texts[len(above) :], head, document, registry), _addressee(head, document, registry))


def _writer(
    body: Sequence[str], head: Sequence[tuple[str, list[Mention]]], document: str, registry: ActorRegistry
) -> tuple[str, ...]:
    """Who signs, or else whose letterhead it is."""
    closed = next((i for i, text in enumerate(body) if text.lower().startswith(_forms().closings)), None)
    signed = body[closed : closed + 4] if closed is not None else ()
    for text in signed:
        mentions = find_mentions(text, document, registry)
        if mentions:
            return (mentions[0].actor.key,)
    return next(((mentions[0].actor.key,) for _, mentions in head if mentions), ())


def _addressee(head: Sequence[tuple[str, list[Mention]]], document: str, registry: ActorRegistry) -> tuple[str, ...]:
    """To whom it goes: after "Aan", or before "t.a.v."; the organisation of a director rather than the director."""
    before, behind = _forms().before_addressee, _forms().behind_addressee
    for index, (text, mentions) in enumerate(head):
        behind_name = behind.search(text.lower())
        if behind_name and mentions and mentions[0].end <= behind_name.start():
            return (mentions[0].actor.key,)
        if before.search(text.lower()):
            here = next(((t, m) for t, m in ((text, mentions), *head[index + 1 : index + 2]) if m), None)
            if here is not None:
                return (_organisation(*here, document, registry),)
    return ()


def _organisation(text: str, mentions: Sequence[Mention], document: str, registry: ActorRegistry) -> str:
    first = mentions[0]
    if first.actor.type is ActorType.OFFICE:
        led = _OF.search(text, first.start)
        of = find_mentions(text[led.end() :], document, registry) if led else []
        if of and of[0].start == 0 and of[0].actor.type is not ActorType.OFFICE:
            return of[0].actor.key
    return first.actor.key
