"""Writes docs/rules.md, the rules by which agreements are understood: ``python -m ingest.understand.docs [FOLDER]``."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from ingest.packaged import read_toml

_INTRODUCTION = """# Rules of extraction

Written from the data files in `ingest/understand/` by `python -m ingest.understand.docs`; a test fails when this page
lags behind, and another walks every example.

A statement carries the ids of the rules that had a part in it: first the one that chose its kind, then the one that
found its bearers. A relation and a row of a responsibility matrix carry one rule. Conditions, times, amounts and the
other values of a statement show by their own words where they come from; their rules stand here too. No example is
taken from an agreement."""


def page() -> str:
    """The page as Markdown."""
    return "\n".join(
        [_INTRODUCTION, *_kinds(), *_context(), *_bearers(), *_slots(), *_actors(), *_definitions(), *_values(), ""]
    )


def _kinds() -> Iterator[str]:
    data = _data("kinds")
    yield from _section(
        "Kinds of statement",
        "Tried from the first to the last; the first that fits decides. The number is the weight that it was given;\n"
        "`data/calibration.toml` corrects it by how often the rule was right.",
    )
    yield from _table(("rule", "kind", "asks for", "sure", "example"), map(_kind, data["rule"]))
    yield from _section("Clauses that state nothing", "Reading guides, announcements, questions and sources.")
    yield from _table(("rule", "example"), ((r["id"], r["example"]) for r in data["background"]))


def _kind(rule: Mapping[str, Any]) -> tuple[str, ...]:
    return rule["id"], rule["kind"], ", ".join(_asked(rule)), f"{rule['weight']:.2f}", rule["example"]


def _asked(rule: Mapping[str, Any]) -> Iterator[str]:
    facts = {
        "bearer": "bearer",
        "deadline": "time",
        "anchored": "article, list of norms or time",
        "modal": "modal verb",
        "imperative": "imperative",
    }
    for part, words in facts.items():
        if part in rule:
            yield words if rule[part] else f"no {words}"
    if rule.get("background") is False:
        yield "no introductory section"
    if "document" in rule:
        yield f"{rule['document']} only"
    if "except" in rule:
        yield f"not in {rule['except']}"
    if rule.get("weak"):
        yield "lead-in goes first"


def _context() -> Iterator[str]:
    yield from _section(
        "Context", "What introduces a list or heads a section, row or column gives the clauses below it kind or bearer."
    )
    yield from _table(
        ("rule", "gives", "example"), ((r["id"], r["kind"], r["example"]) for r in _data("context")["lead"])
    )
    yield from _described(_data("rules")["context"])
    yield from _section(
        "Parts of an evaluation",
        "What an evaluation says is a finding or a recommendation, by its words or else by the heading above it.\n"
        "Chapters on method state nothing; what others promise in a response is read as in an agreement.",
    )
    yield from _table(
        ("rule", "part", "example"), ((r["id"], r["part"], r["example"]) for r in _data("context")["part"])
    )


def _bearers() -> Iterator[str]:
    yield from _section("Bearers", "Who must, may, decides or fills.")
    yield from _described(_data("rules")["bearer"])


def _described(rules: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Rules that are written in code: what they give, the example and what is found in it."""
    rows = ((r["id"], r["gives"], r["example"], r.get("clause", ""), r.get("finds", "")) for r in rules)
    yield from _table(("rule", "gives", "example", "clause", "finds"), rows)


def _slots() -> Iterator[str]:
    data = _data("slots")
    yield from _section("Conditions", "In the words of the clause.")
    yield from _table(("rule", "example", "finds"), ((r["id"], r["example"], r["finds"]) for r in data["condition"]))
    for slot, value, title, about in (
        ("decision_rule", "rule", "Rules of decision", "How the clause says a decision is reached."),
        ("strength", "strength", "Strength", "How far a duty goes by its own words."),
        ("involvement", "part", "Parts of other actors", "By the words before the name."),
    ):
        yield from _section(title, about)
        yield from _table(("rule", "gives", "example"), ((r["id"], r[value], r["example"]) for r in data[slot]))


def _actors() -> Iterator[str]:
    yield from _section("Relations between actors", "As clauses state them.")
    related = [(r["id"], r["type"], f"{r['confidence']:.2f}", r["example"]) for r in _data("relations")["relation"]]
    yield from _table(("rule", "gives", "sure", "example"), related)
    yield from _described(_data("rules")["relation"])
    yield from _section("Responsibility matrices", "Tables whose cells hold nothing but letters of RASCI.")
    yield from _described(_data("rules")["matrix"])
    yield from _section("Names", "How agreements introduce a name and what it stands for.")
    names = ((r["id"], r["example"], r["name"], r["long"]) for r in _data("name_patterns")["pattern"])
    yield from _table(("rule", "example", "name", "stands for"), names)


def _definitions() -> Iterator[str]:
    yield from _section("Definitions", "Where a definition has its term; the rest is its meaning.")
    patterns = ((r["id"], r["example"], r["term"]) for r in _data("definitions")["pattern"])
    yield from _table(("rule", "example", "term"), patterns)


def _values() -> Iterator[str]:
    times, amounts = (read_toml("ingest.understand.values", name) for name in ("times.toml", "amounts.toml"))
    yield from _section(
        "Times", "Days, months, lengths and the like by themselves, then in the words that relate them."
    )
    found = ((r["id"], r.get("relation", ""), r["expect"], r["example"]) for r in (*times["atom"], *times["pattern"]))
    yield from _table(("rule", "relation", "value", "example"), found)
    yield from _section("Amounts", "Money and percentages.")
    yield from _table(("rule", "value", "example"), ((r["id"], r["expect"], r["example"]) for r in amounts["form"]))


def _data(name: str) -> dict[str, Any]:
    return read_toml("ingest.understand", f"data/{name}.toml")


def _section(title: str, about: str) -> Iterator[str]:
    yield f"\n## {title}\n\n{about}"


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield f"\n| {' | '.join(heads)} |"
    yield f"|{' --- |' * len(heads)}"
    for rule, *cells in rows:
        yield f"| `{rule}` | {' | '.join(map(_cell, cells))} |"


def _cell(words: str) -> str:
    return "<br>".join(line.strip().replace("|", "\\|") for line in words.strip().splitlines() if line.strip())


def main(folder: Path) -> None:
    """Write the page into ``folder``."""
    (folder / "rules.md").write_text(page(), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "docs"))
