"""A clean install gets what the project was tested with."""

from __future__ import annotations

import os
import subprocess
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def pins() -> dict[str, str]:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pinned = (Requirement(line) for line in lines if not line.startswith("#"))
    return {canonicalize_name(pin.name): str(pin.specifier).removeprefix("==") for pin in pinned}


def test_every_requirement_is_pinned_to_a_release_that_it_admits() -> None:
    pinned = pins()
    stated = PROJECT["dependencies"] + PROJECT["optional-dependencies"]["dev"]
    wrong = [
        line
        for line in stated
        if (need := Requirement(line)) and not need.specifier.contains(pinned.get(canonicalize_name(need.name), "0"))
    ]
    assert wrong == [], "run: make constraints"


def test_the_licence_is_stated_once_and_its_text_lies_beside_it() -> None:
    assert PROJECT["license"] == "EUPL-1.2"
    assert (ROOT / "LICENSE").read_text(encoding="utf-8").startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2")


def test_make_shows_every_command() -> None:
    environment = {**os.environ, "MAKEFLAGS": ""}
    shown = subprocess.run(["make", "-s"], cwd=ROOT, env=environment, check=True, capture_output=True, text=True).stdout
    commands = [line.split()[0] for line in shown.splitlines()]
    assert commands == ["help", "setup", "run", "test", "bench", "eval", "constraints"]
