"""The data files that are shipped inside the packages."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def read_toml(package: str, name: str) -> dict[str, Any]:
    """The table in the TOML file ``name`` of ``package``, read once and shared: treat it as read-only."""
    return tomllib.loads(files(package).joinpath(name).read_text(encoding="utf-8"))
