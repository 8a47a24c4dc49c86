"""The working copy of a clause in which each time by itself is one mark."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter

from ingest.understand.values.inventory import ATOMS, MARKS, AtomRule
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


def _composed(text: str) -> tuple[str, Sequence[int]]:
    """``text`` with combining accents drawn into the letter before them, and the place in ``text`` of each letter."""
    if unicodedata.is_normalized("NFC", text):
        return text, range(len(text))
    out = list(text)
    for place in range(1, len(out)):
        if unicodedata.combining(out[place]):
            joined = unicodedata.normalize("NFC", out[place - 1] + out[place])
            if len(joined) == 1:
                out[place - 1], out[place] = joined, ""
    return "".join(out), [place for place, character in enumerate(out) if character]


def shadow(text: str) -> Shadow:
    """The working copy of ``text``: the longest atom first, in text order, the first rule of the file on a tie."""
    composed, places = _composed(text)
    flat = composed.translate(_PLAIN)
    out, starts, ends, atoms, read = "", list[int](), list[int](), dict[int, Atom](), 0
    for start, (end, atom) in sorted(_atoms(flat).items(), key=itemgetter(0)):
        atoms[len(out) + start - read] = atom
        out += flat[read:start] + atom.rule.mark
        starts += places[read : start + 1]
        ends += [*(place + 1 for place in places[read:start]), places[end - 1] + 1]
        read = end
    rest = places[read:]
    return Shadow(out + flat[read:], (*starts, *rest), (*ends, *(place + 1 for place in rest)), atoms)


def _atoms(text: str) -> dict[int, tuple[int, Atom]]:
    """The atoms of ``text`` that do not overlap, by start, with their end."""
    candidates: list[tuple[int, int, int, Atom]] = []
    lowered = text.lower()
    for order, rule in enumerate(ATOMS):
        if not rule.pattern.may_match(lowered):
            continue
        make: Callable[[Mapping[str, str]], str | None] = MAKERS[rule.make]
        for match in rule.pattern.compiled.finditer(text):
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
