"""The governance vocabulary from which actors are recognised (``data/actors.toml``)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from ingest.model.actors import ActorType
from ingest.packaged import read_toml
from ingest.understand.names import name_key, word_key, words


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Head nouns by key with their actor type, and how each behaves. All sets hold word keys or name keys.

    ``seen`` remembers the heads of words already looked at.
    """

    heads: dict[str, ActorType]
    fixed: dict[str, ActorType]
    local: frozenset[str]
    needs_modifier: frozenset[str]
    needs_name: frozenset[str]
    plural_alone: frozenset[str]
    whole_word: frozenset[str]
    made_it: frozenset[str]
    singular_only: frozenset[str]
    names_after: frozenset[str]
    field_endings: tuple[str, ...]
    with_field: frozenset[str]
    second_office: frozenset[str]
    name_after_van: frozenset[str]
    singular: tuple[str, ...]
    bare_name: frozenset[str]
    no_and_in_name: frozenset[str]
    same_role: tuple[str, ...]
    agent_noun: tuple[str, ...]
    documents: tuple[str, ...]
    loaned: frozenset[str]
    transparent: frozenset[str]
    stop: frozenset[str]
    longest_fixed: int
    opens_fixed: frozenset[str]
    abbreviated_heads: dict[str, str]
    seen: dict[str, str | None] = field(default_factory=dict, compare=False)

    def head_of(self, key: str) -> str | None:
        """The longest head noun that ``key`` is or, as a compound, ends in; None when it names no actor."""
        if key not in self.seen:
            self.seen[key] = self._head_of(key)
        return self.seen[key]

    def _head_of(self, key: str) -> str | None:
        if key in self.heads:
            return key
        for start in range(2, len(key) - 3):
            if key[start:] in self.heads and key[start:] not in self.whole_word:
                return key[start:]
        return None

    def is_plural(self, word: str) -> bool:
        """Whether ``word``, which has a head noun for its end, stands in the plural."""
        if word.isupper():
            return False
        return word.lower().endswith(("s", "en")) and not word.lower().endswith(self.singular)

    def complement(self, name: str) -> tuple[str, str]:
        """The key of the head of "ministerie van X", "Min X" or "gemeente X", and X; both empty for other names."""
        first, *rest = name.split()
        head = "".join(word.key for word in words(self.abbreviated_heads.get(first.lower(), first)))
        if rest and head in self.names_after:
            return head, " ".join(rest[1:] if len(rest) > 1 and rest[0] in ("van", "voor") else rest)
        return "", ""

    def plain_name(self, name: str) -> str:
        """The key of X where ``name`` is "gemeente X" or another organisation that clauses call plain X, else empty."""
        head, rest = self.complement(name)
        return name_key(rest) if head in self.bare_name and name_key(rest) not in self.heads else ""

    def type_of(self, name: str) -> ActorType | None:
        """The type of the actor that ``name`` looks like: by fixed name, else by the first word that is a head."""
        if name_key(name) in self.fixed:
            return self.fixed[name_key(name)]
        tokens = [word_key(w) for w in re.findall(r"[^\W_]+", name)]
        for key in tokens:
            head = self.head_of(key)
            if head is not None:
                return self.heads[head]
        return None


@cache
def lexicon() -> Lexicon:
    """The packaged vocabulary, read once."""
    raw = read_toml("ingest.understand", "data/actors.toml")
    types = {"unit": ActorType.ORGANISATION} | {t.value: t for t in ActorType}

    def keys(values: list[str]) -> frozenset[str]:
        return frozenset(word_key(value) for value in values)

    behaviour, modifiers = raw["behaviour"], raw["modifiers"]
    fixed = {name_key(name): types[kind] for kind, names in raw["fixed"].items() for name in names}
    return Lexicon(
        heads={word_key(noun): types[kind] for kind, nouns in raw["heads"].items() for noun in nouns},
        fixed=fixed,
        local=keys(behaviour["local"]),
        needs_modifier=keys(behaviour["needs_modifier"]) | keys(behaviour["needs_name"]),
        needs_name=keys(behaviour["needs_name"]),
        plural_alone=keys(behaviour["plural_alone"]),
        whole_word=keys(behaviour["whole_word"]),
        made_it=keys(behaviour["made_it"]),
        singular_only=keys(behaviour["singular_only"]),
        names_after=keys(behaviour["names_after"]),
        field_endings=tuple(behaviour["field_endings"]),
        with_field=keys(behaviour["with_field"]),
        second_office=keys(behaviour["second_office"]),
        name_after_van=keys(behaviour["name_after_van"]),
        singular=tuple(noun for nouns in raw["heads"].values() for noun in nouns),
        bare_name=keys(behaviour["bare_name"]),
        no_and_in_name=keys(behaviour["no_and_in_name"]),
        same_role=tuple(name_key(noun) for noun in behaviour["same_role"]),
        agent_noun=tuple(behaviour["agent_noun"]),
        documents=tuple(modifiers["documents"]),
        loaned=keys(modifiers["loaned"]),
        transparent=frozenset(word.lower() for word in modifiers["transparent"]),
        stop=frozenset(word.lower() for word in modifiers["stop"]),
        abbreviated_heads=raw["abbreviated_heads"],
        opens_fixed=frozenset(words(name)[0].key for names in raw["fixed"].values() for name in names),
        longest_fixed=max(len(name.split()) for names in raw["fixed"].values() for name in names),
    )
