"""Measure how the time limit of ``/sparql`` holds and what slow queries cost quick ones.

Run as ``python tests/measure/slow_queries.py``. Each line gives, for a number of endless queries at once under a limit
of two seconds over 100,000 triples: the statuses they got, the seconds that the last one took, and the seconds that
each of five ``ASK {}`` took meanwhile, the first of which may have to wait for a worker to start.
"""

from __future__ import annotations

import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "api" / "sparql")]

from serving import SLOW, publish, running  # noqa: E402

LIMIT = 2
TRIPLES = 100_000
AT_ONCE = (1, 2, 4, 8, 15)


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(max(AT_ONCE)) as threads:
        publish(Path(folder), TRIPLES)
        with running(data=Path(folder), time_limit=LIMIT) as client:

            def ask(query: str) -> tuple[int, float]:
                start = time.perf_counter()
                status = client.post("/sparql", data={"query": query}).status_code
                return status, round(time.perf_counter() - start, 3)

            ask("ASK {}")
            for number in AT_ONCE:
                slow = [threads.submit(ask, SLOW) for _ in range(number)]
                time.sleep(0.3)
                quick = [ask("ASK {}")[1] for _ in range(5)]
                ended = [one.result() for one in slow]
                print(number, {status for status, _ in ended}, max(seconds for _, seconds in ended), quick)


if __name__ == "__main__":
    main()
