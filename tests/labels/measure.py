"""Score what the product reads in the labelled regulations: ``python tests/labels/measure.py dev [--show N]``.

Prints a table per document, one per kind, and the scorer's figures over all; of ``test`` the last alone. Names are
compared through ``names.json``, each document with its own.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import sys
import tempfile
from collections import Counter
from pathlib import Path
from types import ModuleType

from reading import read_alone
from regulations import HERE, SHARED, labels, unpacked


def scorer(folder: Path = SHARED / "score") -> ModuleType:
    """The scorer as a module, without other names than those of ``names.json``."""
    with tempfile.NamedTemporaryFile("w", suffix=".json") as empty:
        empty.write("{}")
        empty.flush()
        os.environ["ACTORS"] = empty.name
        sys.path.insert(0, str(folder))
        import score

    return score


def predictions(documents: list[str]) -> list[dict]:
    """The statements that the product finds in these regulations, each read on its own."""
    return [record for path in unpacked(documents).values() for record in read_alone(path)]


def renamed(names: list, document: str, score: ModuleType) -> list[str]:
    """The names with every accepted one replaced by the one in the labels."""
    table = {
        score.actor_key(other): name
        for name, others in json.loads((HERE / "names.json").read_text(encoding="utf-8")).get(document, {}).items()
        for other in (name, *others)
    }
    plain = [name["label"] if isinstance(name, dict) else name for name in names]
    return [table.get(score.actor_key(name), name) for name in plain]


def compared(split: str, score: ModuleType) -> tuple[list[dict], list[dict]]:
    """Predictions and labels of a split, with names that can be compared."""
    gold = labels(split)
    found = predictions(sorted({record["document"] for record in gold}))
    for record in found:
        record["bearers"] = renamed(record["bearers"], record["document"], score)
    for record in gold:
        record["bearer"] = renamed(record["bearer"], record["document"], score)
    return found, gold


def figures(found: list[dict], gold: list[dict], score: ModuleType, show: int = 0) -> dict[str, list[str]]:
    """The scorer's lines by name of the figure; with ``show`` what it says of errors is printed."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        score.statements(found, gold, show)
    lines = out.getvalue().splitlines()
    if show:
        print("\n".join(lines))
    named = {}
    for line in lines:
        words = line.split()
        values = [word for word in words if word.replace(".", "").isdigit()]
        named[" ".join(words[: len(words) - len(values)])] = values
    return named


def by_kind(found: list[dict], gold: list[dict], score: ModuleType) -> str:
    """Per kind: labels that are sure, those found, those found with the kind."""
    matched = {j: i for i, j in score.match(found, gold)}
    sure, seen, right = Counter(), Counter(), Counter()
    for j, record in enumerate(gold):
        if record["sure"]:
            sure[record["kind"]] += 1
            seen[record["kind"]] += j in matched
            right[record["kind"]] += j in matched and found[matched[j]]["kind"] == record["kind"]
    return "\n".join(f"{kind:16}{n:5}{seen[kind]:7}{right[kind]:7}" for kind, n in sure.most_common())


def tables(found: list[dict], gold: list[dict], score: ModuleType) -> None:
    """Print the figures per document and per kind."""
    print("document          n  span  +kind  bearer  who-must-what")
    for document in sorted({record["document"] for record in gold}):
        theirs = [record for record in gold if record["document"] == document]
        values = figures([record for record in found if record["document"] == document], theirs, score)
        scored = [
            values["span P R F1"][2],
            values["span+kind P R F1"][2],
            values["bearer accuracy strict, overlap"][0],
            *list(values.values())[-1],
        ]
        print(document, f"{values['statements gold/pred'][0]:>7}", *scored)
    print("\nkind            sure  found  right\n" + by_kind(found, gold, score), "\n")


def main(split: str, show: int) -> None:
    """Print the tables; of the labels kept for testing nothing but the totals."""
    score = scorer()
    found, gold = compared(split, score)
    if split == "test":
        show = 0
    else:
        tables(found, gold, score)
    for name, numbers in figures(found, gold, score, show).items():
        if not show:
            print(name, *numbers)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[3]) if "--show" in sys.argv else 0)
