"""Whom a pronoun means that is the subject of a clause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ingest.packaged import read_toml
from ingest.understand.analysis import Token

_NOUN_PHRASE = frozenset({"NOUN", "ADJ", "PROPN", "NUM"})


@dataclass(frozen=True, slots=True)
class Before:
    """What stands before a clause: the keys of the actors whom the clause before is about (its ``topic``), all whom it
    names, in order, each with whether the name is a plural, who speaks as "wij" (``speakers``), and of a letter who
    writes as "ik" (``writer``) and who is meant by "u" (``addressee``).
    """

    topic: tuple[str, ...] = ()
    named: tuple[tuple[str, bool], ...] = ()
    speakers: tuple[str, ...] = ()
    writer: tuple[str, ...] = ()
    addressee: tuple[str, ...] = ()

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
    writer: frozenset[str]
    addressee: frozenset[str]
    asking: frozenset[str]
    giving: frozenset[str]
    nominative: frozenset[str]
    agents: frozenset[str]
    personal: frozenset[str]
    them: frozenset[str]
    some: frozenset[str]
    each: frozenset[str]
    impersonal: frozenset[str]


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


def meant_by_pronoun(tokens: Sequence[Token], verb: int, before: Before) -> tuple[tuple[str, ...], str, float] | None:
    """The keys of the actors that the pronoun at the subject's place means, the rule that tells so and its weight.

    None where there is no such pronoun, or nobody whom it can mean. ``verb`` is the place of the main verb.
    """
    if before.topic and _is_one_of_them(tokens, verb):
        return before.topic, "bearer.pronoun", 0.7
    for token in [*tokens[: min(verb, 2)], *tokens[verb + 1 : verb + 2]]:
        word = token.text.lower()
        each = token is tokens[0] and verb == 1 and word in _pronouns().each
        if (each or word in _pronouns().speaking) and before.speakers:
            return before.speakers, "bearer.speakers", 0.7
        if word in _pronouns().writer and before.writer:
            return _written(tokens, verb, before)
        if word in _pronouns().addressee and before.addressee:
            return before.addressee, "bearer.addressee", 0.8
        if before.topic and word in (_pronouns().subjects if token.pos == "PRON" else _pronouns().pointing):
            return _antecedent(word, before, plural=tokens[verb].plural), "bearer.pronoun", 0.7
    if before.topic and _is_neuter_subject(tokens, verb):
        return before.topic, "bearer.pronoun", 0.6
    return None


def meant_alone(word: str, before: Before) -> tuple[str, ...]:
    """Whom a pronoun means that is all there is above a list: "Deze:", "Zij:"."""
    return _antecedent(word.lower(), before, plural=word.lower() in _pronouns().of_many)


def _is_one_of_them(tokens: Sequence[Token], verb: int) -> bool:
    """Whether the subject is one, none or each "van hen": "Ieder van hen is gehouden …"."""
    words = [token.text.lower() for token in tokens[:verb]]
    return len(words) == 3 and words[1] == "van" and words[2] in _pronouns().them and words[0] in _pronouns().some


def has_subject_pronoun(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a pronoun that can be nothing but the subject stands right after the main verb, or alone before it."""
    after = tokens[verb + 1 : verb + 2]
    alone = tokens[:1] if verb == 1 else ()
    return any(token.text.lower() in _pronouns().nominative and token.pos == "PRON" for token in (*after, *alone))


def meant_by_agent(tokens: Sequence[Token], before: Before) -> tuple[tuple[str, ...], str, float] | None:
    """The same for a pronoun after "door" in a passive clause: "door hem", "door deze", "door u"."""
    for index in range(1, len(tokens)):
        word = tokens[index].text.lower()
        if word not in _pronouns().agents or tokens[index - 1].text.lower() != "door":
            continue
        if word not in _pronouns().personal and index + 1 < len(tokens) and tokens[index + 1].pos in _NOUN_PHRASE:
            continue
        if word in ("mij", "u", "ons"):
            meant = {"mij": before.writer, "u": before.addressee}.get(word, before.speakers or before.writer)
        else:
            meant = before.latest(plural=False) if word in _pronouns().nearest else before.topic
        return (meant, "bearer.pronoun", 0.7) if meant else None
    return None


def _written(tokens: Sequence[Token], verb: int, before: Before) -> tuple[tuple[str, ...], str, float]:
    """Whom "ik" makes the bearer: the writer, or the addressee of whom something is asked or to whom it is given."""
    words = [token.text.lower() for token in tokens]
    asks = tokens[verb].lemma in _pronouns().asking or not _pronouns().giving.isdisjoint(words)
    if asks and before.addressee and not _pronouns().addressee.isdisjoint(words):
        return before.addressee, "bearer.addressee", 0.75
    return before.writer, "bearer.writer", 0.8


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
