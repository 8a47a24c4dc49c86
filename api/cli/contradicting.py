"""``afspraken contradictions`` and ``afspraken verdict``."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Literal

from api.cli.exporting import export_kind
from api.cli.opened import served
from api.cli.output import tell
from api.records import verdicts
from api.records.contradictions import all_contradictions, as_grave_as, contradiction
from api.records.filters import Filter
from api.records.models import ContradictionSeverity, VerdictCode


def show_contradictions(
    wanted: Filter, data: Path, fail_on: ContradictionSeverity | None, asked: str | None, output: Path | None
) -> bool:
    """Write the contradictions that meet ``wanted``; gives back whether one that is open is as grave as ``fail_on``.

    Raises InputError, NotFoundError, NotBuiltError or VerdictsError.
    """
    export_kind("contradictions", wanted, data, asked, output)
    with served(data) as (generation, store):
        pairs = list(all_contradictions(generation, store, wanted))
    found = Counter(pair.severity for pair in pairs if pair.status == "open" and not pair.proposal)
    proposals = sum(pair.proposal for pair in pairs)
    tell(f"{found['hard']} hard and {found['soft']} soft are open, of {len(pairs)}; {proposals} are proposals")
    return fail_on is not None and any(found[severity] for severity in as_grave_as(fail_on))


def judge(key: str, verdict: VerdictCode | Literal["withdraw"], note: str | None, data: Path) -> None:
    """Write down a verdict, or take it back.

    Raises InputError, NotFoundError, NotBuiltError, BusyError or VerdictsError.
    """
    with served(data) as (generation, store):
        pair = contradiction(generation, store, key)
        if verdict == "withdraw":
            verdicts.withdraw(data, pair.key)
        else:
            verdicts.give(data, pair.key, verdict, note)
        judged = contradiction(generation, store, key)
    opinion = judged.verdict.verdict if judged.verdict else "no verdict"
    tell(f"{pair.key}: {opinion}; its status is {judged.status}")
