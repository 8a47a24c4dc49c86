"""What one agreement shows about who acts: names, which names mean the same, and which mean things."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from ingest.model.actors import ActorType
from ingest.packaged import read_toml
from ingest.understand.actors.acting import acting_nouns
from ingest.understand.actors.introductions import introductions, without_opener
from ingest.understand.actors.lexicon import Lexicon, lexicon
from ingest.understand.actors.longer_names import longer_names
from ingest.understand.actors.phrases import Phrase, find_phrases
from ingest.understand.actors.short_names import abbreviated, shortened, turned_round
from ingest.understand.alternation import alternatives
from ingest.understand.names import name_key, words

_NAME = r"[A-Z][\w&’-]*(?: [A-Z][\w&’-]*){0,4}"
_LIST = re.compile(rf"(?P<list>{_NAME}(?:, {_NAME})*,? (?:en|of|&|alsmede) {_NAME})")
_LISTED = re.compile(rf",? (?:van )?{_LIST.pattern}")
_PART = re.compile(r", | en | of | & | alsmede ")


@dataclass
class NameEvidence:
    """Evidence of one agreement.

    ``names`` counts each name by type; ``same`` holds pairs of names for one actor, ``lists`` names that stand in one
    enumeration, ``agents`` counts how often a capitalised name acts, ``doing`` holds those that do what things do as
    well, ``nouns`` counts how often a common noun acts by which the agreement can mean but one actor, ``things`` holds
    keys of names defined as no actor; ``uses`` counts how often each of the names stands in the text, but for where it
    is part of a longer one.
    """

    document: str
    names: Counter[tuple[str, ActorType]] = field(default_factory=Counter)
    same: list[tuple[str, str]] = field(default_factory=list)
    lists: list[tuple[str, ...]] = field(default_factory=list)
    agents: Counter[str] = field(default_factory=Counter)
    doing: set[str] = field(default_factory=set)
    nouns: Counter[str] = field(default_factory=Counter)
    things: set[str] = field(default_factory=set)
    uses: Counter[str] = field(default_factory=Counter)


def _agency() -> dict[str, Any]:
    agency: dict[str, Any] = read_toml("ingest.understand", "data/actors.toml")["agency"]
    return agency


def least_acts() -> int:
    """How often a capitalised name of which nothing else is known must act to be an actor."""
    least: int = _agency()["least"]
    return least


@cache
def _doing() -> re.Pattern[str]:
    """A capitalised name before any verb of acting, which things do as well."""
    return re.compile(
        rf"(?P<name>{_NAME}) (?:{alternatives(read_toml('ingest.understand', 'data/acting.toml')['verbs'])})\b"
    )


@cache
def _acting() -> tuple[re.Pattern[str], re.Pattern[str]]:
    agency = _agency()
    before = alternatives(agency["before"])
    after = alternatives(agency["after"])
    return re.compile(rf"\b(?:{before}) (?P<name>{_NAME})"), re.compile(
        rf"(?P<name>{_NAME})(?: \([^()]{{2,40}}\))? (?:{after})\b"
    )


def mine(document: str, blocks: Iterable[str], names: Iterable[tuple[str, str | None]] = ()) -> NameEvidence:
    """Evidence from the repaired text of an agreement's blocks.

    ``names`` are names that the structure itself shows to be actors (parties, columns of a responsibility matrix), each
    with what the agreement goes on to call it, or None.
    """
    evidence, lex = NameEvidence(document), lexicon()
    nouns: Counter[tuple[str, ActorType]] = Counter()
    given = list(names)
    for name, called in given:
        kind = lex.type_of(name) or ActorType.ORGANISATION
        evidence.names[name, kind] += 1
        if called is not None:
            evidence.names[called, kind] += 1
            evidence.same.append((called, name))
    texts = list(blocks)
    for text in texts:
        phrases = list(find_phrases(text, lex))
        _phrases(text, phrases, evidence, lex)
        _introductions(text, evidence, lex)
        _agents(text, phrases, evidence, lex)
        nouns.update(acting_nouns(text, lex))
    _nouns(nouns, evidence, lex)
    _longer(texts, evidence, lex)
    _shorter(evidence)
    mined = [name for name, _ in evidence.names]
    evidence.same += [*shortened(mined, lex), *abbreviated(name for name, _ in given)]
    for inverted, compound in turned_round(texts, [*mined, *evidence.nouns], lex):
        evidence.names[inverted, ActorType.BODY] += 1
        evidence.same.append((inverted, compound))
    evidence.uses = _uses("\n".join(texts), {name for name, _ in evidence.names} | {*sum(evidence.same, ())})
    return evidence


def _uses(text: str, names: Collection[str]) -> Counter[str]:
    uses: Counter[str] = Counter()
    for name in sorted(names, key=lambda one: (-len(one), one)):
        uses[name] = text.count(name) - sum(count for longer, count in uses.items() if count and name in longer)
    return uses


def _longer(texts: Iterable[str], evidence: NameEvidence, lex: Lexicon) -> None:
    kinds = {name.lower(): kind for name, kind in evidence.names}
    for name, longer in longer_names(texts, [*kinds, *evidence.nouns]):
        evidence.names[longer, kinds.get(name) or lex.type_of(name) or ActorType.ROLE] += least_acts()
        evidence.same.append((name, longer))


def _shorter(evidence: NameEvidence) -> None:
    """Take back what was read into the name of an office once only: "doet de coördinator melding" is about the
    coördinator where he is named without it too.
    """
    alone = {name.lower() for name, _ in evidence.names if name.isalpha()}
    for (name, kind), count in list(evidence.names.items()):
        office, _, field = name.partition(" ")
        if kind is ActorType.OFFICE and count == 1 and field.isalpha() and field.islower() and office.lower() in alone:
            del evidence.names[name, kind]
            evidence.names[office, kind] += 1


def _nouns(nouns: Counter[tuple[str, ActorType]], evidence: NameEvidence, lex: Lexicon) -> None:
    """Add the common nouns that act: "het team" means the only team that is named, and nobody where several are."""
    known, named = {name_key(name) for name, _ in evidence.names if not name.isupper()}, defaultdict(set)
    for name, _ in evidence.names:
        keys = [word.key for word in words(name)]
        for key in {keys[0], keys[-1], lex.head_of(keys[-1]) or ""} if len(keys) > 1 else {lex.head_of(keys[0]) or ""}:
            named[key].add(name)
    for (noun, kind), count in sorted(nouns.items()):
        if name_key(noun) in known:
            continue
        owners, collective = named[name_key(noun)], kind in (ActorType.BODY, ActorType.ORGANISATION)
        if collective and len({name_key(name) for name in owners}) > 1:
            continue
        evidence.nouns[noun] += count
        if collective and owners and not lex.is_plural(noun):
            evidence.same.append((noun, min(owners)))


def _phrases(text: str, phrases: Iterable[Phrase], evidence: NameEvidence, lex: Lexicon) -> None:
    for phrase in phrases:
        evidence.names[phrase.name, phrase.type] += 1
        for body in _bodies(phrase, lex):
            evidence.names[body.name, body.type] += 1
        if not lex.is_plural(phrase.name.split()[-1]):
            continue
        listed = _LISTED.match(text, phrase.end)
        if listed:
            for member in _members(listed, evidence, lex):
                evidence.agents[member] += 2


def _bodies(phrase: Phrase, lex: Lexicon) -> Iterator[Phrase]:
    """The body that is part of the name of an office: the stuurgroep of "voorzitter van de stuurgroep"."""
    _, _, body = phrase.name.partition(" van ")
    if phrase.type is ActorType.OFFICE and body:
        yield from (found for found in find_phrases(body, lex) if found.type is ActorType.BODY)


def _members(enumeration: re.Match[str], evidence: NameEvidence, lex: Lexicon) -> tuple[str, ...]:
    """The names of an enumeration, which is added to the evidence."""
    names = (without_opener(name, lex) for name in _PART.split(enumeration["list"]))
    members = tuple(name for name in names if name)
    evidence.lists.append(members)
    return members


def _introductions(text: str, evidence: NameEvidence, lex: Lexicon) -> None:
    for pattern, name, long in introductions(text, lex):
        if pattern == "name.defined":
            kind = _type_of_definition(long, lex)
            if kind is None and lex.type_of(name) is None:
                evidence.things.add(name_key(name))
            elif kind is not None:
                evidence.names[name, kind] += 1
            continue
        evidence.same.append((name, long))
        kind = _type_of_name(long, lex)
        if kind is not None:
            evidence.names[name, kind] += 1
            evidence.names[long, kind] += 1


def _type_of_name(name: str, lex: Lexicon) -> ActorType | None:
    """The type of a name that an agreement gives in full: of the phrase in it, else of the noun at its head, which
    stands last ("chief privacy officer") or before "voor" or "van" ("functionaris voor gegevensbescherming").
    """
    found = next((phrase.type for phrase in find_phrases(name, lex)), None)
    parts = words(name)
    if found is not None or len(parts) < 2:
        return found
    head = parts[0] if parts[1].text.lower() in ("voor", "van") else parts[-1]
    return None if lex.is_plural(head.text) else lex.heads.get(lex.head_of(head.key) or "")


def _type_of_definition(meaning: str, lex: Lexicon) -> ActorType | None:
    """The type when the first noun phrase of a definition is an actor: "het overleg van …", "de centrale helpdesk"."""
    for word in words(meaning)[:6]:
        head = lex.head_of(word.key)
        if head is not None and not lex.is_plural(word.text):
            return lex.heads[head]
        if word.text.lower() in ("van", "voor", "met", "die", "dat", "waarin"):
            return None
    return None


def _agents(text: str, phrases: Iterable[Phrase], evidence: NameEvidence, lex: Lexicon) -> None:
    taken = [(phrase.start, phrase.end) for phrase in phrases]
    for pattern in _acting():
        evidence.agents.update(_free(pattern, text, taken, lex))
    evidence.doing.update(_free(_doing(), text, taken, lex))
    for match in _LIST.finditer(text):
        _members(match, evidence, lex)


def _free(pattern: re.Pattern[str], text: str, taken: Sequence[tuple[int, int]], lex: Lexicon) -> Iterator[str]:
    """The names that ``pattern`` finds in the text, but for those that are part of a phrase, which has ``taken`` it."""
    for match in pattern.finditer(text):
        whole = not text.endswith("& ", 0, match.start("name"))
        name = without_opener(match["name"], lex) if whole else ""
        if name and not any(start < match.end("name") and match.start("name") < end for start, end in taken):
            yield name
