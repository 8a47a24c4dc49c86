"""Files of questions."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ingest.errors import InputError


def questions_in(file: Path) -> Iterator[dict[str, Any]]:
    """The questions of a file of JSON Lines with their ids. Raises InputError for a line that is none, and OSError."""
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError as error:
        raise InputError(f"{file} is not UTF-8", "save it as UTF-8") from error
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            one = json.loads(line)
            yield {"id": one["id"], "question": str(one["question"])}
        except (ValueError, TypeError, KeyError) as error:
            raise InputError(
                f"line {number} of {file} is no question", 'write {"id": "…", "question": "…"} on each line'
            ) from error
