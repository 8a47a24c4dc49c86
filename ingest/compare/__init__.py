"""Comparing: aligned clauses asked by the rules, judged, and put in order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ingest.compare.actors import Kin
from ingest.compare.report import pair_key, reported
from ingest.compare.rules import ask_rules
from ingest.model.actors import Actor, Relation
from ingest.model.agreement import ManifestEntry
from ingest.model.comparison import Clause, Link
from ingest.model.contradictions import Contradiction

__all__ = ["compare", "pair_key"]


def compare(
    clauses: Sequence[Clause],
    links: Sequence[Link],
    *,
    entries: Sequence[ManifestEntry],
    actors: Mapping[str, Actor],
    relations: Iterable[Relation] = (),
) -> tuple[Contradiction, ...]:
    """Where the agreements contradict each other, themselves, or what was found in practice, best first.

    ``links`` are those that ``align`` made of ``clauses``; ``entries`` the agreements in the order of the manifest;
    ``actors`` and ``relations`` tell who can stand for whom. The same arguments give the same list.
    """
    kin = Kin(actors, relations)
    return reported(ask_rules(clauses, links, kin), clauses, {entry.id: entry for entry in entries}, actors)
