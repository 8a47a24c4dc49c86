"""What is written about the API and the command line is what there is."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import httpx
from typer.main import get_command

from api.cli.commands import app
from api.exports.kinds import GRAPH, KINDS
from api.routes.asked import AskedOfExport

DOCS = Path(__file__).parents[2] / "docs"


def test_every_address_is_described_and_no_other(get: Callable[..., httpx.Response]) -> None:
    described = set(re.findall(r"`(/[a-z{}/]*)`", (DOCS / "api.md").read_text(encoding="utf-8")))
    assert described - {"/", "/docs", "/mcp"} == set(get("/openapi.json").json()["paths"])


def test_every_condition_is_described() -> None:
    content = (DOCS / "api.md").read_text(encoding="utf-8")
    named = {field.alias or name for name, field in AskedOfExport.model_fields.items()}
    assert {name for name in named if f"`{name}`" not in content} == set()


def test_every_command_and_option_is_described_and_no_other() -> None:
    content = (DOCS / "commands.md").read_text(encoding="utf-8")
    commands = get_command(app).commands
    assert set(re.findall(r"`afspraken (\w+)", content)) == set(commands)
    options = {
        option
        for command in commands.values()
        for parameter in command.params
        for option in parameter.opts
        if option.startswith("--") and option != "--help"
    }
    assert set(re.findall(r"`(--[a-z-]+)", content)) == options


def test_every_kind_of_export_is_described() -> None:
    content = " ".join((DOCS / "commands.md").read_text(encoding="utf-8").split())
    assert f"takes {', '.join(KINDS)} and {GRAPH}," in content
