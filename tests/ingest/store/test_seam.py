"""Only the store package speaks to the engine, and what it gives to workers stays light."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
PACKAGES = ("ingest", "api", "ontology", "shapes")
MODULES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))


def imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            names.add(node.module.partition(".")[0])
    return names


def test_the_engine_is_imported_in_the_store_package_and_nowhere_else():
    users = {path.relative_to(ROOT) for path in MODULES if imported(path) & {"pyoxigraph", "oxrdflib"}}
    assert users
    assert {path for path in users if path.parts[:2] != ("ingest", "store")} == set()


@pytest.mark.parametrize("heavy", ["rdflib", "torch", "spacy", "numpy", "pydantic"])
def test_importing_the_store_brings_nothing_heavy(heavy):
    program = f"import sys, ingest.store; sys.exit({heavy!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False).returncode == 0
