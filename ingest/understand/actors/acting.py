"""Common nouns that an agreement lets act (``data/acting.toml``): "de bewaarder legt verantwoording af"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ingest.model.actors import ActorType
from ingest.packaged import read_toml
from ingest.understand.actors.lexicon import Lexicon
from ingest.understand.actors.phrases import ADJECTIVE
from ingest.understand.alternation import alternatives
from ingest.understand.names import Word, word_key, words

_OF = (
    r"(?:\s+van(?:\s+(?:de|het|een))?\s+[\w’-]+(?:\s+[A-Z][\w’-]*){0,3})?"
    r"(?:,\s+(?:bedoeld|genoemd|vermeld)\s+in\s+[^,]{3,80},)?"
)
_COMPOUND = 6
_OPENS = re.compile(r"(?:^|[.:;!?]\s*)[^\w]*$")


@dataclass(frozen=True, slots=True)
class _Name:
    """A noun phrase in small letters without its ``determiner``, which begins at ``start``."""

    text: str
    start: int
    determiner: str


@dataclass(frozen=True, slots=True)
class _Acting:
    determiners: frozenset[str]
    neuter: frozenset[str]
    prepositions: frozenset[str]
    person_endings: tuple[str, ...]
    no_persons: frozenset[str]
    no_compounds: tuple[str, ...]
    vague: frozenset[str]
    compound_ends: tuple[str, ...]
    verb_after: re.Pattern[str]
    modal_after: re.Pattern[str]
    verb_before: re.Pattern[str]
    agent_before: re.Pattern[str]
    answers_after: re.Pattern[str]
    answers_inverted: re.Pattern[str]
    abstract: tuple[str, ...]
    no_person_endings: tuple[str, ...]


@cache
def _acting() -> _Acting:
    raw = read_toml("ingest.understand", "data/acting.toml")
    return _Acting(
        determiners=frozenset(raw["determiners"]),
        neuter=frozenset(raw["neuter"]),
        prepositions=frozenset(raw["prepositions"]),
        person_endings=tuple(raw["person_endings"]),
        no_persons=frozenset(word_key(noun) for noun in raw["no_persons"]),
        no_compounds=tuple(word_key(noun) for noun in raw["no_persons"] if len(noun) >= _COMPOUND),
        vague=frozenset(raw["vague"]),
        compound_ends=tuple(raw["compound_ends"]),
        verb_after=re.compile(rf"{_OF}\s+(?:{alternatives(raw['verbs'])})\b"),
        modal_after=re.compile(rf"{_OF}\s+(?:{alternatives(raw['modals'])})\b"),
        verb_before=re.compile(rf"\b(?:{alternatives([*raw['verbs'], *raw['modals']])})\s+$"),
        agent_before=re.compile(rf"\b(?:{alternatives(raw['agent'])})\s+$"),
        answers_after=re.compile(
            rf"\s+(?:(?:is|zijn)\s+(?:\w+\s+)?(?:{alternatives(raw['answers'])})|(?:{alternatives(raw['tasked'])}))\b"
        ),
        answers_inverted=re.compile(rf"\s+(?:\w+\s+)?(?:{alternatives(raw['answers'])})\b"),
        abstract=tuple(raw["abstract"]),
        no_person_endings=tuple(raw["no_person_endings"]),
    )


def determiners() -> frozenset[str]:
    """The words that may stand before such a noun, in small letters."""
    return _acting().determiners


def acting_nouns(text: str, lexicon: Lexicon) -> Iterator[tuple[str, ActorType]]:
    """Every noun of ``text`` that acts there and is no actor by itself, with the type of actor that it makes.

    A noun of the vocabulary acts as the subject right before or after a verb of acting, or as the agent of a passive
    clause. A noun for a meeting or section, a compound of one ("cliëntenraad"), and any noun with the ending of a noun
    for persons must be the subject right before such a verb. One adjective belongs to the name of a meeting. A phrase
    with "van" may stand between ("medewerkers van de gemeente melden").
    """
    tokens, acting = words(text), _acting()
    for index, word in enumerate(tokens):
        name = _name(text, tokens, index, lexicon)
        if name is None:
            continue
        head = lexicon.head_of(word.key) or _end_of_compound(word.text.lower(), lexicon)
        answers = _answers(text, word, name.start)
        acts = acting.verb_after.match(text, word.end) is not None or answers or _heads_list(text, name, word)
        if head is None:
            may = acts or acting.modal_after.match(text, word.end) is not None
            if (may and _is_person(word.text.lower(), word.key, name.determiner)) or answers:
                yield name.text, ActorType.ROLE
        elif head in lexicon.needs_modifier or head in lexicon.whole_word:
            named = word.key not in lexicon.needs_name or " " in name.text
            body = lexicon.heads[head] is ActorType.BODY
            known = head == word.key or body or lexicon.is_plural(word.text)
            agent = known and named and _acts_otherwise(text, word, name.start)
            if name.text not in acting.vague and (acts or agent):
                yield name.text, lexicon.heads[head]


def _name(text: str, tokens: list[Word], index: int, lexicon: Lexicon) -> _Name | None:
    """The noun phrase that ends in the word at ``index``; None where it has no determiner or a preposition before it.

    A plural that opens its sentence ("Bewoners melden …") needs no determiner.
    """
    word, determiners = tokens[index], _acting().determiners
    if word.text.istitle() and lexicon.is_plural(word.text) and _OPENS.search(text[: word.start]):
        return _Name(word.text.lower(), word.start, "de")
    if not index or not (word.text.islower() or word.text.istitle()):
        return None
    first = index
    if tokens[index - 1].text.lower() not in determiners:
        described = word.key in lexicon.needs_name or word.text.endswith(_acting().person_endings)
        if index < 2 or not described or not ADJECTIVE.search(tokens[index - 1].text):
            return None
        first = index - 1
    determiner = tokens[first - 1]
    governed = (
        first > 1
        and tokens[first - 2].text.lower() in _acting().prepositions
        and text[tokens[first - 2].end : determiner.start].isspace()
    )
    if governed or determiner.text.lower() not in determiners:
        return None
    return _Name(text[tokens[first].start : word.end], determiner.start, determiner.text.lower())


def _end_of_compound(word: str, lexicon: Lexicon) -> str | None:
    """The head that ``word`` ends in although only the whole word counts where nothing acts: "cliëntenraad"."""
    end = next((end for end in _acting().compound_ends if word.endswith(end) and word != end), None)
    return word_key(end) if end and word_key(end) in lexicon.heads else None


def _heads_list(text: str, name: _Name, word: Word) -> bool:
    """Whether the noun with its determiner is all that stands above a list: "De inzamelaar:"."""
    return name.start == 0 and text[word.end :].strip() == ":"


def _acts_otherwise(text: str, word: Word, start: int) -> bool:
    """Whether the noun, whose determiner begins at ``start``, is the subject of a modal, or follows verb or agent."""
    acting, before = _acting(), text[max(0, start - 30) : start]
    return (
        acting.modal_after.match(text, word.end) is not None
        or acting.verb_before.search(before) is not None
        or acting.agent_before.search(before) is not None
    )


def _answers(text: str, word: Word, start: int) -> bool:
    """Whether the noun, whose determiner begins at ``start``, is said to be what only somebody can be."""
    acting = _acting()
    if len(word.text) <= _COMPOUND or word.text.lower().endswith(acting.abstract) or word.text.lower() in acting.vague:
        return False
    inverted = re.search(r"\b(?:is|zijn)\s+$", text[max(0, start - 10) : start]) is not None
    return acting.answers_after.match(text, word.end) is not None or (
        inverted and acting.answers_inverted.match(text, word.end) is not None
    )


def _is_person(noun: str, key: str, determiner: str) -> bool:
    acting = _acting()
    return (
        len(noun) > 4
        and noun.endswith(acting.person_endings)
        and not noun.endswith(acting.no_person_endings)
        and key not in acting.no_persons
        and not key.endswith(acting.no_compounds)
        and determiner not in acting.neuter
    )
