"""Names of all agreements joined to actors: one actor, whatever it is called and wherever."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ingest.model.actors import Actor, ActorType
from ingest.model.agreement import ActorHint
from ingest.understand.actors.abbreviations import long_form
from ingest.understand.actors.evidence import NameEvidence, _raw
from ingest.understand.actors.lexicon import Lexicon, lexicon
from ingest.understand.names import name_key, slug, words

_MOST_WORDS = 12
_DOMINANT = 0.8


@dataclass(frozen=True, slots=True)
class ActorRegistry:
    """Every actor of a corpus by key, and the names that lead to it, for all agreements or within one.

    ``capital`` holds the name keys that count only when they are written with a capital.
    """

    actors: dict[str, Actor]
    names: dict[str, str]
    local: dict[str, dict[str, str]]
    capital: frozenset[str]

    def resolve(self, name: str, document: str) -> Actor | None:
        """The actor that ``name`` means in ``document``, or None."""
        key = name_key(name)
        found = self.local.get(document, {}).get(key) or self.names.get(key)
        return self.actors[found] if found else None


class _Groups:
    """Union-find over names (Galler and Fischer, 1964)."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def find(self, item: str) -> str:
        self._parent.setdefault(item, item)
        while self._parent[item] != item:
            self._parent[item] = self._parent[self._parent[item]]
            item = self._parent[item]
        return item

    def join(self, one: str, other: str) -> None:
        self._parent[self.find(other)] = self.find(one)


def join(evidence: Sequence[NameEvidence], hints: Sequence[ActorHint] = ()) -> ActorRegistry:
    """One registry from the evidence of all agreements and what a person stated by hand.

    The order of ``evidence`` does not change the outcome. A name in ``hints`` is an actor wherever it stands, and all
    names of one hint are one actor, which bears the hint's label and type.
    """
    lex = lexicon()
    known = _known_names(evidence)
    for names in known.values():
        names.update({name: 0 for hint in hints for name in (hint.label, *hint.aliases)})
    groups = _Groups()
    scoped: dict[str, set[str]] = defaultdict(set)
    for document, names in known.items():
        for name in names:
            groups.find(_scope(name, document, lex))
            scoped[_scope(name, document, lex)].add(document)
    for found in sorted(evidence, key=lambda e: e.document):
        for one, other in found.same:
            if one in known[found.document] and other in known[found.document]:
                groups.join(_scope(other, found.document, lex), _scope(one, found.document, lex))
    _join_equivalents(groups, sorted(scoped), lex)
    for hint in hints:
        for alias in hint.aliases:
            groups.join(name_key(hint.label), name_key(alias))
    return _registry(known, groups, lex, {name_key(hint.label): hint for hint in hints})


def _scope(name: str, document: str, lex: Lexicon) -> str:
    key = name_key(name)
    return f"{document}/{key}" if key in lex.local else key


def _known_names(evidence: Sequence[NameEvidence]) -> dict[str, Counter[str]]:
    """The names of each agreement that are actors, with their counts: by head, by introduction, by what they do."""
    things = {key for e in evidence for key in e.things}
    typed = {name_key(name) for e in evidence for name, _ in e.names}
    agents: Counter[str] = Counter()
    for e in evidence:
        agents.update({name_key(name): count for name, count in e.agents.items()})
    acting = typed | {key for key, count in agents.items() if count >= _raw()["agency"]["least"]}  # type: ignore[operator]
    acting -= things - typed
    for _ in range(2):
        for e in evidence:
            for one, other in e.same:
                if {name_key(one), name_key(other)} & acting:
                    acting |= {name_key(one), name_key(other)}
    known: dict[str, Counter[str]] = {}
    for e in evidence:
        counts: Counter[str] = Counter()
        for (name, _), count in e.names.items():
            counts[name] += count
        for name, count in e.agents.items():
            if name_key(name) in acting and len(words(name)) <= 4:
                counts[name] += count
        for pair in e.same:
            counts.update({name: 1 for name in pair if name_key(name) in acting})
        for names in e.lists:
            if sum(name_key(name) in acting for name in names) * 2 >= len(names):
                counts.update(name for name in names if name_key(name) not in things and len(words(name)) <= 3)
        known[e.document] = Counter({n: c for n, c in counts.items() if len(words(n)) <= _MOST_WORDS})
    return known


def _join_equivalents(groups: _Groups, keys: Iterable[str], lex: Lexicon) -> None:
    """Join what plays the same role: "technisch beheerder" and "technische beheerorganisatie".

    An agent noun ("bestuurder") is joined with such an organisation or party only, never with the bare noun ("bestuur").
    """
    by_stem: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for key in keys:
        if "/" not in key:
            stem, ending = _role_stem(key, lex)
            by_stem[stem][ending].append(key)
    for forms in by_stem.values():
        same = [*forms["role"], *(forms["agent"] or forms["bare"])] if forms["role"] else []
        for alike in (same, forms["agent"]):
            for key in alike[1:]:
                groups.join(alike[0], key)


