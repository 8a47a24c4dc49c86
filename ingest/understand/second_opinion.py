"""A second look at clauses that the rules leave open: where they find nothing stated, or are often wrong, and at plain
prose, which tells more than it settles.
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.model.agreement import AgreementKind
from ingest.model.tree import NodeKind
from ingest.understand.classifier import Chances, Passage, load_classifier
from ingest.understand.judgement import CLASSIFIED, Judged, judged_as
from ingest.understand.norms.kinds import Verdict
from ingest.understand.units import Unit

_SURE = 0.86
_TRUST = 8.0
_TRUST_IN_NOTHING = 100.0
_MERELY_TOLD = 0.8
_CLOSED = frozenset({NodeKind.RECITALS, NodeKind.SIGNATURES, NodeKind.FOOTNOTE})


def reconsider(
    units: Sequence[Unit], judged: Sequence[Judged | None], around: Sequence[Passage], document: AgreementKind
) -> list[Judged | None]:
    """The judgements ``judged`` of ``units`` after the classifier has read those that are open: where the rules found
    nothing stated, or the kind they gave is right less often than ``_SURE``; and those in plain prose.

    Where the chance of nothing is more than ``_MERELY_TOLD``, a clause that the rules read as a statement is none,
    however sure they are; else a kind that is not open stays. The chance of the kind that the rules gave is multiplied
    by ``_TRUST``, that of nothing where they found nothing by ``_TRUST_IN_NOTHING``, before the likeliest is taken.
    """
    read = enumerate(zip(units, judged, around, strict=True))
    turns = [turn for turn, (unit, one, passage) in read if _is_open(unit, one) or (one and _is_prose(unit, passage))]
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


def _is_prose(unit: Unit, passage: Passage) -> bool:
    """Whether a unit tells something, with a verb, in running text outside articles and lists that has a heading."""
    running = unit.node.kind is NodeKind.BLOCK and not unit.context.articled and not unit.context.listed
    return running and bool(passage.headings) and any(token.form == "fin" for token in unit.clause.tokens)


def _weighed(unit: Unit, judged: Judged | None, chances: Chances, document: AgreementKind) -> Judged | None:
    if judged is None:
        return _likeliest(unit, None, chances, _TRUST_IN_NOTHING, document)
    if chances[None] > _MERELY_TOLD:
        return None
    if judged.sure >= _SURE:
        return judged
    stated: Chances = {kind: chance for kind, chance in chances.items() if kind is not None}
    return _likeliest(unit, judged, stated, _TRUST, document)


def _likeliest(
    unit: Unit, judged: Judged | None, chances: Chances, trust: float, document: AgreementKind
) -> Judged | None:
    """The judgement of the likeliest kind when the chance of the one that the rules gave is multiplied by ``trust``."""
    given = judged.kind if judged is not None else None
    weighed = {kind: chance * (trust if kind is given else 1.0) for kind, chance in chances.items()}
    kind = max(weighed, key=lambda one: weighed[one])
    if kind is given or kind is None:
        return judged
    sure = weighed[kind] / sum(weighed.values())
    return judged_as(unit, Verdict(kind, CLASSIFIED, sure), document, sure)
