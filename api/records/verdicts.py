"""What people found of contradictions, kept beside the generations so that it outlives every build.

``DATA/verdicts.jsonl`` has one line for each verdict given or withdrawn, the last on a pair counts::

    {"key": "…", "verdict": "explained", "note": "…", "at": "2031-05-01T10:00:00Z"}
    {"key": "…", "verdict": null, "note": null, "at": "2031-05-02T09:00:00Z"}
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

from filelock import FileLock, Timeout
from pydantic import ValidationError

from api.records.models import Verdict, VerdictCode
from ingest.errors import AfsprakenError, BusyError, InputError

FILE = "verdicts.jsonl"
NOTE_MOST = 2000
_LOCK = "verdicts.lock"
_PATIENCE = 10.0


class VerdictsError(AfsprakenError):
    """The file with verdicts holds something else."""


def verdicts(data: Path) -> Mapping[str, Verdict]:
    """The verdict on each pair that has one, by the key of the pair. Raises VerdictsError."""
    try:
        content = (data / FILE).read_bytes()
    except FileNotFoundError:
        return {}
    found: dict[str, Verdict] = {}
    for number, line in enumerate(_whole(content).splitlines(), start=1):
        try:
            entry: dict[str, Any] = json.loads(line)
            key = str(entry.pop("key"))
            if entry["verdict"] is None:
                found.pop(key, None)
            else:
                found[key] = Verdict.model_validate(entry)
        except (ValueError, KeyError, AttributeError, TypeError, ValidationError) as error:
            raise VerdictsError(
                f"line {number} of {FILE} is no verdict",
                "take the line out, or put back a copy of the file in the data folder",
            ) from error
    return found


def give(data: Path, key: str, code: VerdictCode, note: str | None = None, *, at: datetime | None = None) -> Verdict:
    """Write down a verdict on a pair, in place of any before it. Raises InputError or BusyError.

    What is explained needs a note: it becomes the reason for the status.
    """
    words = note.strip() if note else ""
    if code == "explained" and not words:
        raise InputError("an explanation needs a note", "say in a sentence what explains the difference")
    if len(words) > NOTE_MOST:
        raise InputError(f"the note has {len(words)} characters", f"say it in {NOTE_MOST}")
    verdict = Verdict(verdict=code, note=words or None, at=at or datetime.now(UTC).replace(microsecond=0))
    _append(data, {"key": key, **verdict.model_dump(mode="json")})
    return verdict


def withdraw(data: Path, key: str) -> None:
    """Take back the verdict on a pair. Raises BusyError."""
    at = datetime.now(UTC).replace(microsecond=0).isoformat()
    _append(data, {"key": key, "verdict": None, "note": None, "at": at})


def _whole(content: bytes) -> bytes:
    """``content`` without a last line that has no end: its writer was stopped before it was done."""
    return content[: content.rfind(b"\n") + 1]


def _append(data: Path, entry: Mapping[str, object]) -> None:
    line = json.dumps(entry, ensure_ascii=False).encode("utf-8") + b"\n"
    with _locked(data) as file:
        file.truncate(len(_whole(file.read())))
        file.seek(0, os.SEEK_END)
        file.write(line)
        file.flush()
        os.fsync(file.fileno())


@contextmanager
def _locked(data: Path) -> Iterator[IO[bytes]]:
    try:
        with FileLock(data / _LOCK, timeout=_PATIENCE):
            (data / FILE).touch()
            with (data / FILE).open("r+b") as file:
                yield file
    except Timeout as error:
        raise BusyError("another verdict is being written", "try again") from error
