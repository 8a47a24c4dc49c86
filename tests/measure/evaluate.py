"""Score a fresh build of the corpus against labels: ``make eval``.

The labels and the scorer stand in the folder that AFSPRAKEN_SHARED names, else in ``../shared``.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
AFSPRAKEN = Path(sys.executable).with_name("afspraken")
WORK = ROOT / ".cache" / "eval"
LABELS = {
    "statements": ["export", "statements", "--format", "jsonl"],
    "contradictions": ["export", "contradictions", "--format", "jsonl"],
    "questions": ["ask", "--format", "jsonl", "--from", "{labels}"],
    "search": ["search", "--format", "jsonl", "--from", "{labels}"],
}
FILES = {"search": "questions"}


def afspraken(*arguments: str) -> bytes:
    """What the command writes to stdout, on the data of this evaluation."""
    command = [AFSPRAKEN, *arguments, "--data", WORK / "data"]
    return subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout


def main() -> int:
    """Print the scorer's figures for each kind of label; 2 when there are no labels."""
    shared = Path(os.environ.get("AFSPRAKEN_SHARED", ROOT.parent / "shared")).resolve()
    scorer = shared / "score" / "score.py"
    if not scorer.exists():
        print(f"no labels in {shared}; name their folder in AFSPRAKEN_SHARED", file=sys.stderr)
        return 2
    WORK.mkdir(parents=True, exist_ok=True)
    afspraken("build")
    for kind, arguments in LABELS.items():
        labels = shared / "gold" / f"{FILES.get(kind, kind)}-dev.jsonl"
        found = WORK / f"{kind}.jsonl"
        found.write_bytes(afspraken(*(argument.format(labels=labels) for argument in arguments)))
        print(f"\n{kind}", flush=True)
        subprocess.run([sys.executable, scorer, kind, found, labels], check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
