"""Tallies of rules from labels, and the form in which they are kept."""

from __future__ import annotations

import tomllib

from calibrate import as_toml, evidence_of, tallies
from labelled import Names, Statement
from scoring import compare

from ingest.understand.calibration import Layer, Tally

SUBJECT, ACTS, TASKS = "bearer.subject", "kind.duty-acts", "lead.tasks"


def statement(start: int, kind: str, bearer: str, *rules: str, sure: bool = True) -> Statement:
    bearers = (bearer,) if bearer else ()
    keys = Names().keys("besluit", bearers)
    return Statement("besluit", "", start, start + 20, "", kind, bearers, keys, (), None, None, sure=sure, rules=rules)


LABELS = [
    statement(0, "duty", "raad"),
    statement(100, "duty", "raad"),
    statement(200, "duty", ""),
    statement(300, "role", "raad"),
    statement(400, "duty", "raad", sure=False),
    statement(500, "duty", "raad"),
]
READ = [
    statement(0, "duty", "raad", ACTS, SUBJECT),
    statement(100, "duty", "griffier", ACTS, SUBJECT),
    statement(200, "duty", "", ACTS),
    statement(300, "duty", "raad", ACTS, SUBJECT),
    statement(400, "power", "griffier", ACTS, SUBJECT),
    statement(500, "duty", "raad", TASKS),
    statement(250, "duty", "raad", TASKS),
]


def test_rules_are_tallied_by_what_they_decide() -> None:
    evidence = evidence_of(tallies(compare(READ, LABELS)), 5)
    assert evidence.tallies[Layer.KIND] == {ACTS: Tally(read=4, right=3), TASKS: Tally(read=2, right=1)}
    assert evidence.tallies[Layer.BEARER] == {
        "bearer.none": Tally(read=1, right=1),
        SUBJECT: Tally(read=2, right=1),
        TASKS: Tally(read=1, right=1),
    }


def test_evidence_reads_back_as_it_was_written() -> None:
    evidence = evidence_of(tallies(compare(READ, LABELS)), 7.5)
    raw = tomllib.loads(as_toml(evidence))
    assert raw["strength"] == 7.5
    assert {layer: {rule: Tally(**tally) for rule, tally in raw[layer].items()} for layer in Layer} == evidence.tallies
