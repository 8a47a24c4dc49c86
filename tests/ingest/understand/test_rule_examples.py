"""Every rule finds its own example, through the same steps as an agreement; every id is unique and known."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest
from understood_texts import ROOT, corpus, registry, understand

from ingest.model.agreement import AgreementKind
from ingest.understand.actors.index import find_mentions
from ingest.understand.actors.introductions import name_patterns
from ingest.understand.columns import column_role
from ingest.understand.context import COLUMN_KINDS, is_background, leads
from ingest.understand.definitions import definition_patterns, term_and_meaning
from ingest.understand.norms.kinds import background, kind_rules
from ingest.understand.norms.slots import (
    find_condition,
    find_counterparties,
    find_decision_rule,
    find_strength,
    slot_patterns,
)
from ingest.understand.parts import part_of, part_rules
from ingest.understand.relations import relation_patterns

PACKAGE = ROOT / "ingest" / "understand"
CODED = tomllib.loads((PACKAGE / "data" / "rules.toml").read_text("utf-8"))
RULE_ID = re.compile(r'"((?:bearer|context|kind|lead|raci|relation|name)\.[a-z]+(?:-[a-z]+)*)"')


def plain(words):
    return " ".join(words.split())


def placed(example, *, anchored):
    """The example as a document of its own, or as a member of an article where the rule asks for that."""
    return f"Artikel 1 Werkwijze\n\n1. {example}\n\n2. Dit lid blijft leeg.\n" if anchored else example


@pytest.mark.parametrize("rule", kind_rules(), ids=lambda rule: rule.id)
def test_a_kind_rule_chooses_the_kind_of_its_example(rule):
    read = understand(placed(rule.example, anchored=bool(rule.anchored)), rule.document or AgreementKind.AGREEMENT)
    statement = read.said(plain(rule.example))
    assert (statement.rules[0], statement.kind) == (rule.id, rule.kind)
    assert rule.bearer is None or rule.bearer is bool(statement.bearers)


@pytest.mark.parametrize("rule", [rule for rule in kind_rules() if rule.exempt], ids=lambda rule: rule.id)
def test_a_kind_rule_is_silent_where_it_does_not_hold(rule):
    read = understand(placed(rule.example, anchored=bool(rule.anchored)), rule.exempt)
    assert rule.id not in {one for statement in read.statements for one in statement.rules}


@pytest.mark.parametrize("rule", [rule for rule in kind_rules() if rule.background is False], ids=lambda rule: rule.id)
def test_a_kind_rule_is_silent_in_an_introduction(rule):
    text = f"1. Inleiding\n\n{rule.example}\n\n2. Afspraken\n\nDe raad besluit over het plan.\n"
    read = understand(text, rule.document or AgreementKind.AGREEMENT)
    assert plain(rule.example) not in {plain(statement.text) for statement in read.statements}


@pytest.mark.parametrize(("rule", "expression"), background(), ids=lambda part: part if isinstance(part, str) else "")
def test_a_background_example_states_nothing(rule, expression):
    raw = tomllib.loads((PACKAGE / "data" / "kinds.toml").read_text("utf-8"))["background"]
    (example,) = [one["example"] for one in raw if one["id"] == rule]
    assert expression.search(example.lower())
    assert understand(placed(example, anchored=True)).statements[:1] == ()


@pytest.mark.parametrize("lead", leads(), ids=lambda lead: lead.id)
def test_a_lead_in_sets_the_kind_of_its_items(lead):
    read = understand(f"Artikel 1 Werk\n\n{lead.example}\n\n- de gegevens van het meldpunt;\n- de stukken.\n")
    statement = read.said("de gegevens van het meldpunt")
    assert (statement.rules[0], statement.kind) == (lead.id, lead.kind)


@pytest.mark.parametrize("rule", part_rules(), ids=lambda rule: rule.id)
def test_a_heading_opens_its_part_of_an_evaluation(rule):
    assert part_of(f"3.1 {rule.example}") is rule.part
    assert next(one.id for one in part_rules() if one.expression.search(rule.example.lower())) == rule.id


@pytest.mark.parametrize("rule", [*CODED["bearer"], *CODED["context"], *CODED["model"]], ids=lambda rule: rule["id"])
def test_a_rule_in_code_reads_its_example(rule):
    kind, classified = AgreementKind(rule.get("document", "agreement")), rule.get("classified", False)
    read = understand(rule["example"], kind, classified=classified)
    statement = read.said(plain(rule.get("clause", rule["example"])))
    assert rule["id"] in statement.rules
    assert "finds" not in rule or read.bearers(statement) == [rule["finds"]]


@pytest.mark.parametrize("rule", CODED["relation"], ids=lambda rule: rule["id"])
def test_a_relation_that_code_holds_is_read_from_its_example(rule):
    related = understand(rule["example"]).understood.relations
    assert {one.rule for one in related} == {rule["id"]}
    assert plain(rule["clause"]) in {plain(one.span.of(rule["example"])) for one in related}


def test_a_matrix_is_read_from_its_example():
    (matrix,) = CODED["matrix"]
    rows = understand(matrix["example"]).understood.responsibilities
    assert {row.rule for row in rows} == {matrix["id"]}
    assert rows[0].activity == matrix["clause"]


@pytest.mark.parametrize("pattern", definition_patterns(), ids=lambda pattern: pattern.id)
def test_the_term_is_cut_from_a_definition(pattern):
    found = term_and_meaning(pattern.example)
    assert found is not None
    assert found[0] == pattern.term
    assert next(one.id for one in definition_patterns() if one.expression.match(pattern.example)) == pattern.id


@pytest.mark.parametrize("pattern", slot_patterns("condition"), ids=lambda pattern: pattern.id)
def test_a_condition_is_cut_from_its_example(pattern):
    assert find_condition(pattern.example) == pattern.finds


@pytest.mark.parametrize("pattern", slot_patterns("decision_rule"), ids=lambda pattern: pattern.id)
def test_a_rule_of_decision_is_read_from_its_example(pattern):
    assert find_decision_rule(pattern.example) == pattern.value


@pytest.mark.parametrize("pattern", slot_patterns("strength"), ids=lambda pattern: pattern.id)
def test_a_strength_is_read_from_its_example(pattern):
    assert find_strength(pattern.example) == pattern.value


@pytest.mark.parametrize("pattern", slot_patterns("involvement"), ids=lambda pattern: pattern.id)
def test_the_part_of_another_actor_is_read_from_its_example(pattern):
    mentions = find_mentions(pattern.example, "a", registry(pattern.example, hints=["raad"]))
    assert pattern.value in {party.involvement for party in find_counterparties(pattern.example, mentions, ())}


@pytest.mark.parametrize("pattern", relation_patterns(), ids=lambda pattern: pattern.id)
def test_a_relation_is_read_from_its_example(pattern):
    found = understand(pattern.example).understood.relations
    assert (pattern.id, pattern.type) in {(one.rule, one.type) for one in found}


def test_columns_and_headings_of_the_data_are_recognised():
    raw = tomllib.loads((PACKAGE / "data" / "context.toml").read_text("utf-8"))
    for role, headers in raw["columns"].items():
        assert all(column_role(header.capitalize()) for header in headers), role
    assert set(COLUMN_KINDS) <= set(raw["columns"])
    assert all(map(is_background, ("Inleiding", "1.2 Aanleiding", "Leeswijzer", "Samenstelling van dit document")))
    assert not any(map(is_background, ("Taken", "De inleidende fase", "Overleg", "Contexten")))


def ids_in_data():
    found = [
        rule.id for rule in (*kind_rules(), *leads(), *relation_patterns(), *name_patterns(), *definition_patterns())
    ]
    found += [rule for rule, _ in background()] + [rule.id for rule in part_rules()]
    found += [
        one.id for slot in ("condition", "decision_rule", "strength", "involvement") for one in slot_patterns(slot)
    ]
    return found + [rule["id"] for rules in CODED.values() for rule in rules]


def test_ids_are_unique():
    assert [rule for rule, count in Counter(ids_in_data()).items() if count > 1] == []


def test_every_id_that_code_uses_stands_in_the_data_and_the_other_way_round():
    used = {found for path in PACKAGE.rglob("*.py") for found in RULE_ID.findall(path.read_text("utf-8"))}
    used |= {f"context.column-{role}" for role in ("activity", "power", "members", "frequency", "content")}
    assert used - set(ids_in_data()) == {"context.none", "bearer.none"}, "they stand for no rule"
    assert {rule["id"] for rules in CODED.values() for rule in rules} - used == set()


def test_statements_and_relations_carry_known_ids_only():
    known = set(ids_in_data())
    for understood in corpus().understood.values():
        assert {rule for statement in understood.statements for rule in statement.rules} <= known
        assert {relation.rule for relation in understood.relations} <= known
        assert {row.rule for row in understood.responsibilities} <= known


def test_no_example_is_of_the_corpus():
    texts = [plain(path.read_text("utf-8")) for path in Path(ROOT / "corpus").iterdir() if path.suffix != ".toml"]
    examples = [rule["example"] for rules in CODED.values() for rule in rules]
    assert [example for example in examples if any(plain(example) in text for text in texts)] == []
