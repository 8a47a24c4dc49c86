"""Names of all agreements joined to actors: one actor, whatever it is called and wherever."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from ingest.model.actors import Actor, ActorType
from ingest.model.agreement import ActorHint
from ingest.understand.actors.evidence import NameEvidence
from ingest.understand.actors.known import known_names, local_names
from ingest.understand.actors.lexicon import Lexicon, lexicon
from ingest.understand.actors.same import Groups, join_abbreviations, join_complements, join_roles
from ingest.understand.names import name_key, slug, words

OPENING = 6
_DOMINANT = 0.8
_MUCH_MORE = 3


@dataclass(frozen=True)
class ActorRegistry:
    """Every actor of a corpus by key, and the names that lead to it, for all agreements or within one.

    ``capital`` holds the name keys that count only when they are written with a capital.
    """

    actors: dict[str, Actor]
    names: dict[str, str]
    local: dict[str, dict[str, str]]
    capital: frozenset[str]

    @cached_property
    def openings(self) -> frozenset[str]:
        """What name keys begin with, up to ``OPENING`` letters: few words open a name."""
        keys = {*self.names, *(key for names in self.local.values() for key in names)}
        return frozenset(key[:length] for key in keys for length in range(1, OPENING + 1))

    def resolve(self, name: str, document: str) -> Actor | None:
        """The actor that ``name`` means in ``document``, or None."""
        key = name_key(name)
        found = self.local.get(document, {}).get(key) or self.names.get(key)
        return self.actors[found] if found else None


@dataclass
class _Group:
    """The names of one actor with their counts, how often each stands in a text, the agreements that use them, and keys
    that hold in all or in one.
    """

    names: Counter[str] = field(default_factory=Counter)
    uses: Counter[str] = field(default_factory=Counter)
    documents: set[str] = field(default_factory=set)
    shared: set[str] = field(default_factory=set)
    local: set[tuple[str, str]] = field(default_factory=set)


def join(evidence: Sequence[NameEvidence], hints: Sequence[ActorHint] = ()) -> ActorRegistry:
    """One registry from the evidence of all agreements and what a person stated by hand.

    The order of ``evidence`` does not change the outcome. A name in ``hints`` is an actor wherever it stands, and all
    names of one hint are one actor, which bears the hint's label and type.
    """
    lex, known = lexicon(), known_names(evidence)
    stated = {name for hint in hints for name in (hint.label, *hint.aliases)}
    for names in known.values():
        names.update(dict.fromkeys(stated, 0))
    everybody = {name_key(name) for name in stated}
    local = local_names(evidence, lex)
    scopes = {
        (document, name): _scope(name_key(name), document, (lex.local | local[document]) - everybody)
        for document, names in known.items()
        for name in names
    }
    groups = Groups()
    for found in sorted(evidence, key=lambda e: e.document):
        for one, other in found.same:
            if (found.document, one) in scopes and (found.document, other) in scopes:
                groups.join(scopes[found.document, other], scopes[found.document, one])
    join_roles(groups, sorted(set(scopes.values())), lex)
    everywhere = {name: key for (_, name), key in scopes.items() if "/" not in key}
    join_complements(groups, everywhere, lex)
    join_abbreviations(groups, everywhere, {pair for found in evidence for pair in found.same})
    for hint in hints:
        for alias in hint.aliases:
            groups.join(name_key(hint.label), name_key(alias))
    uses = {found.document: found.uses for found in evidence}
    return _registry(known, uses, scopes, groups, lex, {name_key(hint.label): hint for hint in hints})


def _scope(key: str, document: str, local: frozenset[str]) -> str:
    return f"{document}/{key}" if key in local else key


def _registry(
    known: Mapping[str, Counter[str]],
    uses: Mapping[str, Counter[str]],
    scopes: Mapping[tuple[str, str], str],
    groups: Groups,
    lex: Lexicon,
    hints: Mapping[str, ActorHint],
) -> ActorRegistry:
    by_root: dict[str, _Group] = defaultdict(_Group)
    for (document, name), scope in scopes.items():
        group, count = by_root[groups.find(scope)], known[document][name]
        group.names[name] += count
        group.uses[name] += uses[document][name] if document in uses else 0
        if count:
            group.documents.add(document)
        if "/" in scope:
            group.local.add((document, name_key(name)))
        else:
            group.shared.add(scope)
    by_key: dict[str, _Group] = {}
    for _, group in sorted(by_root.items()):
        _add(by_key, _key(group, hints), group)
    actors = {key: _actor(key, group, lex, hints) for key, group in sorted(by_key.items())}
    names: dict[str, str] = {}
    local: dict[str, dict[str, str]] = defaultdict(dict)
    for key, group in sorted(by_key.items()):
        for document, name in group.local:
            local[document][name] = key
        names.update(dict.fromkeys(group.shared, key))
    _offices(actors, known, names, local, lex)
    small = {name_key(name) for group in by_key.values() for name in group.names if not name[0].isupper()}
    return ActorRegistry(actors, names, dict(local), frozenset(names.keys() - small))


def _add(by_key: dict[str, _Group], key: str, group: _Group) -> None:
    """Names that differ only where keys do not are one actor."""
    if key in by_key:
        by_key[key].names.update(group.names)
        by_key[key].uses.update(group.uses)
        by_key[key].documents |= group.documents
        by_key[key].local |= group.local
        by_key[key].shared |= group.shared
    else:
        by_key[key] = group


def _hint(group: _Group, hints: Mapping[str, ActorHint]) -> ActorHint | None:
    return next((hints[name_key(name)] for name in sorted(group.names) if name_key(name) in hints), None)


def _key(group: _Group, hints: Mapping[str, ActorHint]) -> str:
    """The actor's key: with its agreement before a slash when all its names live in that one only."""
    hint = _hint(group, hints)
    if hint is None and not group.shared:
        return f"{min(group.local)[0]}/{slug(_label(_own(group)))}"
    return slug(hint.label if hint else _label(_own(group)))


