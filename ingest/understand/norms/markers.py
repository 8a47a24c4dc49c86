"""The words that show who bears a clause (``data/bearers.toml``)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ingest.packaged import read_toml


@dataclass(frozen=True, slots=True)
class Markers:
    """Closed sets of words and patterns; what each holds is said in the data file."""

    before: re.Pattern[str]
    agent: frozenset[str]
    place: frozenset[str]
    place_verbs: frozenset[str]
    time_nouns: frozenset[str]
    openers: frozenset[str]
    between: re.Pattern[str]
    apposition: re.Pattern[str]
    capacity: re.Pattern[str]
    in_fact: re.Pattern[str]
    some: frozenset[str]
    done_by_somebody: frozenset[str]
    happens: frozenset[str]
    linking: frozenset[str]
    hand_over: frozenset[str]
    hold: frozenset[str]
    writing: re.Pattern[str]
    grants: re.Pattern[str]
    demands: re.Pattern[str]
    conditions: frozenset[str]
    mutual: frozenset[str]
    people_of: frozenset[str]
    gets: frozenset[str]
    told: re.Pattern[str]
    shared: frozenset[str]
    insight: re.Pattern[str]


@cache
def markers() -> Markers:
    """The packaged words, read once."""
    raw = read_toml("ingest.understand", "data/bearers.toml")
    words = raw["markers"]
    return Markers(
        before=re.compile(r"\b(?:" + "|".join(words["before"]) + r")\s+(?:\S+\s+){0,2}?$"),
        agent=frozenset(words["agent"]),
        place=frozenset(words["place"]),
        place_verbs=frozenset(words["place_verbs"]),
        time_nouns=frozenset(raw["time_nouns"]["nouns"]),
        openers=frozenset(raw["openers"]["words"]),
        between=re.compile(raw["between"]["expression"]),
        apposition=re.compile(raw["between"]["apposition"]),
        capacity=re.compile(words["capacity"]),
        in_fact=re.compile(words["in_fact"]),
        some=frozenset(words["some"]),
        done_by_somebody=frozenset(words["done_by_somebody"]),
        happens=frozenset(words["happens"]),
        linking=frozenset(words["linking"]),
        hand_over=frozenset(words["hand_over"]),
        hold=frozenset(words["hold"]),
        writing=re.compile(words["writing"]),
        grants=re.compile(words["grants"]),
        demands=re.compile(words["demands"]),
        conditions=frozenset(words["conditions"]),
        mutual=frozenset(words["mutual"]),
        people_of=frozenset(words["people_of"]),
        gets=frozenset(words["gets"]),
        told=re.compile(words["told"]),
        shared=frozenset(words["shared"]),
        insight=re.compile(words["insight"]),
    )
