"""Modules and functions stay small enough to read at one go."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
MODULE_LINES = 400
FUNCTION_LINES = 60


def modules() -> Iterator[Path]:
    for folder in ("ingest", "api", "shapes", "ontology", "tests"):
        yield from (ROOT / folder).rglob("*.py")


def test_modules_are_small() -> None:
    sizes = {str(path.relative_to(ROOT)): path.read_bytes().count(b"\n") for path in modules()}
    assert len(sizes) > 20
    assert {path: size for path, size in sizes.items() if size > MODULE_LINES} == {}


def test_functions_are_small() -> None:
    large = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name} has {length} lines"
        for path in modules()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (length := (node.end_lineno or node.lineno) - node.lineno + 1) > FUNCTION_LINES
    ]
    assert large == []
