"""Whom a norm is for that names nobody: the likeliest of the actors around it, or nobody."""

from __future__ import annotations

import pytest
from understood_texts import Read, entry, tree, understand

from ingest.model.agreement import AgreementKind
from ingest.understand.agreement import read_units
from ingest.understand.choice.candidates import NOBODY, candidates
from ingest.understand.choice.choosing import CHOSEN, Weights, likeliest, packaged_weights
from ingest.understand.choice.setting import setting_of
from ingest.understand.judgement import judge
from ingest.understand.statements import states

UPKEEP = """Artikel 1 Onderhoud

1. De beheerder inspecteert elke sluis. De beheerder herstelt elke sluis binnen een week.

2. De beheerder houdt de sluizen open. Onderhoud aan de sluizen wordt uitgevoerd op dinsdag.

3. De beheerder meldt aan de raad wanneer een sluis dicht is.

Artikel 2 Geld

1. De raad stelt de begroting vast.
"""
PASSIVE = "Onderhoud aan de sluizen wordt uitgevoerd op dinsdag."


def read(text: str) -> Read:
    return understand(text, known=("beheerder", "raad"), classified=True)


def test_a_passive_clause_is_for_whom_its_section_is_about() -> None:
    assert read(UPKEEP).borne(PASSIVE) == ["beheerder"]


def test_a_choice_is_told_and_less_sure_than_the_kind() -> None:
    chosen = read(UPKEEP).said(PASSIVE)
    assert chosen.rules[-1] == CHOSEN
    assert 0 < chosen.confidence < 0.8


def test_where_nobody_is_near_nobody_is_named() -> None:
    assert read(f"Artikel 1 Onderhoud\n\n1. {PASSIVE}\n").borne(PASSIVE) == []


def test_what_speaks_for_each_candidate() -> None:
    root = tree(UPKEEP)
    units = [unit for unit in read_units(entry(), root, read(UPKEEP).registry) if states(unit)]
    judged = [judge(unit, AgreementKind.AGREEMENT, deadline=False) for unit in units]
    names = candidates(
        setting_of(units, judged, root), next(turn for turn, unit in enumerate(units) if unit.clause.text == PASSIVE)
    )
    assert set(names) == {(), ("beheerder",), ("raad",)}
    assert names[()] == {"nobody": 1.0, "passive": 1.0}
    assert names[("beheerder",)].keys() >= {"last", "second", "paragraph", "next", "near"}
    assert names[("beheerder",)]["alike"] > names[("raad",)]["alike"]
    assert names[("beheerder",)]["chapter"] == pytest.approx(4 / 6)


def test_the_likeliest_has_the_highest_sum_and_its_share_of_all() -> None:
    found = {NOBODY: {"nobody": 1.0}, ("raad",): {"last": 1.0}, ("beheerder",): {"last": 1.0, "next": 1.0}}
    assert likeliest(found, Weights({"nobody": 0.0, "last": 0.0, "next": 0.0}, 0.3))[1] == pytest.approx(1 / 3)
    bearers, chance = likeliest(found, packaged_weights())
    assert bearers == ("beheerder",)
    assert 1 / 3 < chance < 1
