"""Writes docs/contradictions.md from the rules: ``python -m shapes.contradictions.docs`` prints it."""

from __future__ import annotations

from itertools import groupby

from shapes.contradictions.catalogue import ContradictionRule, contradiction_rules

_INTRODUCTION = """\
# Contradictions

Written from the rules in `shapes/contradictions/` by `python -m shapes.contradictions.docs`; a test fails when this page
lags behind.

The build holds the clauses of all agreements beside each other and asks one rule after the other what differs. A pair
that a rule finds is two clauses, each at its place, with one sentence in Dutch and English that says what differs, a
severity (*hard*: both cannot hold; *soft*: they differ in detail) and a confidence, by which the list is ordered.

## How it is done

1. **Comparable slots.** Each statement, matrix row and remaining sentence is read for values that can be compared: the
   moment of an act, a period with its stated length, a frequency with its meeting, an amount, who chairs, takes part,
   represents, adopts, drafts, bears the risk, reports to whom, on whose behalf, in or out of scope, enforceable or not.
   The wordings stand in `ingest/align/data/slots.toml` and `acts.toml`, each with an example.
2. **Alignment.** Clauses are laid beside each other because they share rare words (and meaning, by the sentence
   encoder), because they fill the same slot of the same body, role or agreement, because they are the same item in two
   versions of a list, rows of one table, prose and table of one section, or a finding and the agreement it is about.
   Only agreements that have to do with each other are compared: the manifest says so, or they name at least two of the
   same organisations, bodies, roles or offices. Work grows with the number of clauses, not with its square: words that
   are common bring no pairs, and each clause keeps its best.
3. **Rules.** One SPARQL file each, over the aligned pairs. `keep` in its head bounds how many pairs one clause may give.
4. **Judgement.** No pair is reported whose clauses are confined to different cases (with or without consequences, the
   first or the next round) or stand in different layers of a task (who drafts does not thereby adopt). What a report
   found and a later agreement settled, or what stands in an agreement that another says it replaces, is *superseded*;
   where the agreements say which of them prevails it is *explained*; each with the reason. What is not sure enough is a
   proposal: its outcome is *unknown*. The numbers are judgements of ours, made while reading what the rules found in
   the corpus; no one has calibrated them.
5. **Key.** A pair is named by the words of its clauses, in no order, so that what a person found of it outlives a build.
6. **One fault, one entry.** Pairs of one rule show one fault when a clause of one stands in the other in the same words,
   and the clauses beside it give the same value (rows of a matrix: the same letters in one table). The less sure ones
   *repeat* the surest. Pages, the report, XLSX and tables list them below it; JSON, CSV and the graph have every pair.

## What a rule can ask

Prefix `c:` is `https://w3id.org/afsprakengraaf/comparison#`; these facts live only while the rules are asked.

| of | facts |
| --- | --- |
| a link | `c:alignsFirst`, `c:alignsSecond`, `c:aligns` (either), `c:alignmentKind`, `c:alignmentScore`, `c:sameDocument`, `c:sameSection`, `c:sameGroup`, `c:bearerMatch` (same, overlap, disjoint, open), `c:caseMatch` and `c:layerMatch` (same, other, open), `c:agreesOn` a slot, `c:disjointOn` and `c:differsOn` a slot of actors, `c:sharedObject` of two rows, `c:dropped`, `c:added`, `c:differenceWeight` of two versions |
| a clause | `c:nature` (norm, finding, advice, row, text), `c:kind`, `c:documentId`, `c:position`, `c:wordCount`, `c:act`, `c:bearerKey`, `c:actorKey`, `c:hasSlot`, `c:exceptional` for a row accountable to another than most rows of its table |
| a slot | `c:slotName`, `c:slotKey`, `c:slotValue`, `c:slotWords`, `c:slotNumber`, `c:slotUpper`, `c:periodYears` |

What is kept in the graph of the build: `graph/correspondences` has the alignments with score and reason and the slots of
what they join, `graph/contradictions` the pairs.

"""  # noqa: E501


def document() -> str:
    """The text of docs/contradictions.md."""
    rules = sorted(contradiction_rules(), key=lambda rule: (rule.type, rule.id))
    parts = [_INTRODUCTION, f"## The rules\n\nThere are {len(rules)} rules.\n"]
    for type_, group in groupby(rules, key=lambda rule: rule.type):
        parts.append(f"### {type_}\n")
        parts += [_entry(rule) for rule in group]
    return "\n".join(parts)


def _entry(rule: ContradictionRule) -> str:
    return (
        f"**{rule.id}** (*{rule.severity}*, {rule.confidence:g}) – {rule.title_en} / {rule.title_nl}\n\n"
        f"- en: {rule.message_en}\n"
        f"- nl: {rule.message_nl}\n"
        f"- finds: {rule.example}\n"
    )


if __name__ == "__main__":
    print(document(), end="")
