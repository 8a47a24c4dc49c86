"""Which names mean one actor."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from ingest.understand.actors.abbreviations import long_form
from ingest.understand.actors.lexicon import Lexicon
from ingest.understand.names import name_key

_LONGEST_SHORTENED = 6


class Groups:
    """Union-find over names (Galler and Fischer, 1964)."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def find(self, item: str) -> str:
        """The name that stands for the group of ``item``."""
        self._parent.setdefault(item, item)
        while self._parent[item] != item:
            self._parent[item] = self._parent[self._parent[item]]
            item = self._parent[item]
        return item

    def join(self, one: str, other: str) -> None:
        """Make one group of two."""
        self._parent[self.find(other)] = self.find(one)


def join_roles(groups: Groups, keys: Iterable[str], lex: Lexicon) -> None:
    """Join what plays the same role: "technisch beheerder" and "technische beheerorganisatie".

    An agent noun ("bestuurder") is joined with such an organisation or party, never with the bare noun ("bestuur").
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


def join_complements(groups: Groups, names: Mapping[str, str], lex: Lexicon) -> None:
    """Join "ministerie van X", "Min X", plain X and the long form of X where X shortens it.

    Plain X stays apart where two bear it: "gemeente X" and "provincie X". ``names`` holds every name with its key in
    ``groups``.
    """
    by_head: dict[str, dict[str, str]] = defaultdict(dict)
    owners: dict[str, set[str]] = defaultdict(set)
    for name, key in sorted(names.items()):
        head, rest = lex.complement(name)
        if rest:
            groups.join(by_head[head].setdefault(name_key(rest), key), key)
            owners[lex.plain_name(name)].add(key)
    for plain in sorted(owners.keys() & set(names.values())):
        if len({groups.find(key) for key in owners[plain]}) == 1:
            groups.join(min(owners[plain]), plain)
    rests = {(head, rest): key for name, key in names.items() for head, rest in [lex.complement(name)] if rest}
    for (head, short), key in sorted(rests.items()):
        if short.isupper():
            for (other_head, rest), other in sorted(rests.items()):
                if head == other_head and long_form(short, rest) == rest:
                    groups.join(other, key)


def join_abbreviations(groups: Groups, names: Mapping[str, str], pairs: Iterable[tuple[str, str]]) -> None:
    """Join an abbreviation with the one name that it shortens, and "ABC Noord" with the name in full.

    ``names`` holds every name with its key in ``groups``, ``pairs`` the abbreviations that agreements explain.
    """
    longer = sorted(name for name in names if 2 <= len(name.split()) <= _LONGEST_SHORTENED)
    for short in sorted(name for name in names if _abbreviation(name)):
        full = [name for name in longer if not _abbreviation(name.split()[0]) and long_form(short, name) == name]
        if len({groups.find(names[name]) for name in full}) == 1:
            groups.join(names[full[0]], names[short])
    explained: dict[str, list[str]] = defaultdict(list)
    for short, long in sorted(pairs):
        if _abbreviation(short):
            explained[short].append(long)
    by_key = {name_key(name): key for name, key in sorted(names.items())}
    for name in longer:
        first, _, rest = name.partition(" ")
        for long in explained.get(first, ()):
            written_out = name_key(long if long.endswith(f" {rest}") else f"{long} {rest}")
            if written_out in by_key:
                groups.join(by_key[written_out], names[name])


def _abbreviation(name: str) -> bool:
    return name.isalpha() and 3 <= len(name) <= 6 and sum(c.isupper() for c in name) >= len(name) - 1
