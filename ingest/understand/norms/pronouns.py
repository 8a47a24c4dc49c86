"""Whom a pronoun means that is the subject of a clause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from ingest.packaged import read_toml
from ingest.understand.analysis import Token

_NOUN_PHRASE = frozenset({"NOUN", "ADJ", "PROPN", "NUM"})


@dataclass(frozen=True, slots=True)
class Before:
    """What stands before a clause: the keys of the actors whom the clause before is about (its ``topic``), all whom it
    names, in order, each with whether the name is a plural, who speaks as "wij" or "ik" (``speakers``), and who is
    spoken to as "u" (``addressed``).
    """

    topic: tuple[str, ...] = ()
    named: tuple[tuple[str, bool], ...] = ()
    speakers: tuple[str, ...] = ()
    addressed: tuple[str, ...] = ()

    def latest(self, *, plural: bool) -> tuple[str, ...]:
        """Whom "deze" means: of that number, the last that the clause names besides its topic; else its topic."""
        others = [key for key, several in self.named if several is plural and key not in self.topic]
        return (others[-1],) if others else self.topic

    def several(self) -> tuple[str, ...]:
        """Whom "zij" with a plural verb means: not the topic where that is one, and others are named as many."""
        one = len(self.topic) == 1 and (self.topic[0], True) not in self.named
        others = tuple(dict.fromkeys(key for key, _ in self.named if key not in self.topic))
        return others if one and any(plural for key, plural in self.named if key in others) else self.topic


@dataclass(frozen=True, slots=True)
class _Pronouns:
    subjects: frozenset[str]
    pointing: frozenset[str]
    nearest: frozenset[str]
    of_many: frozenset[str]
    speaking: frozenset[str]
    each: frozenset[str]
    impersonal: frozenset[str]
    addressing: frozenset[str]
    agent: frozenset[str]
    asks: frozenset[str]
    allows: frozenset[str]


def _raw() -> dict[str, list[str]]:
    raw: dict[str, list[str]] = read_toml("ingest.understand", "data/bearers.toml")["pronouns"]
    return raw


def speakers() -> tuple[str, ...]:
    """The names by which agreements call those who made them, and who say "wij" in them."""
    return tuple(_raw()["speakers"])


@cache
def _pronouns() -> _Pronouns:
    raw = _raw()
    return _Pronouns(**{name: frozenset(raw[name]) for name in _Pronouns.__slots__})


def points_back(token: Token) -> bool:
    """Whether the token is a word that stands for somebody, whatever the tagger makes of it."""
    return token.text.lower() in (_pronouns().subjects | _pronouns().pointing)


def spoken_of(
    tokens: Sequence[Token], verb: int | None, before: Before, *, passive: bool, named: bool
) -> tuple[tuple[str, ...], str, float] | None:
    """Who bears a clause of a letter that speaks of "ik" or "u", as ``meant_by_pronoun`` gives it.

    ``named`` tells whether an actor opens the clause as its subject: then "u" behind the verb is who gets something.
    Who is asked bears what is asked ("Ik verzoek u …"), who is allowed what is allowed ("Het is u toegestaan …").
    """
    if not before.addressed or verb is None:
        return None
    words = [token.text.lower() for token in tokens]
    lemmas = {token.lemma for token in tokens if token.form}
    spoken_to = next((i for i, word in enumerate(words) if word in _pronouns().addressing), None)
    own = next((i for i in (verb + 1, verb - 1) if 0 <= i < len(words) and words[i] in _pronouns().speaking), None)
    if spoken_to is not None and lemmas & _pronouns().asks and (own is not None or passive):
        return before.addressed, "bearer.addressed", 0.8
    if own is not None and not passive:
        return (before.speakers, "bearer.speakers", 0.8) if before.speakers else None
    for index in (i for i, word in enumerate(words) if word in _pronouns().addressing):
        subject = tokens[index].dep.startswith("nsubj") and abs(index - verb) == 1 and not passive and not named
        granted = index == verb + 1 and bool(lemmas & _pronouns().allows)
        if subject or granted or (passive and index and words[index - 1] == "door"):
            return before.addressed, "bearer.addressed", 0.8
    by_speaker = passive and any(a == "door" and b in _pronouns().agent for a, b in pairwise(words))
    return (before.speakers, "bearer.speakers", 0.7) if by_speaker and before.speakers else None


def meant_by_pronoun(tokens: Sequence[Token], verb: int, before: Before) -> tuple[tuple[str, ...], str, float] | None:
    """The keys of the actors that the pronoun at the subject's place means, the rule that tells so and its weight.

    None where there is no such pronoun, or nobody whom it can mean. ``verb`` is the place of the main verb.
    """
    for token in [*tokens[: min(verb, 2)], *tokens[verb + 1 : verb + 2]]:
        word = token.text.lower()
        each = token is tokens[0] and verb == 1 and word in _pronouns().each
        if (each or word in _pronouns().speaking) and before.speakers:
            return before.speakers, "bearer.speakers", 0.7
        if before.topic and word in (_pronouns().subjects if token.pos == "PRON" else _pronouns().pointing):
            return _antecedent(word, before, plural=tokens[verb].plural), "bearer.pronoun", 0.7
    if before.topic and _is_neuter_subject(tokens, verb):
        return before.topic, "bearer.pronoun", 0.6
    return None


def _antecedent(word: str, before: Before, *, plural: bool) -> tuple[str, ...]:
    if word in _pronouns().nearest:
        return before.latest(plural=plural)
    return before.several() if plural and word in _pronouns().of_many else before.topic


def _is_neuter_subject(tokens: Sequence[Token], verb: int) -> bool:
    """Whether "het" is somebody who acts: at the head of the clause, or right after its verb and before no noun."""
    personal = tokens[verb].lemma not in _pronouns().impersonal or any(t.text == "verantwoordelijk" for t in tokens)
    after = tokens[verb + 1 : verb + 3]
    inverted = len(after) == 2 and after[0].text == "het" and after[1].pos not in _NOUN_PHRASE
    return personal and ((tokens[0].text == "Het" and verb == 1) or inverted)
