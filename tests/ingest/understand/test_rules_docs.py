"""The page about the rules says what the data say."""

from __future__ import annotations

from understood_texts import ROOT

from ingest.understand.docs import main, page
from ingest.understand.norms.kinds import kind_rules


def test_page_is_up_to_date():
    assert (ROOT / "docs" / "rules.md").read_text("utf-8") == page(), "run python -m ingest.understand.docs"


def test_page_names_rules_of_every_sort():
    text = page()
    assert all(f"| `{rule.id}` | {rule.kind} |" in text for rule in kind_rules())
    sorts = ("lead.tasks", "bearer.subject", "context.row", "condition.if", "rule.consensus", "strength.effort")
    others = ("involves.informed", "relation.chair", "relation.party", "raci.matrix", "name.legend", "before-moment")
    assert all(f"| `{rule}` |" in text for rule in (*sorts, *others))


def test_every_row_has_the_cells_of_its_head():
    lines = [line.replace("\\|", "") for line in page().splitlines()]
    width = 0
    for before, line in zip(["", *lines], lines, strict=False):
        if line.startswith("|"):
            width = width if before.startswith("|") else line.count("|")
            assert line.count("|") == width, line


def test_main_writes_the_page(tmp_path):
    main(tmp_path)
    assert (tmp_path / "rules.md").read_text("utf-8") == page()
