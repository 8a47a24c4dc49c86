"""Writes docs/validation.md from the shapes: ``python -m shapes.docs`` prints it."""

from __future__ import annotations

from collections import Counter

from shapes.catalogue import Rule, catalogue
from shapes.loading import Part
from shapes.report import Severity

_INTRODUCTION = """\
# Validation

Every graph is checked by SHACL shapes: those in `shapes/quality.ttl` ask whether the graph can be trusted, those in
`shapes/governance.ttl` whether what was agreed holds together. `shapes.validate(graph)` runs them with pySHACL and
gives the findings as plain values or, by `to_graph()`, as a SHACL report. Results name their shape; a shape's IRI is
`https://w3id.org/afsprakengraaf/shapes#` with the id below.

Severity says whose task a finding is:

- **violation**: the graph is at fault and cannot be trusted at that place. A good build has none.
- **warning**: an answer is missing or doubtful. On quality: no bearer, date or ground was found, or the text itself
  errs, and it shows instead of being passed over. On governance: what an evaluator should look at.
- **info**: a remark. On governance: what may well be settled in a document that is not in the graph.

Quality can be asked of each agreement's graph by itself, so that the cost is bound to that document. Governance is
better asked of all graphs together: a role that one agreement names may be filled in another.

A report conforms only when it holds nothing at all, as SHACL has it; whether a build fails is decided by severity.
The message of a finding is fixed for its shape; the node, the path and the value at fault stand beside it. Four
shapes (`QuoteLength`, `ReadingInProvision`, `ProvisionRange`, `SharesSum`) are one query for a whole source or
agreement, which keeps their cost in step with the document: there the node is the source or agreement, the value what
is at fault.
"""
_TITLES = {Part.QUALITY: "Quality of the graph", Part.GOVERNANCE: "Governance"}


def document() -> str:
    """The text of docs/validation.md."""
    rules = catalogue()
    counts = Counter(rule.severity for rule in rules)
    total = ", ".join(f"{counts[severity]} {severity}" for severity in Severity)
    parts = [_INTRODUCTION, f"There are {len(rules)} shapes: {total}.\n"]
    for part, title in _TITLES.items():
        parts.append(f"## {title}\n")
        parts += [_entry(rule) for rule in rules if rule.part is part]
    return "\n".join(parts)


def _entry(rule: Rule) -> str:
    return (
        f"### {rule.short}\n\n"
        f"*{rule.severity}* – {rule.name_en} / {rule.name_nl}\n\n"
        f"{rule.description_en}\n\n"
        f"- en: {rule.message_en}\n"
        f"- nl: {rule.message_nl}\n"
        f"- fires on: {rule.example}\n"
    )


if __name__ == "__main__":
    print(document(), end="")
