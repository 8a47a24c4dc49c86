"""What the product reads: the exports of its own command on a build of the corpus, and labelled texts one by one."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from labelled import read_lines

ROOT = Path(__file__).parents[2]
REGULATIONS = ROOT / "tests" / "labels"
AGREEMENTS = REGULATIONS / "agreements"
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


@dataclass(frozen=True, slots=True)
class ReadAlone:
    """Labels, the statements that are read in the labelled documents, each alone, and the texts of these by id."""

    labels: list[dict[str, Any]]
    found: list[dict[str, Any]]
    texts: dict[str, str]


def regulations(part: str) -> ReadAlone:
    """A part of the labelled regulations. Raises FileNotFoundError when these are not at hand."""
    sys.path.insert(0, str(REGULATIONS))
    from regulations import labels, unpacked

    records = labels(part)
    return _read(records, unpacked(sorted({record["document"] for record in records})))


def agreements(part: str) -> ReadAlone:
    """A part of the labelled agreements that were made up for the purpose."""
    records = read_lines(AGREEMENTS / f"{part}.jsonl")
    return _read(records, labelled_texts(records))


def labelled_texts(records: Iterable[Mapping[str, Any]]) -> dict[str, Path]:
    """The files of the made-up agreements that these labels are of, by document."""
    documents = {record["document"] for record in records}
    return {path.stem: path for path in sorted((AGREEMENTS / "texts").iterdir()) if path.stem in documents}


def _read(records: list[dict[str, Any]], paths: Mapping[str, Path]) -> ReadAlone:
    sys.path.insert(0, str(REGULATIONS))
    from reading import read_alone

    found = [record for path in paths.values() for record in read_alone(path)]
    return ReadAlone(records, found, {name: path.read_bytes().decode("utf-8") for name, path in paths.items()})
