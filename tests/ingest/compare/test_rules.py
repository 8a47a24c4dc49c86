"""Every rule finds the pair that it was made for, and leaves alone a pair that looks like it."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from corpora import compared

from shapes.contradictions import contradiction_rules

CASES = {
    case["rule"]: case
    for case in tomllib.loads(Path(__file__).with_name("cases.toml").read_text(encoding="utf-8"))["case"]
}
RULES = {rule.id: rule for rule in contradiction_rules()}


def rules_found(case: str, texts: str, folder: Path) -> set[str]:
    table = CASES[case]
    found = compared(table[texts], folder, report=table.get("report", False), related=table.get("related", False))
    return {contradiction.rule for contradiction in found}


def test_every_rule_has_its_case() -> None:
    assert RULES.keys() == CASES.keys()


@pytest.mark.parametrize("rule", sorted(CASES))
def test_rule_finds_its_pair(rule: str, tmp_path: Path) -> None:
    assert rule in rules_found(rule, "fires", tmp_path)


@pytest.mark.parametrize("rule", sorted(CASES))
def test_rule_leaves_the_look_alike_alone(rule: str, tmp_path: Path) -> None:
    assert rule not in rules_found(rule, "holds", tmp_path)
