"""Actors called by their last noun alone: "het team" right after the Programmateam was named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingest.model.actors import ActorType
from ingest.understand.actors.index import Mention
from ingest.understand.actors.lexicon import Lexicon, lexicon
from ingest.understand.grammar import grammar
from ingest.understand.names import Word, words

_SHORTEST = 4
_REACH = 6


def recalled(text: str, mentions: Sequence[Mention], recent: Sequence[Mention]) -> tuple[Mention, ...]:
    """The ``mentions`` of ``text``, in which a noun alone means the longer name that ended in it shortly before.

    ``recent`` are the mentions since the heading, in order; the last few count. Where the noun is the name of an actor
    itself, it means the other only when that one alone is among them.
    """
    near = [mention.actor for mention in recent[-_REACH:]]
    found = {mention.start: mention for mention in mentions}
    for word in _nouns(text, lexicon()) if near else ():
        longer = next((actor for actor in reversed(near) if _ends_in(actor.label, word)), None)
        named = next((one for one in mentions if one.start < word.end and one.end > word.start), None)
        alone = named is None or (named.end - named.start == len(word.text) and named.actor not in near)
        if longer is not None and alone:
            found[word.start] = Mention(longer, word.start, word.end)
    return tuple(mention for _, mention in sorted(found.items()))


def _nouns(text: str, lex: Lexicon) -> Iterator[Word]:
    """The vague nouns in the singular that stand alone behind a word that points at something."""
    tokens = words(text)
    for before, word in pairwise(tokens):
        points = before.text.lower() in grammar().pointers and text[before.end : word.start] == " "
        if points and _vague(word, lex) and not lex.is_plural(word.text):
            yield word


def _vague(word: Word, lex: Lexicon) -> bool:
    """Whether the noun is one for a body, or one that names nobody by itself."""
    return len(word.text) >= _SHORTEST and (lex.heads.get(word.key) is ActorType.BODY or word.key in lex.needs_modifier)


def _ends_in(name: str, word: Word) -> bool:
    """Whether a longer name has the word for the end, or the beginning, of its head: Gegevensoverleg, Team Kade."""
    parts = [part.text.lower() for part in words(name.partition(" van ")[0])]
    noun = word.text.lower()
    return bool(parts) and (
        (parts[-1].endswith(noun) and (len(parts) > 1 or parts[-1] != noun)) or (len(parts) > 1 and parts[0] == noun)
    )
