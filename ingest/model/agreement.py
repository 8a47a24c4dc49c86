"""One agreement as the manifest describes it, and as it was read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path


class AgreementKind(StrEnum):
    """What sort of document it is."""

    AGREEMENT = "agreement"
    ANNEX = "annex"
    EVALUATION = "evaluation"
    SPECIFICATION = "specification"


class AgreementStatus(StrEnum):
    """How far the document had come when it was given to us."""

    FINAL = "final"
    DRAFT = "draft"
    CONCEPT = "concept"


@dataclass(frozen=True, slots=True)
class ManifestEntry:
    """What the manifest says of one agreement.

    ``id`` is the file's stem unless stated; ``path`` is the file itself; ``sha256`` is the hex digest of its
    bytes; ``annex_of`` and ``evaluates`` hold ids of other entries; ``guessed`` is true where title and date
    were not stated but taken from the text or the file name.
    """

    id: str
    path: Path
    title: str
    sha256: str
    date: date | None = None
    version: str | None = None
    status: AgreementStatus = AgreementStatus.FINAL
    kind: AgreementKind = AgreementKind.AGREEMENT
    language: str = "nl"
    annex_of: str | None = None
    evaluates: tuple[str, ...] = ()
    origin: str | None = None
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """The exact text of an agreement; every span in the product counts Unicode code points in ``text``.

    ``sha256`` is the hex digest of the bytes on disk, ``encoding`` the codec that decoded them and
    ``media_type`` either ``text/plain`` or ``text/markdown``.
    """

    document: str
    text: str
    sha256: str
    encoding: str
    media_type: str
