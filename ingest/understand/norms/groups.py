"""The actors that stand together in a clause, where they stand, and as whose bearers they are taken."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.understand.actors.index import Mention
from ingest.understand.analysis import Analysed, Token
from ingest.understand.norms.markers import markers

_SUBJECTS = frozenset({"bearer.subject", "bearer.inverted-subject", "bearer.parsed", "bearer.capacity"})
_VAN = re.compile(r" van (?:de |het |een |elke |iedere |die )?")

Placed = Sequence[tuple[list[Mention], int]]


@dataclass(frozen=True, slots=True)
class Bearers:
    """The actors that bear a clause, the id of the rule that found them and its weight from 0 to 1.

    ``start`` and ``end`` are where they stand in the clause, None when they are not named in it.
    """

    actors: tuple[str, ...]
    rule: str
    weight: float
    start: int | None = None
    end: int | None = None

    @property
    def subject(self) -> tuple[int, int] | None:
        """Where they stand in the clause, as a character range, when they are its subject; else None."""
        named = self.start is not None and self.end is not None and self.rule in _SUBJECTS
        return (self.start, self.end) if named else None  # type: ignore[return-value]


def with_people(clause: Analysed, groups: Sequence[list[Mention]]) -> list[list[Mention]]:
    """The groups, in which people who act for somebody stand for whom they act: "een medewerker van de dienst"."""
    out: list[list[Mention]] = []
    for group in groups:
        before = out[-1] if out else []
        gap = clause.text[before[-1].end : group[0].start] if before else ""
        people = len(before) == 1 and clause.text[before[0].start : before[0].end].lower() in markers().people_of
        if people and _VAN.fullmatch(gap):
            out[-1] = [replace(group[0], start=before[0].start), *group[1:]]
        else:
            out.append(group)
    return out


def chains(text: str, mentions: Sequence[Mention]) -> list[list[Mention]]:
    """Mentions grouped by enumeration: "A, B (als bestuursorgaan) en C" is one chain of three."""
    if not mentions:
        return []
    groups: list[list[Mention]] = []
    appositions = [match.span() for match in markers().apposition.finditer(text)]
    for mention in mentions:
        if any(start < mention.start < end for start, end in appositions):
            continue
        gap = markers().apposition.sub("", text[groups[-1][-1].end : mention.start]) if groups else ""
        if groups and markers().between.match(gap):
            groups[-1].append(mention)
        else:
            groups.append([mention])
    return groups


def borne_by(group: Sequence[Mention], rule: str, weight: float) -> Bearers:
    """The actors of a group as bearers, found by ``rule``."""
    actors = tuple(dict.fromkeys(mention.actor.key for mention in group))
    return Bearers(actors, rule, weight, group[0].start, group[-1].end)


def placed_in(tokens: Sequence[Token], groups: Sequence[list[Mention]]) -> list[tuple[list[Mention], int]]:
    """Each group with the position of the token at which it begins."""
    return [(group, _first_token(tokens, group[0])) for group in groups]


def _first_token(tokens: Sequence[Token], mention: Mention) -> int:
    return next((i for i, token in enumerate(tokens) if token.end > mention.start), len(tokens))


def covered(tokens: Sequence[Token], mention: Mention) -> list[int]:
    """The positions of the tokens that the mention stands on, in the order of the text."""
    return [i for i, token in enumerate(tokens) if token.start < mention.end and token.end > mention.start]
