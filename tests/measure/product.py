"""What the product reads: the exports of its own command on a build of the corpus, and regulations read one by one."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
REGULATIONS = ROOT / "tests" / "labels"
AFSPRAKEN = Path(sys.executable).with_name("afspraken")
_RULES = """
PREFIX ag: <https://w3id.org/afsprakengraaf/ns#>
SELECT ?statement ?first ?rule WHERE {
  GRAPH ?agreement { ?statement a ag:Statement ; ag:kindRule ?first ; ag:rule ?rule }
}"""


class CommandError(Exception):
    """The command did not do what it was asked; the text is what it said."""


@dataclass(frozen=True, slots=True)
class Product:
    """The command on one data folder."""

    data: Path

    def run(self, *arguments: str | Path) -> bytes:
        """What the command writes to stdout. Raises CommandError when it fails."""
        command = [AFSPRAKEN, *arguments, "--data", self.data]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
        if done.returncode:
            raise CommandError(done.stderr.decode().strip())
        return done.stdout

    def records(self, *arguments: str | Path) -> list[dict[str, Any]]:
        """The records that the command writes. Raises CommandError."""
        return [json.loads(line) for line in self.run(*arguments, "--format", "jsonl").splitlines()]

    def rules(self) -> dict[str, list[str]]:
        """The ids of the rules that read each statement, by its id, the one that chose the kind first."""
        found: dict[str, list[str]] = {}
        for row in self.records("sparql", _RULES):
            rules = found.setdefault(row["statement"], [row["first"]])
            if row["rule"] not in rules:
                rules.append(row["rule"])
        return found

    def text(self, document: str) -> str:
        """The text in which the statements of an agreement have their places."""
        from ingest.publish import current

        return current(self.data).read(f"texts/{document}.txt").decode("utf-8")


def regulations(part: str) -> tuple[list[dict[str, Any]], list[dict[str, Any]], dict[str, str]]:
    """The labels of a part of the regulations, the statements that are read in these, each alone, and their texts.

    Raises FileNotFoundError when the regulations are not at hand.
    """
    sys.path.insert(0, str(REGULATIONS))
    from reading import read_alone
    from regulations import labels, unpacked

    records = labels(part)
    paths = unpacked(sorted({record["document"] for record in records}))
    found = [record for path in paths.values() for record in read_alone(path)]
    return records, found, {document: path.read_bytes().decode("utf-8") for document, path in paths.items()}
