"""Read every regulation of a folder on its own and write the statements: a test of robustness and of speed.

    python tests/labels/every.py FOLDER STATEMENTS.jsonl

One line a statement. Regulations that cannot be read are named on stderr with the error; then the command exits with 1.
"""

from __future__ import annotations

import json
import sys
import time
import traceback
from pathlib import Path

from reading import read_alone


def main(folder: Path, target: Path) -> int:
    """Reads the Markdown files of the folder in the order of their names; 0 when all could be read, else 1."""
    files = sorted(folder.glob("*.md"))
    started, failed, words, statements = time.monotonic(), 0, 0, 0
    with target.open("w", encoding="utf-8") as out:
        for number, path in enumerate(files, 1):
            begun = time.monotonic()
            try:
                records = read_alone(path)
            except Exception:
                failed += 1
                print(f"{path.name}\n{traceback.format_exc()}", file=sys.stderr, flush=True)
                continue
            words += len(path.read_text(encoding="utf-8", errors="replace").split())
            statements += len(records)
            out.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
            took = time.monotonic() - begun
            if took > 20 or number % 100 == 0:
                print(f"{number} {path.name} took {took:.1f}s", file=sys.stderr, flush=True)
    seconds = time.monotonic() - started
    print(f"{len(files)} files, {failed} failed, {words} words, {statements} statements, {seconds:.0f} s")
    print(f"{words / seconds:.0f} words/s")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
