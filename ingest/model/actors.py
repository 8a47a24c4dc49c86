"""Who acts: actors as mined from the text, and the relations between them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ingest.model.text import Span


class ActorType(StrEnum):
    """Organisation (a legal person), role (filled by one), body (decides together), group, or office of a person."""

    ORGANISATION = "organisation"
    ROLE = "role"
    BODY = "body"
    GROUP = "group"
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who can bear a statement.

    ``key`` names the actor in the whole corpus (lower-case words joined by hyphens, no article); actors that
    exist only within one agreement ("Opdrachtnemer") carry its id before a slash. ``label`` is the preferred
    Dutch name, ``aliases`` every other name found, ``documents`` the agreements that name it.
    """

    key: str
    label: str
    type: ActorType
    aliases: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()


class RelationType(StrEnum):
    """How two actors stand to each other."""

    FILLS = "fills"  # an organisation fills a role (org:Membership)
    MEMBER_OF = "member-of"
    CHAIRS = "chairs"
    REPRESENTS = "represents"
    PARTY_TO = "party-to"  # object: the agreement itself


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation that a clause states. ``subject`` and ``object`` are actor keys (``object`` is the document id
    for PARTY_TO); ``interval`` is EDTF or None when the clause names no time; ``confidence`` runs from 0 to 1.
    """

    type: RelationType
    subject: str
    object: str
    document: str
    node: str
    span: Span
    rule: str
    confidence: float
    interval: str | None = None
