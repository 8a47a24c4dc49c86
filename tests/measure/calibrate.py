"""Count how often each rule is right on the labels, for ``ingest/understand/data/calibration.toml``.

    calibrate.py [--strength N] [--check]

Every labelled document is read by the rules alone, with the labels at hand (see ``evaluate.py``; never those kept for
testing). For each prediction that counts, the rule that chose the kind is right when the label has that kind; among
those that are norms, the rule that gave the bearers is right when the label has these. First the reliability is shown
of the weights as they are given, and of weights that were corrected by the other documents' labels only, each document
in its turn; then the tallies of all documents are written, unless ``--check`` asks for the tables alone.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any
from unittest.mock import patch

from evaluate import shared_folder
from figures import reliability_table
from labelled import Names, Statement, labels_of, predictions_of, read_lines, read_names
from product import AGREEMENTS, REGULATIONS, ROOT, labelled_texts
from reliability import Outcome, outcomes, reliability
from scoring import Comparison, compare

from ingest.understand import calibration
from ingest.understand.calibration import Evidence, Layer, Tally

sys.path.insert(0, str(REGULATIONS))
from reading import read_alone, records
from regulations import labels as regulation_labels
from regulations import unpacked

TARGET = ROOT / "ingest" / "understand" / "data" / "calibration.toml"
STRENGTH = 5.0
_NOBODY = "bearer.none"
_HEAD = """\
# How often each rule was right on labelled statements, of those that it read. A rule that chooses a kind is right when
# the label has that kind; one that gives the bearers of a norm, when the label has these (counted where the kind is
# right). A rule's own weight counts for as many labels as "strength" says.
# Made by: python tests/measure/calibrate.py
# From: {statements} statements of {documents} documents.
"""

Tallies = Counter[tuple[Layer, str, bool]]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A labelled document: its labels, and how to read it anew with the evidence of the moment."""

    labels: list[Statement]
    read: Callable[[], list[Statement]]

    def compared(self, evidence: Evidence) -> Comparison:
        """Its statements, read with ``evidence``, beside its labels."""
        with patch.object(calibration, "evidence", lambda: evidence):
            return compare(self.read(), self.labels)


def main() -> None:
    """Print the tables and write the tallies."""
    options = _options()
    documents = {**corpus(), **regulations(), **agreements()}
    nothing = Evidence(options.strength, {layer: {} for layer in Layer})
    given = {name: document.compared(nothing) for name, document in documents.items()}
    tallied = {name: tallies(compared) for name, compared in given.items()}
    corrected = {
        name: document.compared(evidence_of(_sum(tallied, without=name), options.strength))
        for name, document in documents.items()
    }
    for title, compared in (("weights as given", given), ("corrected by the other documents", corrected)):
        print(f"\n{title}\n{reliability_table(reliability(_outcomes(compared.values())))}")
    if not options.check:
        statements = sum(len(compared.predictions) for compared in given.values())
        head = _HEAD.format(documents=len(documents), statements=statements)
        TARGET.write_text(head + as_toml(evidence_of(_sum(tallied), options.strength)), encoding="utf-8")


def corpus() -> dict[str, Labelled]:
    """The labelled agreements of the corpus; none when their labels are not at hand."""
    gold = shared_folder() / "gold"
    if not gold.is_dir():
        return {}
    names = read_names(gold / "actors.json")
    found = read_lines(gold / "statements-dev.jsonl")
    return {name: _labelled(found, name, names, lambda name=name: _read(name)) for name in _documents(found)}


def regulations() -> dict[str, Labelled]:
    """The labelled regulations, without those kept for testing; none when their texts are not at hand."""
    found = regulation_labels("dev")
    names = read_names(REGULATIONS / "names.json")
    try:
        paths = unpacked(_documents(found))
    except FileNotFoundError as error:
        print(f"labels of regulations: no texts at hand, {error}", file=sys.stderr)
        return {}
    return {
        name: _labelled(found, name, names, lambda path=path: read_alone(path, classified=False))
        for name, path in paths.items()
    }


def agreements() -> dict[str, Labelled]:
    """The labelled agreements that were made up, without those kept for testing."""
    found = read_lines(AGREEMENTS / "dev.jsonl")
    names = read_names(AGREEMENTS / "actors.json")
    return {
        name: _labelled(found, name, names, lambda path=path: read_alone(path, classified=False))
        for name, path in labelled_texts(found).items()
    }


def tallies(compared: Comparison) -> Tallies:
    """How often each rule was right and wrong on the statements that count."""
    found: Tallies = Counter()
    for index, prediction in enumerate(compared.predictions):
        label = compared.label_of.get(index)
        right = label is not None and prediction.kind == label.kind
        found[Layer.KIND, prediction.rules[0], right] += 1
        if right and prediction.norm:
            rule = prediction.rules[-1] if prediction.bearers else _NOBODY
            found[Layer.BEARER, rule, prediction.keys == label.keys] += 1
    return found


def evidence_of(found: Tallies, strength: float) -> Evidence:
    """Tallies as the product takes them."""
    return Evidence(
        strength,
        {
            layer: {
                rule: Tally(found[layer, rule, True] + found[layer, rule, False], found[layer, rule, True])
                for rule in sorted({rule for at, rule, _ in found if at is layer})
            }
            for layer in Layer
        },
    )


def as_toml(evidence: Evidence) -> str:
    """Evidence in the form of its data file."""
    lines = [f"strength = {evidence.strength:g}"]
    for layer, rules in evidence.tallies.items():
        lines += ["", f"[{layer}]"]
        lines += [f'"{rule}" = {{ read = {tally.read}, right = {tally.right} }}' for rule, tally in rules.items()]
    return "\n".join(lines) + "\n"


def _labelled(
    found: Iterable[Mapping[str, Any]], name: str, names: Names, read: Callable[[], list[dict[str, Any]]]
) -> Labelled:
    labels = labels_of((record for record in found if record["document"] == name), names)
    return Labelled(labels, lambda: predictions_of(read(), names))


def _documents(found: Iterable[Mapping[str, Any]]) -> list[str]:
    return sorted({record["document"] for record in found})


@cache
def _agreements() -> tuple[Any, dict[str, Any]]:
    from ingest.manifest import read_manifest
    from ingest.read import read_source
    from ingest.structure import structure
    from ingest.understand import join, mine_agreement

    manifest = read_manifest(ROOT / "corpus")
    read = {entry.id: (entry, source := read_source(entry), structure(source)) for entry in manifest.entries}
    return join([mine_agreement(entry, tree) for entry, _, tree in read.values()], manifest.actors), read


def _read(name: str) -> list[dict[str, Any]]:
    from ingest.understand import understand_agreement

    registry, read = _agreements()
    titles = {entry.id: entry.title for entry, _, _ in read.values()}
    return records(understand_agreement(*read[name], registry, titles, classified=False).statements, registry)


def _sum(tallied: Mapping[str, Tallies], without: str = "") -> Tallies:
    return sum((found for name, found in tallied.items() if name != without), Counter())


def _outcomes(compared: Iterable[Comparison]) -> list[Outcome]:
    return [outcome for one in compared for outcome in outcomes(one)]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Count how often each rule is right on the labels.")
    parser.add_argument("--strength", type=float, default=STRENGTH, help="how many labels a given weight counts for")
    parser.add_argument("--check", action="store_true", help="show the tables and write nothing")
    return parser.parse_args()


if __name__ == "__main__":
    main()
