"""One file of the corpus to its exact text."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from ingest.errors import SourceError
from ingest.model.agreement import ManifestEntry, Source
from ingest.read.decode import decode

MEDIA_TYPES = {".txt": "text/plain", ".md": "text/markdown"}
SIZE_LIMIT = 50_000_000


def read_source(entry: ManifestEntry, *, limit: int = SIZE_LIMIT) -> Source:
    """The text of one agreement exactly as it lies in its file.

    Line ends stay as they are (``\\r\\n`` counts as two code points), so that an offset into ``Source.text`` is
    an offset into the decoded file. A byte order mark is part of the encoding, not of the text: the character
    after it has offset 0. ``limit`` is the largest size in bytes.

    Raises SourceError when the file is missing, too large, changed since the manifest was read, empty, binary,
    or in an encoding that cannot be told.
    """
    name = entry.path.name
    suffix = entry.path.suffix.lower()
    if suffix not in MEDIA_TYPES:
        raise SourceError(f"{name} is not of a type that can be read", f"save it as {' or '.join(MEDIA_TYPES)}")
    data = read_bytes(entry.path, limit=limit)
    digest = sha256(data).hexdigest()
    if digest != entry.sha256:
        raise SourceError(f"{name} changed after the manifest was read", "start again once the file is at rest")
    decoded = decode(data, name)
    return Source(
        document=entry.id,
        text=decoded.text,
        sha256=digest,
        encoding=decoded.encoding,
        media_type=MEDIA_TYPES[suffix],
    )


def read_bytes(path: Path, *, limit: int = SIZE_LIMIT) -> bytes:
    """The bytes of a file of at most ``limit`` bytes; raises SourceError when there is none or it is larger."""
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise SourceError(f"{path.name} cannot be read ({reason})", f"look at {path}") from error
    if len(data) > limit:
        raise SourceError(
            f"{path.name} is larger than {_size(limit)}", "split it by agreement, or raise the limit for one file"
        )
    return data


def _size(count: int) -> str:
    return f"{count / 1_000_000:g} MB" if count >= 1_000_000 else f"{count:,} bytes"
