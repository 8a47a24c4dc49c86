"""How agreements introduce a name and say what it stands for (``data/name_patterns.toml``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from ingest.packaged import read_toml
from ingest.understand.actors.abbreviations import long_form
from ingest.understand.actors.lexicon import Lexicon
from ingest.understand.actors.phrases import find_phrases
from ingest.understand.guarded import Guarded, guarded
from ingest.understand.names import name_key, words

_ARTICLE = re.compile(r"^(?:de|het|een)\s+", re.IGNORECASE)
_NUMBERED = re.compile(
    r"(?:de |het )?\w+ (?:genoemd |bedoeld )?(?:onder |sub |nummers? )?(?:\d|[a-z]\b(?!\. ?\w))", re.IGNORECASE
)
_TOGETHER = re.compile(r"\b(?:samen|tezamen|gezamenlijk|afzonderlijk|ieder|elk)$", re.IGNORECASE)
_MOST_WORDS = 12
_MOST_PLAIN = 5
_CAPITALS = re.compile(r"[A-Z][\w’-]*(?: (?:(?:van|voor|de|het|der|en) ){0,2}[A-Z][\w’-]*){1,6}$")


@dataclass(frozen=True, slots=True)
class NamePattern:
    """A way in which agreements introduce a name; ``expression`` has the group ``long``, and for the name the group
    ``name``, or else ``quoted`` or ``plain`` and perhaps ``other`` for a second one.
    """

    id: str
    expression: Guarded
    example: str
    name: str
    long: str


def _raw() -> dict[str, Any]:
    return read_toml("ingest.understand", "data/name_patterns.toml")


@cache
def name_patterns() -> tuple[NamePattern, ...]:
    """The packaged patterns in their order."""
    return tuple(
        NamePattern(p["id"], guarded(p["expression"]), p["example"], p["name"], p["long"]) for p in _raw()["pattern"]
    )


def introductions(text: str, lexicon: Lexicon) -> Iterator[tuple[str, str, str]]:
    """Id of the pattern, name, and what it stands for, of every introduction in ``text``."""
    for pattern in name_patterns():
        position = 0
        for match in pattern.expression.finditer(text):
            before, position = text[position : match.end()], match.end()
            for name in names_of(match):
                long = _stands_for(pattern.id, name, match["long"], before, lexicon)
                if long and name_key(name) != name_key(long):
                    yield pattern.id, name, long


def names_of(match: re.Match[str]) -> list[str]:
    """The names that a match of a pattern gives, in the order of the text."""
    found = match.groupdict()
    return [name.rstrip("-") for key in ("name", "quoted", "plain", "other") if (name := found.get(key))]


def _stands_for(pattern: str, name: str, long: str, before: str, lexicon: Lexicon) -> str:
    """What the name stands for; empty where these words introduce none. ``before`` runs up to the end of the match."""
    short = sum(c.isupper() for c in name) >= 2
    if pattern == "name.abbreviation-in-brackets":
        found = (short and long_form(name, long)) or _holds(name, long, lexicon)
        return found if found == without_opener(found, lexicon) else ""
    if pattern == "name.legend":
        return long if short else ""
    if pattern == "name.legend-of-columns":
        meant = _ARTICLE.sub("", long)
        named = next(find_phrases(meant, lexicon), None)
        return meant if short and named is not None and named.start == 0 else ""
    if pattern == "name.long-in-brackets":
        return long if long_form(name, long) else ""
    if pattern == "name.quoted-in-brackets":
        return presented(before, lexicon)
    if pattern == "name.hereafter":
        if means_several(name, long, lexicon) or counts_off(long):
            return ""
        if _only_describes(long):
            party = presented(before, lexicon)
            return "" if party and means_several(name, party, lexicon) else party
        return (short and long_form(name, long)) or _from_its_actor(without_opener(long, lexicon), lexicon)
    return long


def _holds(name: str, long: str, lexicon: Lexicon) -> str:
    """The name at the end of ``long`` of which ``name`` is one word: "Stichting Datahuis Noord (Datahuis)"."""
    found = _CAPITALS.search(long)
    whole = without_opener(found.group(), lexicon) if found is not None else ""
    return whole if name in whole.split()[1:] else ""


def counts_off(name: str) -> bool:
    """Whether ``name`` only points at some who were named before: "partijen 1 tot en met 3", "stad en land samen"."""
    return _NUMBERED.match(name) is not None or _TOGETHER.search(name) is not None


def means_several(name: str, long: str, lexicon: Lexicon) -> bool:
    """Whether ``name`` is a plural for more than ``long`` tells: "de kustgemeenten" are not one body alone."""
    head = lexicon.head_of(words(name)[-1].key)
    heads = {lexicon.head_of(word.key) for word in words(long)}
    return bool(head) and lexicon.is_plural(name) and head not in heads


def _from_its_actor(long: str, lexicon: Lexicon) -> str:
    """``long`` without the words of a clause before its actor: "gaat het onderhoud over op de gemeente Dal"."""
    first = next(find_phrases(long, lexicon), None)
    if first is None or first.start == 0:
        return long
    stops = [word.end for word in words(long[: first.start]) if word.text.lower() in lexicon.stop]
    return without_opener(long[stops[-1] :].lstrip(), lexicon) if stops else long


def without_opener(name: str, lexicon: Lexicon) -> str:
    """``name`` without the determiner, pronoun or conjunction that a sentence begins with."""
    parts = name.split()
    while parts and (parts[0].lower() in lexicon.transparent or parts[0].lower() in lexicon.stop):
        parts = parts[1:]
    return " ".join(parts)


@cache
def _party() -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str]]:
    """What ends a party's name, what only describes it, and the small words that a name may have in it."""
    party = _raw()["party"]
    ends, persons = "|".join(map(re.escape, party["name_ends"])), "|".join(map(re.escape, party["persons"]))
    return (
        re.compile(rf"[,;(]|\s+(?:{ends})\b", re.IGNORECASE),
        re.compile(rf"(?:de |het )?(?:(?:{ends})\b|(?:{persons})[. ])"),
        frozenset(party["small_words"]),
    )


@cache
def _legal_form() -> re.Pattern[str]:
    return re.compile(_raw()["party"]["legal_forms"], re.IGNORECASE)


def party_name(text: str) -> str | None:
    """The name that ``text``, which presents a party, begins with; None when that is too long for a name."""
    presented = _legal_form().sub("", _ARTICLE.sub("", text.strip()))
    name = _ARTICLE.sub("", _party()[0].split(presented, maxsplit=1)[0]).strip()
    plain = [word for word in name.split() if word[0].islower() and word not in _party()[2]]
    return name if name and len(name.split()) <= _MOST_WORDS and len(plain) <= _MOST_PLAIN else None


def _only_describes(words_before: str) -> bool:
    """Whether what stands before "hierna" tells of a party rather than names it: "vertegenwoordigd door …"."""
    return _party()[1].match(words_before) is not None or "vertegenwoordigd" in words_before


def presented(text: str, lexicon: Lexicon) -> str:
    """The party that running text presents: its first words, where they are nothing but a name; else empty."""
    name = party_name(re.sub(r"^[\s,;]*(?:(?:en|alsmede)\s+)?", "", text)) or ""
    actors = [(phrase.start, phrase.end) for phrase in find_phrases(name, lexicon)]
    plain = [
        word.text
        for word in words(name)
        if word.text[0].islower() and not any(start <= word.start < end for start, end in actors)
    ]
    return name if all(word in _party()[2] for word in plain) else ""
