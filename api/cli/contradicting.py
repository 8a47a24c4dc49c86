"""``afspraken contradictions`` and ``afspraken verdict``."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import IO, Literal

from api.cli.opened import served
from api.cli.output import TABLE, choose, deliver, tell
from api.exports.kinds import formats, only, read_records, write_records
from api.records import verdicts
from api.records.contradictions import as_grave_as, contradiction
from api.records.filters import Filter
from api.records.models import Contradiction, ContradictionSeverity, Fault, VerdictCode

_KIND = "contradictions"
_BETWEEN = "\n\n"


def show_contradictions(
    wanted: Filter, data: Path, fail_on: ContradictionSeverity | None, asked: str | None, output: Path | None
) -> bool:
    """Write the contradictions that meet ``wanted``, for people with both clauses one below the other; gives back
    whether one that is open is as grave as ``fail_on``.

    Raises InputError, NotFoundError, NotBuiltError or VerdictsError.
    """
    form = choose(asked, output, (TABLE, *formats(_KIND)), otherwise="jsonl")
    with served(data) as (generation, store):
        found = list(only(Contradiction, read_records(_KIND, form, generation, store, wanted)))

        def write(made: IO[bytes]) -> None:
            if form == TABLE:
                made.write(f"{_BETWEEN.join(map(_told, only(Fault, found)))}\n".encode())
            else:
                write_records(made, _KIND, form, found, generation, store)

        deliver(output, write)
    pairs = [*found, *(pair for fault in only(Fault, found) for pair in fault.also)]
    open_ = Counter(pair.severity for pair in pairs if pair.status == "open" and not pair.proposal)
    proposals = sum(pair.proposal for pair in pairs)
    tell(f"{open_['hard']} hard and {open_['soft']} soft are open, of {len(pairs)}; {proposals} are proposals")
    return fail_on is not None and any(open_[severity] for severity in as_grave_as(fail_on))


def _told(pair: Fault) -> str:
    proposal = ", a proposal" if pair.proposal else ""
    lines = [f"{pair.severity}, {pair.type}, {pair.status}{proposal}, {pair.confidence:.0%} [{pair.key}]"]
    lines += [pair.explanation.nl]
    lines += [f"  {side.cited}" for side in (pair.a, pair.b)]
    if pair.reason:
        lines.append(f"  {pair.reason.nl}")
    for other, sides in pair.elsewhere():
        lines.append(f"  ook op: {' / '.join(side.cited for side in sides)} [{other.key}]")
    return "\n".join(lines)


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
