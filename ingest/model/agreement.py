"""One agreement as the manifest describes it, and as it was read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from ingest.model.actors import ActorType


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
    bytes; ``annex_of`` and ``evaluates`` hold ids of other entries or of external agreements; ``guessed`` is
    true where title or date was not stated but taken from the text or the file name. Where no day is known
    ``date`` is None and ``period`` is the month or year as EDTF (``2018``, ``2018-12``, ``2018~``).
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
    period: str | None = None

    @property
    def dated(self) -> str | None:
        """The date as EDTF, as precise as it is known; None when nothing is known. Sorts by time as text."""
        return self.date.isoformat() if self.date else self.period


@dataclass(frozen=True, slots=True)
class ExternalAgreement:
    """An agreement that entries hang on but that the corpus does not hold; ``date`` is EDTF."""

    id: str
    title: str
    date: str | None = None


@dataclass(frozen=True, slots=True)
class ActorHint:
    """What a person knows about an actor: every name in ``aliases`` means ``label``."""

    label: str
    aliases: tuple[str, ...] = ()
    type: ActorType | None = None


@dataclass(frozen=True, slots=True)
class Manifest:
    """The agreements of a corpus in the order of the manifest (or of their file names), what a person added to
    them, and one line for each thing that was guessed or left out.
    """

    entries: tuple[ManifestEntry, ...]
    actors: tuple[ActorHint, ...] = ()
    external: tuple[ExternalAgreement, ...] = ()
    warnings: tuple[str, ...] = ()


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