def _actor(key: str, group: _Group, lex: Lexicon, hints: Mapping[str, ActorHint]) -> Actor:
    hint, own = _hint(group, hints), _own(group)
    label = hint.label if hint else _several(_preferred(group), own, lex)
    kind = (hint and hint.type) or _type(label, own, lex)
    return Actor(key, label, kind, tuple(sorted(set(group.names) - {label})), tuple(sorted(group.documents)))


def _own(group: _Group) -> Counter[str]:
    """The names that hold everywhere; where there is none, those that one agreement gives ("de Gemeente")."""
    return Counter({n: c for n, c in group.names.items() if name_key(n) in group.shared}) or group.names


def _label(names: Counter[str]) -> str:
    """The fullest name in common use: abbreviations only when there is nothing else, the most frequent form first."""
    written_out = {n: c for n, c in names.items() if any(len(w.text) > 3 and not w.text.isupper() for w in words(n))}
    return min((written_out or names).items(), key=lambda item: (-item[1], -len(item[0]), item[0]))[0]


def _preferred(group: _Group) -> str:
    """The fullest name; where the only agreement of the actor writes another much more often, and in full, that one."""
    full = _label(_own(group))
    if len(group.documents) != 1:
        return full
    most = _label(group.uses)
    return most if group.uses[most] >= _MUCH_MORE * max(1, group.uses[full]) else full


def _several(label: str, names: Counter[str], lex: Lexicon) -> str:
    """The plural where the agreement uses it of those who made it: "partijen" rather than "een partij"."""
    if name_key(label) not in lex.made_it or lex.is_plural(label):
        return label
    return next((name for name in sorted(names) if name_key(name) == name_key(label) and lex.is_plural(name)), label)


def _type(label: str, names: Counter[str], lex: Lexicon) -> ActorType:
    kinds: Counter[ActorType] = Counter()
    for name, count in sorted(names.items()):
        kind = lex.type_of(name)
        if kind is not None:
            kinds[kind] += count
    kind = kinds.most_common(1)[0][0] if kinds else ActorType.ORGANISATION
    if kind is ActorType.ORGANISATION and label.islower() and " " in label:
        return ActorType.ROLE
    if kinds and kind in (ActorType.ROLE, ActorType.ORGANISATION) and " " not in label and lex.is_plural(label):
        return ActorType.GROUP
    return kind


def _offices(
    actors: dict[str, Actor],
    known: Mapping[str, Counter[str]],
    names: dict[str, str],
    local: dict[str, dict[str, str]],
    lex: Lexicon,
) -> None:
    """Within an agreement the bare office ("de Minister") means the holder it names most, if one stands out."""
    for document, counts in known.items():
        holders: dict[str, Counter[str]] = defaultdict(Counter)
        for name, count in counts.items():
            key = names.get(name_key(name))
            first = words(name)[0].key if words(name) else ""
            if key and actors[key].type is ActorType.OFFICE and len(words(name)) > 1 and first in lex.heads:
                holders[first][key] += count
        for office, found in holders.items():
            (key, most), total = found.most_common(1)[0], sum(found.values())
            if most >= _DOMINANT * total and office in names:
                local.setdefault(document, {})[office] = key
