"""Whom a norm may be for that names nobody in a bearer's place, and what speaks for each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from math import log1p

from ingest.understand.choice.setting import Candidate, Place, Setting
from ingest.understand.grammar import grammar
from ingest.understand.norms.groups import chains, placed_in, with_people
from ingest.understand.norms.pronouns import points_back
from ingest.understand.norms.syntax import preposition_before

NOBODY: Candidate = ()

_BACK, _AHEAD, _NEAR = 8, 4, 2

Features = Mapping[str, float]


def candidates(setting: Setting, turn: int) -> dict[Candidate, Features]:
    """The candidates for the clause at ``turn``, nobody among them, each with its features.

    nobody: it is nobody; passive: and the clause is passive. context: the heading, lead-in or row names it; led: and
    leads in a list; addressee: a letter is to it; clause: the clause names it; free: and no preposition governs it;
    towards: and something goes to it; last, second: it bears the last, or the last but one, borne clause before in the
    section; outside: the last one before the section; paragraph: one in the same paragraph; next: the next one in the
    section; near: one of the two clauses before names it; pointed: and a pronoun is the subject; chapter: its share of
    the clauses below the heading above that of the section; agreement: how many clauses it bears beside whoever
    bears most; alike: how much a clause that it bears is like this one; several: it is more than one actor.
    """
    place = setting.places[turn]
    found: dict[Candidate, dict[str, float]] = defaultdict(dict)
    found[NOBODY] = {"nobody": 1.0, "passive": float(place.passive)}
    for bearers, name in (*_given(place), *_named(place), *_before(setting, turn), *_after(setting, turn)):
        found[bearers][name] = 1.0
    for bearers in dict.fromkeys((*setting.foremost, *found)):
        if bearers != NOBODY:
            found[bearers] |= _of_agreement(setting, place, bearers)
    if any(points_back(token) and token.dep.startswith("nsubj") for token in place.unit.clause.tokens):
        for features in found.values():
            features["pointed"] = features.get("near", 0.0)
    return dict(found)


def _given(place: Place) -> Iterator[tuple[Candidate, str]]:
    context, addressee = place.unit.context, place.unit.addressee
    if context.bearers:
        yield context.bearers, "context"
    if context.bearers and context.listed:
        yield context.bearers, "led"
    if addressee:
        yield addressee, "addressee"


def _named(place: Place) -> Iterator[tuple[Candidate, str]]:
    clause = place.unit.clause
    for group, first in placed_in(clause.tokens, with_people(clause, chains(clause.text, place.unit.mentions))):
        governed = preposition_before(clause.tokens, first)
        each = {(mention.actor.key,) for mention in group} | {tuple(dict.fromkeys(m.actor.key for m in group))}
        for bearers in sorted(each):
            yield bearers, "clause"
            if governed is None or governed in grammar().towards:
                yield bearers, "free" if governed is None else "towards"


def _before(setting: Setting, turn: int) -> Iterator[tuple[Candidate, str]]:
    place = setting.places[turn]
    earlier = setting.places[max(0, turn - _BACK) : turn][::-1]
    borne = [other for other in earlier if other.bearers]
    for other, name in zip(borne, ("last", "second"), strict=False):
        if place.shares_section(other):
            yield other.bearers, name
    if borne and not place.shares_section(borne[0]):
        yield borne[0].bearers, "outside"
    for other in borne:
        if other.unit.node.eid == place.unit.node.eid:
            yield other.bearers, "paragraph"
    for other in earlier[:_NEAR]:
        if place.shares_section(other):
            for mention in other.unit.mentions:
                yield (mention.actor.key,), "near"


def _after(setting: Setting, turn: int) -> Iterator[tuple[Candidate, str]]:
    place = setting.places[turn]
    later = setting.places[turn + 1 : turn + 1 + _AHEAD]
    following = next((other for other in later if other.bearers and place.shares_section(other)), None)
    if following is not None:
        yield following.bearers, "next"


def _of_agreement(setting: Setting, place: Place, bearers: Candidate) -> dict[str, float]:
    own = setting.borne.get(bearers, ())
    most = sum(len(setting.borne[one]) for one in setting.foremost[:1])
    return {
        "several": float(len(bearers) > 1),
        "alike": setting.likeness(place, own),
        "chapter": sum(other.chapter == place.chapter for other in own) / (setting.chapters.get(place.chapter, 0) + 1),
        "agreement": log1p(len(own)) / log1p(most) if most else 0.0,
    }
