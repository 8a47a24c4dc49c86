"""Which agreements have to do with each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from ingest.model.actors import Actor, ActorType
from ingest.model.agreement import ManifestEntry
from ingest.model.comparison import Clause

_NAMED = (ActorType.ORGANISATION, ActorType.BODY, ActorType.ROLE, ActorType.OFFICE)
_LEAST_SHARED = 2


class Related:
    """Agreements have to do with each other when the manifest says so (an annex, an evaluation, two annexes of one
    agreement) or when they name at least two of the same organisations, bodies, roles or offices.
    """

    def __init__(
        self, clauses: Sequence[Clause], entries: Sequence[ManifestEntry], actors: Mapping[str, Actor]
    ) -> None:
        self._named: dict[str, set[str]] = defaultdict(set)
        for clause in clauses:
            self._named[clause.document] |= {key for key in clause.actors if "/" not in key and _is_named(actors, key)}
        self._reports = {entry.id: set(entry.evaluates) for entry in entries}
        self._wholes = {entry.id: entry.annex_of for entry in entries}
        self._stated = {entry.id: {entry.id, *entry.evaluates, *filter(None, (entry.annex_of,))} for entry in entries}

    def __call__(self, one: str, other: str) -> bool:
        """Whether clauses of ``one`` and ``other`` may be held beside each other."""
        if one == other or self._stated.get(one, set()) & self._stated.get(other, set()):
            return True
        return len(self._named[one] & self._named[other]) >= _LEAST_SHARED

    def evaluates(self, report: str, agreement: str) -> bool:
        """Whether ``report`` is about ``agreement``: the manifest says so of it or of what it is an annex of, or says
        nothing of what the report is about while the two have to do with each other.
        """
        about = self._reports.get(report, set())
        if about:
            return bool(about & {agreement, self._wholes.get(agreement)})
        return self(report, agreement)


def _is_named(actors: Mapping[str, Actor], key: str) -> bool:
    actor = actors.get(key)
    return actor is not None and actor.type in _NAMED
