"""The regulations that the labels are of, taken from their archive, and the labels themselves."""

from __future__ import annotations

import json
import os
import tarfile
from collections.abc import Iterable
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SHARED = Path(os.environ.get("AFSPRAKEN_SHARED", ROOT.parent / "shared")).resolve()
ARCHIVE = SHARED / "data" / "laws-nl-3000.tar.gz"
UNPACKED = ROOT / ".cache" / "laws-labels"


def labels(split: str) -> list[dict]:
    """The records of ``dev`` or ``test``."""
    lines = (HERE / f"{split}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def unpacked(documents: Iterable[str]) -> dict[str, Path]:
    """The files of these regulations by document; raises FileNotFoundError where the archive is absent too."""
    files = {document: UNPACKED / f"{document}.md" for document in documents}
    missing = {path.name: path for path in files.values() if not path.exists()}
    if missing:
        UNPACKED.mkdir(parents=True, exist_ok=True)
        with tarfile.open(ARCHIVE) as archive:
            for member in archive:
                target = missing.get(Path(member.name).name)
                content = archive.extractfile(member) if target else None
                if target and content:
                    target.write_bytes(content.read())
    return files


def misplaced(records: Iterable[dict], texts: dict[str, str]) -> list[str]:
    """The labels whose span does not open with their first three words, as lines to read."""
    wrong = []
    for record in records:
        start, end = record["span"]
        opening = " ".join(texts[record["document"]][start:end].split()[:3])
        if opening != record["first"]:
            wrong.append(f"{record['document']} {start}-{end}: {record['first']!r} but {opening!r}")
    return wrong
