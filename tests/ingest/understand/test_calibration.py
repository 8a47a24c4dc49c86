"""Confidence: weights of rules, corrected by what the rules did on labels."""

from __future__ import annotations

import re
from pathlib import Path
from unittest.mock import patch

import pytest
from understood_texts import understand

import ingest.understand
from ingest.model.statements import Kind
from ingest.understand import calibration
from ingest.understand.calibration import Evidence, Layer, Tally, calibrated, evidence

NOTHING: dict[Layer, dict[str, Tally]] = {layer: {} for layer in Layer}
MADE = re.compile(r"context\.column-\w+")
"""Ids that are put together from a column's role."""


def known(kind: Tally, bearer: Tally, strength: float = 5) -> Evidence:
    return Evidence(strength, {Layer.KIND: {"kind.duty-acts": kind}, Layer.BEARER: {"bearer.subject": bearer}})


def weight_with(tally: Tally, strength: float = 5) -> float:
    with patch.object(calibration, "evidence", lambda: known(tally, Tally(0, 0), strength)):
        return calibrated(Layer.KIND, "kind.duty-acts", 0.6)


def test_a_rule_without_evidence_keeps_its_weight() -> None:
    assert calibrated(Layer.KIND, "kind.that-no-label-saw", 0.55) == 0.55
    assert weight_with(Tally(0, 0)) == 0.6


def test_evidence_moves_a_weight_as_far_as_its_labels_outweigh_the_prior() -> None:
    assert weight_with(Tally(5, 5)) == pytest.approx(0.8)
    assert weight_with(Tally(5, 0)) == pytest.approx(0.3)
    assert weight_with(Tally(500, 450)) == pytest.approx(0.9, abs=0.01)
    assert weight_with(Tally(5, 5), strength=20) == pytest.approx(0.68)


def test_a_layer_has_its_own_evidence() -> None:
    with patch.object(calibration, "evidence", lambda: known(Tally(10, 0), Tally(10, 10))):
        assert calibrated(Layer.KIND, "bearer.subject", 0.5) == 0.5
        assert calibrated(Layer.BEARER, "bearer.subject", 0.5) > 0.5


def test_a_norm_is_as_sure_as_its_kind_and_its_bearers_together() -> None:
    text = "Artikel 1 Taken\n\nDe directeur rapporteert aan de raad.\n\nDit document beschrijft de taken.\n"
    with patch.object(calibration, "evidence", lambda: known(Tally(5, 0), Tally(15, 15), strength=5)):
        found = understand(text).said("rapporteert")
    assert found.rules == ("kind.duty-acts", "bearer.subject")
    assert found.confidence == pytest.approx(0.7 / 2 * (0.9 * 5 + 15) / 20, abs=0.001)


def test_bearers_have_no_part_in_how_sure_other_statements_are() -> None:
    text = "Artikel 1 Rollen\n\nDe directeur treedt op als penvoerder van het project.\n"
    with patch.object(calibration, "evidence", lambda: Evidence(5, NOTHING)):
        found = understand(text).said("penvoerder")
    assert found.kind is Kind.ROLE
    assert found.bearers
    assert found.confidence == 0.8


def test_the_packaged_tallies_are_of_rules_that_exist() -> None:
    folder = Path(ingest.understand.__file__).parent
    sources = [path for path in folder.rglob("*") if path.suffix in {".py", ".toml"} and path.stem != "calibration"]
    words = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    ids = {rule for rules in evidence().tallies.values() for rule in rules}
    assert len(ids) > 20
    assert {rule for rule in ids if f'"{rule}"' not in words and not MADE.fullmatch(rule)} == set()


def test_no_rule_was_right_more_often_than_it_read() -> None:
    packaged = evidence()
    assert packaged.strength > 0
    for rules in packaged.tallies.values():
        assert all(0 <= tally.right <= tally.read for tally in rules.values())
        assert all(tally.read for tally in rules.values())
