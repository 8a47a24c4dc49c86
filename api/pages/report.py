"""The report on contradictions: the same on the web and as a file by itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from api.pages.rendering import render_file
from api.records.models import Document, Fault
from ingest.publish import Manifest


def report_file(faults: Sequence[Fault], documents: Iterable[Document], manifest: Manifest) -> str:
    """The report as one page of HTML, in Dutch and in English, with its style inside and without links to elsewhere."""
    return render_file("report_file", "report_title", **report_values(faults, documents, manifest))


def report_values(faults: Sequence[Fault], documents: Iterable[Document], manifest: Manifest) -> dict[str, Any]:
    """What the report says: the faults, how many there are of each severity and status, and from which build.

    ``documents`` are the agreements that the faults are in, or all.
    """
    counts = Counter((fault.severity, fault.status) for fault in faults if not fault.proposal)
    proposals = sum(fault.proposal for fault in faults)
    return {
        "faults": faults,
        "agreements": by_id(documents),
        "counts": sorted(counts.items()),
        "proposals": proposals,
        "manifest": manifest,
    }


def by_id(documents: Iterable[Document]) -> dict[str, Document]:
    """Agreements by the id under which clauses name them."""
    return {document.id: document for document in documents}
