"""Whom a clause leaves in mind, so that "hij" or "zij" in the next one is known."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.understand.actors.index import Mention
from ingest.understand.actors.lexicon import lexicon
from ingest.understand.analysis import Analysed, Token
from ingest.understand.names import words
from ingest.understand.norms.groups import Bearers, chains, covered
from ingest.understand.norms.pronouns import Before
from ingest.understand.norms.syntax import is_passive, main_verb, preposition_before


def left_in_mind(clause: Analysed, mentions: Sequence[Mention], found: Bearers) -> Before:
    """What a clause, whose bearers are ``found``, leaves for a pronoun in the next one."""
    return Before(_topic(clause, mentions, found), names_left(clause, mentions))


def names_left(clause: Analysed, mentions: Sequence[Mention]) -> tuple[tuple[str, bool], ...]:
    """The actors that a clause names, in order, each with whether the name is a plural."""
    return tuple((m.actor.key, _is_many(clause.text, m)) for m in mentions)


def _is_many(text: str, mention: Mention) -> bool:
    """Whether a name is a plural: right after "van" a capital makes a place of it ("het loket van Duinsteden")."""
    name, lex = text[mention.start : mention.end], lexicon()
    place = name[0].isupper() and text[: mention.start].endswith(" van ") and not lex.head_of(words(name)[-1].key)
    return lex.is_plural(name) and not place


def _topic(clause: Analysed, mentions: Sequence[Mention], found: Bearers) -> tuple[str, ...]:
    """The bearers, but for a passive clause that is about somebody: after "De voorzitter wordt benoemd door de raad"
    it is the voorzitter, not the raad.
    """
    tokens = clause.tokens
    if is_passive(tokens, main_verb(tokens)):
        for group in chains(clause.text, mentions):
            places = covered(tokens, group[0])
            if places and _is_passive_subject(tokens, places):
                return tuple(dict.fromkeys(mention.actor.key for mention in group))
    return found.actors


def _is_passive_subject(tokens: Sequence[Token], places: Sequence[int]) -> bool:
    return any(tokens[i].dep == "nsubj:pass" for i in places) and preposition_before(tokens, places[0]) is None
