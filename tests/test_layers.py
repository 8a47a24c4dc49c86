"""Data flows down and never back: what each folder may import."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

PACKAGES = {
    "ontology": set(),
    "shapes": {"ontology"},
    "ingest": {"ontology", "shapes"},
    "api": {"ontology", "shapes", "ingest"},
}
STAGES = {
    "errors": set(),
    "packaged": set(),
    "model": {"errors"},
    "read": {"errors", "model"},
    "manifest": {"errors", "packaged", "model", "read"},
    "language": {"errors", "packaged", "model"},
    "structure": {"errors", "packaged", "model", "read"},
    "understand": {"errors", "packaged", "model", "read", "structure", "language", "encoding", "manifest"},
    "graph": {"errors", "model", "read", "structure", "understand"},
    "store": {"errors", "model"},
    "encoding": {"errors"},
    "align": {"errors", "packaged", "model", "understand", "graph", "encoding"},
    "compare": {"errors", "packaged", "model", "store", "align"},
    "comparing": {"errors", "model", "understand", "graph", "store", "encoding", "align", "compare"},
    "index": {"errors", "packaged", "model", "understand", "encoding"},
    "publish": {"errors", "model", "read", "manifest", "structure", "understand", "graph", "store"},
    "build": {
        *("errors", "model", "read", "manifest", "language", "structure", "understand", "graph", "store"),
        *("encoding", "index"),
        *("comparing", "publish"),
    },
}
TRIPLE_STORE = {"pyoxigraph", "oxrdflib"}
INDEX_LIBRARY = {"lancedb", "lance", "pyarrow"}


def modules(package: str) -> Iterator[Path]:
    return (ROOT / package).rglob("*.py")


def imports(path: Path) -> Iterator[str]:
    """The full name of everything that a module imports, at its top or inside a function."""
    package = path.relative_to(ROOT).with_suffix("").parts[:-1]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = (
                ".".join((*package[: len(package) - node.level + 1], node.module or "")) if node.level else node.module
            )
            yield from (f"{str(base).strip('.')}.{alias.name}" for alias in node.names)


def stage_of(path: Path) -> str:
    return path.relative_to(ROOT / "ingest").parts[0].removesuffix(".py")


def test_the_modules_are_found() -> None:
    assert all(list(modules(package)) for package in ("ontology", "ingest"))
    assert "ingest.errors.ManifestError" in set(imports(ROOT / "ingest" / "manifest" / "files.py"))


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_imports_only_those_below_it(package: str) -> None:
    forbidden = PACKAGES.keys() - PACKAGES[package] - {package}
    broken = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in modules(package)
        for name in imports(path)
        if name.split(".")[0] in forbidden | {"tests"}
    ]
    assert broken == []


def test_every_stage_has_a_place_in_the_order() -> None:
    stages = {stage_of(path) for path in modules("ingest")} - {"__init__"}
    assert stages - STAGES.keys() == set(), "give the new stage its place in STAGES"


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_imports_only_earlier_ones(stage: str) -> None:
    allowed = STAGES[stage] | {stage}
    broken = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in modules("ingest")
        if stage_of(path) == stage
        for name in imports(path)
        if name.startswith("ingest.") and name.split(".")[1] not in allowed
    ]
    assert broken == []


def test_the_order_of_the_stages_has_no_circle() -> None:
    assert list(TopologicalSorter(STAGES).static_order())


def knowing(libraries: set[str]) -> set[tuple[str, ...]]:
    """The folders with a module that imports one of ``libraries``."""
    return {
        path.relative_to(ROOT).parts[:2]
        for package in PACKAGES
        for path in modules(package)
        for name in imports(path)
        if name.split(".")[0] in libraries
    }


def test_only_the_store_knows_which_triple_store_it_is() -> None:
    assert knowing(TRIPLE_STORE) == {("ingest", "store")}


def test_only_the_index_knows_which_library_keeps_it() -> None:
    assert knowing(INDEX_LIBRARY) == {("ingest", "index")}
