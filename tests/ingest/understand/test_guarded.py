"""A guard only keeps a pattern from texts in which it would find nothing."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.understand.guarded import Sieve, guarded
from ingest.understand.norms.kinds import kind_rules

EXPRESSIONS = (
    r"\bstel(?:t|len)\b.{0,40}\bvast\b",
    r"(?:een|de) (?:over)?een(?:komst|gekomen)|\d+ keer",
    r"(?<!niet )(?:bin|bui)nen (?:[a-z]+ ){1,2}termijn",
    r"^(?P<naam>[A-Z]\w*) (?:is|zijn) (?P=naam)",
    r"(?i:De)ze[nr]?(?:lfde)* regeling(?!en)",
    r"v(?:oo|óó)r (?:\w+|het begin)(?: van)?",
    r"[§€$] ?\d|procent+|%",
    r"(?:ab|cd){2,3}?[^e]|(?:uit){1}voering?",
)


@pytest.mark.parametrize("flags", [0, re.IGNORECASE])
@pytest.mark.parametrize("expression", EXPRESSIONS)
@settings(max_examples=25)
@given(data=st.data())
def test_every_text_that_matches_has_what_the_pattern_needs(data, expression, flags):
    text = data.draw(st.from_regex(re.compile(expression, flags)))
    assert guarded(expression, flags).may_match(text.lower())


def test_a_pattern_asks_for_its_words():
    pattern = guarded(r"\bstel(?:t|len)\b.{0,40}\bvast\b|\bbesluit\b")
    assert not pattern.may_match("de raad wijst de leden aan.")
    assert pattern.may_match("het bestuur besluit daarover.")
    assert guarded(r"\bstel(?:t|len)\b.{0,40}\bvast\b").needs == (("stellen", "stelt"), ("vast",))


def test_a_pattern_without_words_of_its_own_asks_for_nothing():
    assert guarded(r"\w+ \d+|[a-z]*").needs == ()
    assert guarded(r"\w+ \d+").search("lid 3") is not None


def test_most_rules_ask_for_words():
    asking = [rule.expression for rule in kind_rules() if rule.expression is not None and rule.expression.needs]
    assert len(asking) > 0.8 * len([rule for rule in kind_rules() if rule.expression is not None])


@settings(max_examples=50)
@given(data=st.data())
def test_a_sieve_lets_every_pattern_through_that_may_match(data):
    patterns = {expression: guarded(expression) for expression in (*EXPRESSIONS, r"\w+ \d+")}
    text = data.draw(st.from_regex(re.compile(data.draw(st.sampled_from(EXPRESSIONS))))).lower()
    passing = Sieve(patterns).passing(text)
    assert {name for name, pattern in patterns.items() if pattern.may_match(text)} <= passing


def test_a_sieve_keeps_back_what_the_text_has_no_words_for():
    sieve = Sieve({"besluit": guarded(r"\bbesluit\b"), "voor": guarded(r"\bv(?:oo|óó)r\b"), "lid": guarded(r"\w+ \d+")})
    assert sieve.passing("het bestuur besluit daarover.") == {"besluit", "lid"}
