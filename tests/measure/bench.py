"""Measure building and asking, on the corpus and on copies of it: ``make bench``.

Each figure is one line, ``name value``. Times are of whole commands, start-up included.
"""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
AFSPRAKEN = Path(sys.executable).with_name("afspraken")
COPIES = (1, 8)
QUESTION = ("responsible-for", "--words", "jaarplan")
COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"


def timed(*arguments: str | Path) -> float:
    """Seconds that the command takes; its output is thrown away."""
    start = time.perf_counter()
    subprocess.run([AFSPRAKEN, *arguments], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def copied(folder: Path, copies: int) -> int:
    """Fill ``folder`` with ``copies`` of each agreement under ids of their own; how many bytes that is."""
    folder.mkdir()
    size = 0
    for path in (ROOT / "corpus").iterdir():
        for number in range(copies if path.suffix in {".txt", ".md"} else 0):
            size += shutil.copy(path, folder / f"{path.stem}-{number}{path.suffix}").stat().st_size
    return size


def main() -> None:
    """Build the corpus in each size, then ask the last build."""
    with tempfile.TemporaryDirectory() as temporary:
        work = Path(temporary)
        for copies in COPIES:
            corpus, data = work / f"corpus-{copies}", work / f"data-{copies}"
            size = copied(corpus, copies)
            seconds = timed("build", "--corpus", corpus, "--data", data)
            print(f"build_{copies}_seconds {seconds:.1f}")
            print(f"build_{copies}_kb_per_second {size / 1000 / seconds:.1f}")
        print(f"build_peak_mib {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f}")
        print(f"sparql_count_seconds {timed('sparql', COUNT, '--data', data):.2f}")
        print(f"query_seconds {timed('query', *QUESTION, '--data', data):.2f}")
        print(f"export_statements_seconds {timed('export', 'statements', '--data', data):.2f}")


if __name__ == "__main__":
    main()
