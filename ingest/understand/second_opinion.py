"""A second look at clauses that the rules leave open: where they find nothing stated, or are often wrong, and at plain
prose, which tells more than it settles.
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.model.agreement import AgreementKind
from ingest.model.tree import NodeKind
from ingest.understand.classifier import Chances, Passage, load_classifier
from ingest.understand.judgement import Judged, judged_as
from ingest.understand.norms.kinds import Verdict
from ingest.understand.units import Unit

RULE = "kind.classified"
"""The id that stands where a rule's would when the classifier chose the kind."""
_SURE = 0.94
_TRUST = 5.0
_CLOSED = frozenset({NodeKind.RECITALS, NodeKind.SIGNATURES, NodeKind.FOOTNOTE})


def reconsider(
    units: Sequence[Unit], judged: Sequence[Judged | None], around: Sequence[Passage], document: AgreementKind
) -> list[Judged | None]:
    """The judgements ``judged`` of ``units`` after the classifier has read those that are open: where the rules found
    nothing stated, or the kind they gave is right less often than ``_SURE``.

    The chance of what the rules gave is multiplied by ``_TRUST`` before the likeliest is taken.
    """
    turns = [turn for turn, (unit, one) in enumerate(zip(units, judged, strict=True)) if _is_open(unit, one)]
    out = list(judged)
    if turns:
        told = load_classifier().chances([around[turn] for turn in turns])
        for turn, chances in zip(turns, told, strict=True):
            out[turn] = _weighed(units[turn], judged[turn], chances, document)
    return out


def _is_open(unit: Unit, judged: Judged | None) -> bool:
    if judged is None:
        return unit.place not in _CLOSED and unit.node.kind not in _CLOSED
    return judged.sure < _SURE


def _weighed(unit: Unit, judged: Judged | None, chances: Chances, document: AgreementKind) -> Judged | None:
    given = judged.kind if judged is not None else None
    weighed = {kind: chance * (_TRUST if kind is given else 1.0) for kind, chance in chances.items()}
    kind = max(weighed, key=lambda one: weighed[one])
    if kind is None:
        return None
    sure = weighed[kind] / sum(weighed.values())
    rule = judged.rules[0] if judged is not None and kind is given else RULE
    return judged_as(unit, Verdict(kind, rule, sure), document, sure)
