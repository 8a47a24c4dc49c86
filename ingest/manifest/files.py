"""The files of a corpus folder."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from hashlib import file_digest
from pathlib import Path

from ingest.errors import ManifestError
from ingest.read import MEDIA_TYPES

MANIFEST_NAME = "corpus.toml"
TYPES = " or ".join(MEDIA_TYPES)


def inside(corpus: Path, file: str) -> Path:
    """The file that the manifest names; raises ManifestError when it is outside the folder, missing or not read."""
    path = (corpus / file).resolve()
    if not path.is_relative_to(corpus.resolve()):
        raise ManifestError(f"{file} in {MANIFEST_NAME} lies outside the folder", f"copy it into {corpus}")
    if path.suffix.lower() not in MEDIA_TYPES:
        raise ManifestError(f"{file} in {MANIFEST_NAME} is of a type that is not read", f"save it as {TYPES}")
    if not path.is_file():
        close = get_close_matches(file, [candidate.name for candidate in files_in(corpus)], n=1)
        advice = f"did you mean {close[0]!r}?" if close else f"put it in {corpus}, or take it out of the manifest"
        raise ManifestError(f"{file} in {MANIFEST_NAME} does not exist", advice)
    return path


def digest(path: Path) -> str:
    """The hex SHA-256 of a file's bytes; raises ManifestError when it cannot be read."""
    try:
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise ManifestError(f"{path.name} cannot be read ({error.strerror})", f"look at {path}") from error


def stem_id(path: Path) -> str:
    """The id of an agreement for which none is stated: its file's stem, other characters than word ones hyphens."""
    return re.sub(r"[^\w.-]+", "-", path.stem).strip("-.") or "agreement"


def files_in(corpus: Path) -> Iterator[Path]:
    """Every file below the folder that is not hidden, in the order of their paths."""
    for path in sorted(corpus.rglob("*")):
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(corpus).parts):
            yield path


def describes_folder(path: Path) -> bool:
    """Whether a file is about the folder (a read-me or licence) rather than one of its agreements."""
    return path.stem.upper() in {"README", "LICENSE", "LICENCE"}
