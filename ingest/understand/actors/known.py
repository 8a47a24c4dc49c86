"""Which of the names that agreements show belong to actors."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from ingest.understand.actors.evidence import NameEvidence, least_acts
from ingest.understand.actors.lexicon import Lexicon, lexicon
from ingest.understand.names import name_key, words

MOST_WORDS = 12


def known_names(evidence: Sequence[NameEvidence]) -> dict[str, Counter[str]]:
    """The names of each agreement that are actors, with their counts: by head, by introduction, by what they do."""
    things = {key for e in evidence for key in e.things}
    typed = {name_key(name) for e in evidence for name, _ in e.names}
    plain = {lexicon().plain_name(name) for e in evidence for name, _ in e.names}
    acting = _acting(evidence, typed, plain, things)
    known: dict[str, Counter[str]] = {}
    for e in evidence:
        counts: Counter[str] = Counter()
        for (name, _), count in e.names.items():
            counts[name] += count
        counts.update({noun: count for noun, count in e.nouns.items() if name_key(noun) not in e.things})
        for name, count in e.agents.items():
            if name_key(name) in acting and len(words(name)) <= 4:
                counts[name] += count
        counts.update({name: 0 for name in e.doing if name_key(name) in acting & plain})
        for pair in e.same:
            counts.update({name: 1 for name in pair if name_key(name) in acting})
        for names in e.lists:
            if sum(name_key(name) in acting for name in names) * 2 >= len(names):
                counts.update(name for name in names if name_key(name) not in things and len(words(name)) <= 3)
        known[e.document] = Counter({n: c for n, c in counts.items() if len(words(n)) <= MOST_WORDS})
    return known


def local_names(evidence: Sequence[NameEvidence], lex: Lexicon) -> dict[str, frozenset[str]]:
    """Keys of names that mean somebody in one agreement only, by agreement.

    These are nouns that it gives to one actor ("hierna: de Gemeente", "hierna: uitvoerder"), common nouns that act, and
    names for which another agreement has another actor in mind.
    """
    longs: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    own = {e.document: {name_key(noun) for noun in e.nouns} for e in evidence}
    for e in evidence:
        for short, long in e.same:
            longs[name_key(short)][e.document].add(name_key(long))
            if short[0].islower():
                own[e.document].add(name_key(short))
    for short, by_document in longs.items():
        if short in lex.heads or _rivals(by_document):
            for document in by_document:
                own[document].add(short)
    return {document: frozenset(names) for document, names in own.items()}


def _rivals(by_document: Mapping[str, set[str]]) -> bool:
    """Whether agreements explain a name by names of which none is part of the other."""
    every = sorted(set().union(*by_document.values()), key=len)
    return len(by_document) > 1 and any(every[0] not in other for other in every)


def _acting(evidence: Sequence[NameEvidence], typed: set[str], plain: set[str], things: set[str]) -> set[str]:
    """Keys of names that belong to somebody: they look like it, act often enough, or mean the same as one that does.

    For a ``plain`` name, one that stands after "gemeente" or the like elsewhere, it is enough to do anything once or
    to be abbreviated, for two names that mean the same to act once each.
    """
    agents: Counter[str] = Counter()
    for e in evidence:
        agents.update({name_key(name): count for name, count in e.agents.items()})
    acting = typed | {key for key, count in agents.items() if count >= least_acts()}
    pairs = [(name_key(one), name_key(other)) for e in evidence for one, other in e.same]
    doing = {name_key(name) for e in evidence for name in e.doing}
    acting |= plain & (agents.keys() | doing | {key for pair in pairs for key in pair})
    acting |= {key for pair in pairs if all(agents[name] for name in pair) for key in pair}
    acting -= things - typed
    for _ in range(2):
        acting |= {key for pair in pairs if acting.intersection(pair) for key in pair}
    return acting
