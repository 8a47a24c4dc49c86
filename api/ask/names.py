"""The actors and agreements that the graph knows by name, to be found in a question or a clause."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from api.records.actors import all_actors
from api.records.documents import all_documents
from api.records.models import Actor, ActorRef, Document
from ingest.index import plain_words
from ingest.store import Store

_LONGEST_NAME = 12
_ARTICLES = frozenset({"de", "het", "een", "the"})
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Named:
    """An actor that a text names, with the folded words that name it."""

    actor: Actor
    words: tuple[str, ...]

    @property
    def ref(self) -> ActorRef:
        """The actor as records give it."""
        return ActorRef(id=self.actor.id, label=self.actor.label)


@dataclass(frozen=True, slots=True)
class Names:
    """Every name of every actor by its words, and every agreement."""

    actors: Mapping[tuple[str, ...], tuple[Actor, ...]]
    documents: tuple[Document, ...]

    def named_in(self, text: str, document: str | None = None) -> list[Named]:
        """The actors that ``text`` names, the longest names first taken, in the order of the text; with ``document``
        only those that this agreement names.
        """
        words = plain_words(text)
        found: dict[str, Named] = {}
        at = 0
        while at < len(words):
            name, several = self._at(words, at, document)
            for actor in several:
                found.setdefault(actor.id, Named(actor, name))
            at += len(name) or 1
        return list(found.values())

    def ids_in(self, text: str, document: str) -> frozenset[str]:
        """The IRIs of the actors that ``text``, of this agreement, names."""
        return frozenset(named.actor.id for named in self.named_in(text, document))

    def _at(self, words: Sequence[str], at: int, document: str | None) -> tuple[tuple[str, ...], list[Actor]]:
        for size in range(min(_LONGEST_NAME, len(words) - at), 0, -1):
            name = tuple(words[at : at + size])
            known = [a for a in self.actors.get(name, ()) if document is None or document in a.documents]
            if known:
                return name, known
        return (), []

    def dated(self, text: str) -> set[str]:
        """The agreements of a year that ``text`` names."""
        years = set(_YEAR.findall(text))
        return {one.id for one in self.documents if one.date and one.date[:4] in years}


_KEPT: WeakKeyDictionary[Store, Names] = WeakKeyDictionary()


def names_of(store: Store) -> Names:
    """The names in ``store``, read once for as long as it is kept."""
    if store not in _KEPT:
        _KEPT[store] = _read(store)
    return _KEPT[store]


def _read(store: Store) -> Names:
    by_words: dict[tuple[str, ...], list[Actor]] = defaultdict(list)
    for actor in all_actors(store):
        for name in _spellings((actor.label, *actor.aliases)):
            by_words[name].append(actor)
    return Names({name: tuple(several) for name, several in by_words.items()}, tuple(all_documents(store)))


def _spellings(names: Iterable[str]) -> set[tuple[str, ...]]:
    """The words of each name, without the article that it begins with."""
    several = (tuple(plain_words(name)) for name in names)
    return {words[1:] if len(words) > 1 and words[0] in _ARTICLES else words for words in several if words}
