"""Actors found again in running text."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.model.actors import Actor, ActorType
from ingest.understand.actors.join import OPENING, ActorRegistry
from ingest.understand.actors.known import MOST_WORDS
from ingest.understand.actors.lexicon import lexicon
from ingest.understand.actors.phrases import stands_alone
from ingest.understand.names import Word, words


@dataclass(frozen=True, slots=True)
class Mention:
    """An actor named at ``text[start:end]``."""

    actor: Actor
    start: int
    end: int


def find_mentions(text: str, document: str, registry: ActorRegistry) -> list[Mention]:
    """The actors that ``text`` names, left to right, longest names first.

    Two names that lean on each other ("Waterkring-Beheerder") are one mention: of the part that is a role.
    """
    tokens, found, index = words(text), [], 0
    while index < len(tokens):
        hit = _longest(text, tokens, index, document, registry)
        if hit is None:
            index += 1
            continue
        actor, last = hit
        found.append(Mention(actor, tokens[index].start, tokens[last].end))
        index = last + 1
    return _leaning(text, found)


def _longest(
    text: str, tokens: list[Word], index: int, document: str, registry: ActorRegistry
) -> tuple[Actor, int] | None:
    best, key = None, ""
    for last in range(index, min(index + MOST_WORDS, len(tokens))):
        if last > index and not _adjoins(text, tokens[last - 1], tokens[last]):
            break
        key += tokens[last].key
        if key[:OPENING] not in registry.openings:
            break
        actor_key = registry.local.get(document, {}).get(key) or registry.names.get(key)
        if actor_key is None or (key in registry.capital and not tokens[index].text[0].isupper()):
            continue
        if last == index and key in lexicon().plural_alone and not stands_alone(text, tokens, index, lexicon()):
            continue
        if text[tokens[last].end : tokens[last].end + 1] == "-" and last + 1 < len(tokens):
            follows = text[tokens[last].end + 1 : tokens[last].end + 2]
            if follows.islower():
                continue
        best = (registry.actors[actor_key], last)
    return best


def _adjoins(text: str, one: Word, other: Word) -> bool:
    gap = text[one.end : other.start]
    return (len(gap) <= 2 and all(c in " -–/().&" for c in gap)) or gap == ", "


def _leaning(text: str, mentions: list[Mention]) -> list[Mention]:
    out: list[Mention] = []
    for mention in mentions:
        if out and text[out[-1].end : mention.start] in ("-", "/", " ") and out[-1].actor != mention.actor:
            if (
                lexicon().is_plural(text[out[-1].start : out[-1].end])
                and out[-1].actor.type is not ActorType.ORGANISATION
            ):
                out.append(mention)
                continue
            before = out.pop()
            role = mention if mention.actor.type.value in ("role", "body") else before
            out.append(Mention(role.actor, before.start, mention.end))
            continue
        out.append(mention)
    return out
