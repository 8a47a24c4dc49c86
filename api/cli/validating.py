"""``afspraken validate``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from api.cli.opened import served
from api.cli.output import RECORDS, choose, deliver_rows, tell
from api.records.findings import SEVERITIES, FindingFilter, all_findings, as_heavy_as
from api.records.models import Finding, Severity


def show_findings(
    data: Path, documents: Sequence[str], fail_on: Severity | None, asked: str | None, output: Path | None
) -> bool:
    """Write what validation found; gives back whether something weighs as much as ``fail_on``.

    Raises InputError, NotFoundError or NotBuiltError.
    """
    form = choose(asked, output, RECORDS, otherwise="jsonl")
    with served(data) as (_, store):
        findings = list(all_findings(store, FindingFilter(documents=documents)))
    flat = form not in ("json", "jsonl")
    rows = [_flat(one) if flat else one.model_dump(mode="json") for one in findings]
    shown = ("severity", "rule", "document", "section", "message_en")
    deliver_rows(rows, form, output, shown=shown, title="Validation")
    found = Counter(one.severity for one in findings)
    tell(", ".join(f"{found[severity]} {severity}" for severity in SEVERITIES))
    return fail_on is not None and any(found[severity] for severity in as_heavy_as(fail_on))


def _flat(finding: Finding) -> dict[str, object]:
    content = finding.model_dump(mode="json", exclude={"message"})
    return {
        "rule": finding.shape.rpartition("#")[2],
        **content,
        "message_nl": finding.message.nl,
        "message_en": finding.message.en,
    }
