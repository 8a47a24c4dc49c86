"""The rule files say what they must, and the page about them says the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rdflib.plugins.sparql import prepareQuery

from ingest.model.contradictions import ContradictionSeverity, ContradictionType
from shapes.contradictions import ContradictionRule, contradiction_rules
from shapes.contradictions.catalogue import parse_rule
from shapes.contradictions.docs import document

PAGE = Path(__file__).parents[2] / "docs" / "contradictions.md"
RULES = {rule.id: rule for rule in contradiction_rules()}
FILLED = {"first", "second", "firstWho", "secondWho", "firstRule", "secondRule"}


def test_page_is_up_to_date() -> None:
    assert PAGE.read_text("utf-8") == document(), "run python -m shapes.contradictions.docs > docs/contradictions.md"


def test_every_type_of_contradiction_has_a_rule() -> None:
    assert {rule.type for rule in RULES.values()} == {str(kind) for kind in ContradictionType}


@pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))
def test_rule_has_known_type_and_severity_and_gives_what_its_messages_name(rule: ContradictionRule) -> None:
    assert ContradictionType(rule.type)
    assert ContradictionSeverity(rule.severity)
    assert 0 < rule.confidence < 1
    given = {str(variable) for variable in prepareQuery(rule.query).algebra["PV"]}
    assert {"first", "second", "score"} <= given
    for message in (rule.message_nl, rule.message_en):
        assert set(re.findall(r"\{(\w+)\}", message)) <= given | FILLED
        assert message.endswith(".")


@pytest.mark.parametrize("head", ["# id: other\n", "# id: a-rule\n# type: term\n", "SELECT * {}"])
def test_rule_with_a_head_that_is_amiss_is_refused(head: str) -> None:
    with pytest.raises(ValueError, match=r"a-rule\.rq: the header must have"):
        parse_rule("a-rule", head)
