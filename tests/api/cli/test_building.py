"""From a folder of agreements to an export, by command."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
AFSPRAKEN = [sys.executable, "-c", "from api.cli import main; main()"]
AGREEMENT = """Samenwerkingsovereenkomst Havenrand

Artikel 1 Taken

1. De stuurgroep stelt jaarlijks het werkplan vast.
2. De penvoerder stelt vóór 1 maart 2031 het jaarverslag op.
"""


def test_a_folder_becomes_statements_with_their_words(tmp_path: Path) -> None:
    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "AFSPRAKEN_DATA": str(tmp_path / "data")}
        return subprocess.run([*AFSPRAKEN, *arguments], env=environment, capture_output=True, text=True)

    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "havenrand.txt").write_text(AGREEMENT, encoding="utf-8")
    built = run("build", "--corpus", str(corpus))
    assert built.returncode == 0, built.stderr
    report = json.loads(built.stdout)
    assert report["counts"]["agreements"] == 1
    assert "statements 1/1 havenrand" in built.stderr
    assert all(f"warning: {warning}" in built.stderr for warning in report["warnings"])
    exported = run("export", "statements")
    records = [json.loads(line) for line in exported.stdout.splitlines()]
    assert len(records) == report["counts"]["statements"]
    assert all(AGREEMENT[record["start"] : record["end"]] == record["text"] for record in records)
    (report_due,) = [record for record in records if "jaarverslag" in record["text"]]
    assert report_due["deadline"]["value"] == "2031-03-01"
