"""Shorter and turned names by which an agreement means an actor that it also names in full."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from ingest.model.actors import ActorType
from ingest.understand.actors.lexicon import Lexicon
from ingest.understand.names import name_key, word_key, words

_LEAST_LETTERS = 3
_TURNED = re.compile(r"\b(?P<head>[^\W\d_]{4,}) van (?:de |het )?(?P<members>[a-zà-ÿ]{4,})\b")


def shortened(names: Sequence[str], lex: Lexicon) -> list[tuple[str, str]]:
    """Pairs of a body's short name and its full one: "Gebruikersoverleg" and "Gebruikersoverleg Duinwater".

    Only a compound is short for another name, and only where no more than one name begins with it.
    """
    longer: dict[str, set[str]] = defaultdict(set)
    for name in names:
        first, _, rest = name.partition(" ")
        if rest[:1].isupper() and not name.isupper():
            longer[word_key(first)].add(name)
    return [
        (name, min(longer[word_key(name)]))
        for name in sorted(set(names))
        if len(words(name)) == 1
        and len({name_key(long) for long in longer.get(word_key(name), ())}) == 1
        and _is_compound_body(name, lex)
    ]


def abbreviated(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of an abbreviation and the only one of ``names``, those of parties, that begins with it: "GGD Duinland"."""
    longer: dict[str, set[str]] = defaultdict(set)
    for name in names:
        first, _, rest = name.partition(" ")
        if len(first) >= _LEAST_LETTERS and first.isalpha() and first.isupper() and rest[:1].isupper():
            longer[first].add(name)
    yield from ((short, found.pop()) for short, found in sorted(longer.items()) if len(found) == 1)


def _is_compound_body(name: str, lex: Lexicon) -> bool:
    key = word_key(name)
    head = lex.head_of(key)
    return head is not None and head != key and lex.heads[head] is ActorType.BODY and not lex.is_plural(name)


def turned_round(texts: Iterable[str], names: Iterable[str], lex: Lexicon) -> Iterator[tuple[str, str]]:
    """Pairs of a name and the compound that says the same: "raad van deelnemers" and "Deelnemersraad"."""
    compounds = {word_key(name): name for name in sorted(names) if len(words(name)) == 1}
    if not compounds:
        return
    for text in texts:
        for found in _TURNED.finditer(text) if " van " in text else ():
            head, members = found["head"].lower(), found["members"]
            if lex.heads.get(word_key(head)) is not ActorType.BODY:
                continue
            compound = compounds.get(word_key(members + head)) or compounds.get(word_key(f"{members}s{head}"))
            if compound is not None:
                yield found.group().removeprefix("de ").removeprefix("het "), compound