def _role_stem(key: str, lex: Lexicon) -> tuple[str, str]:
    """What a name shares with others for the same role, and whether its ending is of a role, an agent, or bare."""
    for form, endings in (("role", lex.same_role), ("agent", lex.agent_noun)):
        for ending in endings:
            if key.endswith(ending) and len(key) - len(ending) >= 4:
                return key[: -len(ending)].rstrip("s"), form
    return key, "bare"


def _registry(
    known: dict[str, Counter[str]], groups: _Groups, lex: Lexicon, hints: Mapping[str, ActorHint]
) -> ActorRegistry:
    members: dict[str, Counter[str]] = defaultdict(Counter)
    documents: dict[str, set[str]] = defaultdict(set)
    for document, names in known.items():
        for name, count in names.items():
            root = groups.find(_scope(name, document, lex))
            members[root][name] += count
            if count:
                documents[root].add(document)
    _join_ministries(members, documents, lex)
    actors: dict[str, Actor] = {}
    by_name: dict[str, str] = {}
    local: dict[str, dict[str, str]] = defaultdict(dict)
    for root in sorted(members):
        names = members[root]
        hint = next((hints[name_key(name)] for name in sorted(names) if name_key(name) in hints), None)
        label = hint.label if hint else _label(names)
        own = root.split("/")[0] + "/" if "/" in root else ""
        key = own + slug(label)
        aliases = tuple(sorted(set(names) - {label}))
        actors[key] = Actor(
            key, label, (hint and hint.type) or _type(label, names, lex), aliases, tuple(sorted(documents[root]))
        )
        for name in names:
            if own or name_key(name) in lex.local:
                for document in documents[root]:
                    local[document][name_key(name)] = key
            else:
                by_name[name_key(name)] = key
    _offices(actors, known, by_name, local, lex)
    capital = frozenset(
        k for k in by_name if all(n[0].isupper() for names in members.values() for n in names if name_key(n) == k)
    )
    return ActorRegistry(actors, by_name, dict(local), capital)


def _label(names: Counter[str]) -> str:
    """The fullest name in common use: abbreviations only when there is nothing else, the most frequent form first."""
    written_out = {n: c for n, c in names.items() if any(len(w.text) > 3 and not w.text.isupper() for w in words(n))}
    return min((written_out or names).items(), key=lambda item: (-item[1], -len(item[0]), item[0]))[0]


def _type(label: str, names: Counter[str], lex: Lexicon) -> ActorType:
    kinds = Counter({kind: count for n, count in names.items() if (kind := lex.type_of(n)) is not None})
    kind = kinds.most_common(1)[0][0] if kinds else ActorType.ORGANISATION
    if kind is ActorType.ORGANISATION and label.islower() and " " in label:
        return ActorType.ROLE
    if kinds and kind in (ActorType.ROLE, ActorType.ORGANISATION) and " " not in label and lex.is_plural(label):
        return ActorType.GROUP
    return kind


def _join_ministries(members: dict[str, Counter[str]], documents: dict[str, set[str]], lex: Lexicon) -> None:
    """Join "ministerie van X", "Min X", plain X and the long form of X where X shortens it."""
    heads = _raw()["abbreviated_heads"]
    complements: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for root in sorted(members):
        for name in members[root]:
            parts = name.split()
            head = words(str(heads.get(parts[0].lower(), parts[0])))[0].key if parts and words(parts[0]) else ""
            rest = " ".join(parts[2:] if len(parts) > 2 and parts[1] in ("van", "voor") else parts[1:])
            if head in lex.names_after and rest:
                complements[head].append((root, name, rest))
    for head, found in sorted(complements.items()):
        for root, _, rest in found:
            for other, _, more in found:
                if (
                    root != other
                    and root in members
                    and other in members
                    and (name_key(rest) == name_key(more) or (rest.isupper() and long_form(rest, more) == more))
                ):
                    _merge(members, documents, root, other)
        if head in lex.bare_name:
            for root, _, rest in found:
                plain = name_key(rest)
                if root in members and plain in members and plain != root:
                    _merge(members, documents, root, plain)


def _merge(members: dict[str, Counter[str]], documents: dict[str, set[str]], root: str, other: str) -> None:
    members[root].update(members.pop(other))
    documents[root] |= documents.pop(other)


def _offices(
    actors: dict[str, Actor],
    known: dict[str, Counter[str]],
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
