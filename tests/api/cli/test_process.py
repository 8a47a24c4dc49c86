"""The command as a process of its own."""

from __future__ import annotations

import os
import pty
import re
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
AFSPRAKEN = [sys.executable, "-c", "from api.cli import main; main()"]
HEAVY = {"torch", "spacy", "sentence_transformers", "rdflib", "fastapi", "pyoxigraph", "pydantic"}


@pytest.fixture
def environment() -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("AFSPRAKEN_", "LC_", "LANG"))}
    return {**kept, "PYTHONPATH": str(ROOT), "TERM": "xterm", "COLUMNS": "140"}


def test_results_and_errors_leave_by_their_own_ways(
    made_up_data: Path, tmp_path: Path, environment: dict[str, str]
) -> None:
    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [*AFSPRAKEN, *arguments]
        return subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True)

    environment["AFSPRAKEN_DATA"] = str(made_up_data)
    done = run("validate", "--fail-on", "warning")
    assert done.returncode == 1
    assert all(line.startswith("{") for line in done.stdout.splitlines())
    assert done.stderr.count("\n") == 1
    done = run("export", "raci", "--data", "nowhere")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "error: no graph has been built yet; run `afspraken build`\n"


def test_a_reader_who_leaves_early_is_no_error(made_up_data: Path, environment: dict[str, str]) -> None:
    command = [*AFSPRAKEN, "export", "graph", "--format", "nquads", "--data", str(made_up_data)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_on_a_terminal_there_is_a_table(made_up_data: Path, environment: dict[str, str]) -> None:
    ours, theirs = pty.openpty()
    command = [*AFSPRAKEN, "export", "statements", "--document", "evaluatie-2033", "--data", str(made_up_data)]
    with subprocess.Popen(command, env=environment, stdout=theirs) as process:
        os.close(theirs)
        shown = b""
        while True:
            try:
                part = os.read(ours, 65536)
            except OSError:
                break
            if not part:
                break
            shown += part
    os.close(ours)
    text = re.sub(r"\x1b\[[0-9;]*m", "", shown.decode())
    assert process.returncode == 0
    assert "2 Bevindingen" in text
    assert "2 rows" in text
    assert '{"id"' not in text


def test_help_loads_nothing_heavy(environment: dict[str, str]) -> None:
    code = "import sys; from api.cli import main\ntry: main(['--help'])\nexcept SystemExit: print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    shown, _, modules = done.stdout.rstrip().rpartition("\n")
    assert "build" in shown
    assert HEAVY & set(modules.split()) == set()


def test_serve_tells_where_it_listens_and_serves(made_up_data: Path, environment: dict[str, str]) -> None:
    command = [*AFSPRAKEN, "serve", "--port", "0", "--data", str(made_up_data)]
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr is not None
        address = re.search(r"http://\S+/", process.stderr.readline())
        assert address is not None
        with urllib.request.urlopen(f"{address.group()}health", timeout=30) as answer:
            assert b'"status":"ok"' in answer.read()
        process.send_signal(signal.SIGTERM)
        out, _ = process.communicate(timeout=30)
        assert out == ""
