"""Which names mean one actor."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from ingest.understand.actors.abbreviations import long_form
from ingest.understand.actors.lexicon import Lexicon
from ingest.understand.names import name_key, words

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

    An agent noun ("bestuurder") is joined with such an organisation or party, never with the bare noun ("bestuur"); a
    bare word only where it is itself a noun for actors ("overheid" and "overheidspartij").
    """
    by_stem: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for key in keys:
        if "/" not in key:
            stem, ending = _role_stem(key, lex)
            by_stem[stem][ending].append(key)
    for forms in by_stem.values():
        bare = [key for key in forms["bare"] if lex.head_of(key) is not None or key in lex.fixed]
        same = [*forms["role"], *(forms["agent"] or bare)] if forms["role"] else []
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
    rests: dict[str, dict[str, str]] = defaultdict(dict)
    for name, key in sorted(names.items()):
        head, rest = lex.complement(name)
        if rest:
            rests[head][rest] = key
    for by_rest in rests.values():
        for short in [rest for rest in by_rest if rest.isupper()]:
            _join_shortened(
                groups, short, {rest: key for rest, key in by_rest.items() if not rest.isupper()}, by_rest[short]
            )


def _join_shortened(groups: Groups, short: str, names: Mapping[str, str], key: str) -> None:
    """Join ``key``, whose name is ``short``, with the one actor among ``names`` that it shortens.

    Names whose words have these initials go before those that have all but one of them and the other letter within a
    word: of "Kust, Oever en Zee" and "Kust en Oostelijke Huizen" KOZ is the first.
    """
    letters = "".join(c for c in short.lower() if c.isalnum())
    full = [name for name in names if letters in _initials(name)]
    full = full or [n for n in names if long_form(short, n) == n and _but_one(letters, _initials(n)[1])]
    if len({groups.find(names[name]) for name in full}) == 1:
        groups.join(names[full[0]], key)


def _but_one(letters: str, initials: str) -> bool:
    """Whether all letters but one stand among the initials, in their order."""
    shorter = (letters[:index] + letters[index + 1 :] for index in range(len(letters)))
    return any(all(letter in rest for letter in some) for some in shorter for rest in [iter(initials)])


def _initials(name: str) -> tuple[str, str]:
    """The first letters of all words, and of those with a capital, in lower case."""
    firsts = [word.text[0] for word in words(name)]
    return "".join(firsts).lower(), "".join(c for c in firsts if c.isupper()).lower()


def join_abbreviations(groups: Groups, names: Mapping[str, str], pairs: Iterable[tuple[str, str]]) -> None:
    """Join an abbreviation with the one name that it shortens, and "ABC Noord" with the name in full.

    ``names`` holds every name with its key in ``groups``, ``pairs`` the abbreviations that agreements explain.
    """
    longer = sorted(name for name in names if 2 <= len(name.split()) <= _LONGEST_SHORTENED)
    by_letter: dict[str, dict[str, str]] = defaultdict(dict)
    for name in longer:
        if not _abbreviation(name.split()[0]):
            by_letter[name[0].lower()][name] = names[name]
    for short in sorted(name for name in names if _abbreviation(name)):
        _join_shortened(groups, short, by_letter[short[0].lower()], names[short])
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
