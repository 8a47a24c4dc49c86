"""The working copy of a clause in which each time by itself is one mark."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ingest.understand.values.inventory import ATOM_HINT, ATOMS, MARKS, AtomRule
from ingest.understand.values.moments import MAKERS

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
_QUOTES = dict.fromkeys(map(ord, "’‘`´ʼ"), "'")
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f"), " ")
_TAKEN = {ord(mark): " " for mark in MARKS.values()}
_PLAIN = {**_DASHES, **_QUOTES, **_SPACES, **_TAKEN}


@dataclass(frozen=True, slots=True)
class Atom:
    """A time by itself: the rule that read it and its value."""

    rule: AtomRule
    value: str


@dataclass(frozen=True, slots=True)
class Shadow:
    """``text`` with marks for atoms; ``starts`` and ``ends`` are each character's place in the clause, ``atoms``
    the atom behind each mark.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    atoms: Mapping[int, Atom]


def _compose(text: str) -> list[str]:
    """Characters with a combining accent drawn into the letter before it; the accent's place holds nothing visible."""
    out = list(text)
    for place in range(1, len(out)):
        if unicodedata.combining(out[place]):
            joined = unicodedata.normalize("NFC", out[place - 1] + out[place])
            if len(joined) == 1:
                out[place - 1], out[place] = joined, ""
    return out


def shadow(text: str) -> Shadow:
    """The working copy of ``text``: the longest atom first, in text order, the first rule of the file on a tie."""
    characters = [part.translate(_PLAIN) for part in _compose(text)]
    places = [place for place, character in enumerate(characters) if character]
    flat = "".join(characters)
    found = _atoms(flat) if ATOM_HINT.search(flat) else {}
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    atoms: dict[int, Atom] = {}
    place = 0
    while place < len(flat):
        end, atom = found.get(place, (place + 1, None))
        if atom is not None:
            atoms[len(out)] = atom
        out.append(flat[place] if atom is None else atom.rule.mark)
        starts.append(places[place])
        ends.append(places[end - 1] + 1)
        place = end
    return Shadow("".join(out), tuple(starts), tuple(ends), atoms)


def _atoms(text: str) -> dict[int, tuple[int, Atom]]:
    """The atoms of ``text`` that do not overlap, by start, with their end."""
    candidates: list[tuple[int, int, int, Atom]] = []
    for order, rule in enumerate(ATOMS):
        make: Callable[[Mapping[str, str]], str | None] = MAKERS[rule.make]
        for match in rule.pattern.finditer(text):
            value = make({name: part for name, part in match.groupdict().items() if part is not None})
            if value is not None:
                candidates.append((match.start() - match.end(), order, match.start(), Atom(rule, value)))
    taken: dict[int, tuple[int, Atom]] = {}
    used: set[int] = set()
    for length, _, start, atom in sorted(candidates, key=lambda c: c[:3]):
        cells = range(start, start - length)
        if used.isdisjoint(cells):
            used.update(cells)
            taken[start] = (start - length, atom)
    return taken
