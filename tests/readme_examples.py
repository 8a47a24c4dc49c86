"""The commands in the README with the output that stands below them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

README = Path(__file__).parents[1] / "README.md"
_BLOCK = re.compile(r"```console\n\$ (?P<command>.+)\n(?P<output>(?:.*\n)*?)```")


def examples(text: str) -> list[tuple[str, str]]:
    """Each command in the README's console blocks with its output."""
    return [(match["command"], match["output"]) for match in _BLOCK.finditer(text)]


def run(command: str, data: Path) -> str:
    """What ``command`` prints when the graph is in ``data``; trailing spaces of lines fall away.

    Raises CalledProcessError when the command fails.
    """
    environment = os.environ | {
        "AFSPRAKEN_DATA": str(data),
        "COLUMNS": "120",
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "NO_COLOR": "1",
    }
    done = subprocess.run(["bash", "-c", command], env=environment, check=True, capture_output=True, text=True)
    return "".join(f"{line.rstrip()}\n" for line in done.stdout.splitlines() if line.strip())


def rewritten(text: str, data: Path) -> str:
    """The README with the output that the commands have now."""
    return _BLOCK.sub(lambda m: f"```console\n$ {m['command']}\n{run(m['command'], data)}```", text)


if __name__ == "__main__":
    README.write_text(rewritten(README.read_text(encoding="utf-8"), Path(sys.argv[1])), encoding="utf-8")
