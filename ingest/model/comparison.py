"""What comparing works on: clauses with the values that can be held beside those of another clause, and links."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ingest.model.statements import Kind
from ingest.model.text import Span


class ClauseNature(StrEnum):
    """What a clause is to a comparison: what was agreed, what was found, advice, a row of a matrix, or plain text."""

    NORM = "norm"
    FINDING = "finding"
    ADVICE = "advice"
    ROW = "row"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Comparable:
    """One comparable slot of a clause.

    ``slot`` is the name of the slot ("chair"), ``key`` what must be the same before two values are compared (a body,
    an act; empty where the topic of the clauses decides), ``value`` the value in a form that is equal when the meaning
    is. ``words`` are the words of the source that carry it, at ``span``. ``number`` and ``upper`` are the value, or its
    bounds, as numbers where it has them.
    """

    slot: str
    key: str
    value: str
    words: str
    span: Span
    number: float | None = None
    upper: float | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause as comparing sees it. Small enough to keep those of a whole corpus in memory.

    ``subject`` is the IRI of the statement, row or provision that it is; ``terms`` are the stems of its content words
    in order, without the names of actors; ``actors`` and ``bearers`` are actor keys. ``dated`` is the agreement's date
    as EDTF. ``contrasts`` are marks of the case that the clause is confined to ("impact:without"). ``order`` counts
    clauses in reading order; ``group`` is the eId of the list or table that it is an item of, empty outside one,
    ``parent`` that of what it hangs under.
    """

    subject: str
    document: str
    dated: str
    section: str
    node: str
    order: int
    span: Span
    text: str
    nature: ClauseNature
    kind: Kind | None
    confidence: float
    terms: tuple[str, ...]
    actors: tuple[str, ...] = ()
    bearers: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    contrasts: tuple[str, ...] = ()
    group: str = ""
    parent: str = ""
    comparables: tuple[Comparable, ...] = ()


class LinkKind(StrEnum):
    """Why two clauses are held beside each other."""

    TOPIC = "topic"  # they speak of the same activity, event, plan, product or amount
    SLOT = "slot"  # the same slot of the same body, role or agreement
    VERSION = "version"  # the same item in two versions of a list
    DROPPED = "dropped"  # an item of one version, and the item of the other after which it is missing
    ROW = "row"  # the same activity in a matrix, or in a matrix and in prose
    PRACTICE = "practice"  # what was found, and the agreement that it is about
    PRESENCE = "presence"  # a paper that is said to be there, agreed or absent
    PARENT = "parent"  # an item and what it hangs under
    PERIOD = "period"  # periods of years in one section
    SUM = "sum"  # a part and the total of one key of distribution
    SUM_OFF = "sum-off"  # the same where the parts do not add up
    NEAR = "near"  # acts at moments, close to each other


@dataclass(frozen=True, slots=True)
class Link:
    """An alignment of two clauses, by their positions in the list of clauses, with its score (0 to 1) and reason."""

    kind: LinkKind
    left: int
    right: int
    score: float
    reason: str
