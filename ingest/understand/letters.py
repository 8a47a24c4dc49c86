"""Who writes a letter and to whom (``data/letters.toml``): whom "ik" and "u" mean in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ingest.model.actors import ActorType
from ingest.model.tree import Node
from ingest.packaged import read_toml
from ingest.understand.actors.index import Mention, find_mentions
from ingest.understand.actors.join import ActorRegistry
from ingest.understand.actors.lexicon import lexicon
from ingest.understand.actors.phrases import find_phrases
from ingest.understand.analysis import Analysed
from ingest.understand.names import word_key

_OF = re.compile(r" van (?:de |het )?")
_ARTICLE = re.compile(r"^(?:de|het) ")
_SPOKEN = frozenset({"ik", "u"})


@dataclass(frozen=True, slots=True)
class Letter:
    """The keys of the actors who send a letter ("ik", "wij") and who get it ("u"); empty where none is shown."""

    sender: tuple[str, ...]
    addressee: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Words:
    salutation: re.Pattern[str]
    attention: re.Pattern[str]
    closing: re.Pattern[str]
    asked: re.Pattern[str]
    third_person: dict[str, str]


@cache
def _words() -> _Words:
    raw = read_toml("ingest.understand", "data/letters.toml")
    patterns = {name: re.compile(raw[name], re.IGNORECASE) for name in ("salutation", "attention", "closing", "asked")}
    return _Words(**patterns, third_person=raw["third_person"])


def letter_of(tree: Node, document: str, registry: ActorRegistry) -> Letter | None:
    """Who write and get the letter that ``tree`` is; None when no line greets anybody."""
    lines, greeting = _lines(tree)
    if greeting is None:
        return None
    return Letter(_sender(lines, greeting, document, registry), _addressee(lines[:greeting], document, registry))


def addressed_names(tree: Node) -> list[tuple[str, str | None]]:
    """The organisation whose director or board a letter is for, with the noun alone that it may be called by.

    "Aan de directeur van het Regiobureau Veer" makes "Regiobureau" another name of the "Regiobureau Veer".
    """
    lines, greeting = _lines(tree)
    offices = (phrase for line in lines[: greeting or 0] for phrase in find_phrases(line, lexicon()))
    names = []
    for office in offices:
        _, _, body = office.name.partition(" van ")
        name = _ARTICLE.sub("", body)
        if office.type is ActorType.OFFICE and name[:1].isupper():
            noun = name.split()[0]
            head = lexicon().head_of(word_key(noun))
            names.append((name, noun if noun != name and head not in (None, word_key(noun)) else None))
    return names


def _lines(tree: Node) -> tuple[list[str], int | None]:
    """The lines of a text, and which of them greets somebody."""
    lines = [node.text.text for node in tree.walk() if node.text and node.text.text]
    return lines, next((i for i, line in enumerate(lines) if _words().salutation.search(line)), None)


def _addressee(address: Sequence[str], document: str, registry: ActorRegistry) -> tuple[str, ...]:
    """The organisation to whose attention the letter is, else whose director gets it, else who has the assignment."""
    marked = next((i for i, line in enumerate(address) if _words().attention.search(line)), None)
    for line in address[marked : marked + 2] if marked is not None else ():
        for mention in find_mentions(line, document, registry):
            if mention.actor.type in (ActorType.ORGANISATION, ActorType.BODY):
                return (mention.actor.key,)
            body = _body_of(line, mention, document, registry)
            if body is not None:
                return (body,)
    contractor = registry.resolve("opdrachtnemer", document)
    return (contractor.key,) if contractor is not None else ()


def _body_of(line: str, mention: Mention, document: str, registry: ActorRegistry) -> str | None:
    """The body of which the mention is an office: of "directeur van het bureau" the bureau."""
    words = line[mention.start : mention.end]
    link = _OF.search(words)
    inner = find_mentions(words[link.end() :], document, registry) if link else []
    return inner[0].actor.key if inner else None


def _sender(lines: Sequence[str], greeting: int, document: str, registry: ActorRegistry) -> tuple[str, ...]:
    """Who signs below the last greeting, else who stands at the head of the letter."""
    closing = next((i for i in range(len(lines) - 1, greeting, -1) if _words().closing.search(lines[i])), None)
    signed = [_words().closing.split(line)[-1] for line in lines[closing:]] if closing is not None else []
    for line in (*signed, *lines[:1]):
        mentions = find_mentions(line, document, registry)
        if mentions:
            return (mentions[0].actor.key,)
    return ()


def asks_addressee(heading: str) -> bool:
    """Whether all below this heading is asked of the addressee: "Wat ik van u vraag"."""
    return _words().asked.search(heading) is not None


def in_third_person(clause: Analysed) -> str:
    """The words of a clause with the verbs beside "ik" and "u" as they stand beside a name: "u kunt" is "u kan"."""
    parts, position, tokens = [], 0, clause.tokens
    for index, token in enumerate(tokens):
        beside = {t.text.lower() for t in (*tokens[max(0, index - 1) : index], *tokens[index + 1 : index + 2])}
        if token.form == "fin" and beside & _SPOKEN:
            word = token.text.lower()
            plain = word if token.plural or word.endswith("t") else word + "t"
            parts += [clause.text[position : token.start], _words().third_person.get(word, plain)]
            position = token.end
    return "".join([*parts, clause.text[position:]])
