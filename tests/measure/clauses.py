"""Print the clauses of a data folder as records for the recipe of the encoder: clauses.py DATA > clauses.jsonl"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from ingest.index import FOLDER, Index
from ingest.publish import current


def main() -> None:
    """One line for each clause that can be found."""
    for row in Index.open(current(Path(sys.argv[1])).path(FOLDER)).rows():
        shown = {name: row[name] for name in ("document", "start", "end", "words")}
        print(json.dumps({**shown, "above": list(filter(None, row["context"].splitlines()))}, ensure_ascii=False))


if __name__ == "__main__":
    main()
