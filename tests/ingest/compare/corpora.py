"""Made-up corpora: texts in, contradictions out, by the stages of the build."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ingest.build import _read
from ingest.comparing import Comparison
from ingest.manifest import read_manifest
from ingest.model.contradictions import Contradiction
from ingest.structure import sections
from ingest.understand import join, mine_agreement, understand_agreement


def compared(texts: Sequence[str], folder: Path, *, report: bool = False, related: bool = False) -> list[Contradiction]:
    """The contradictions in agreements with these texts; ``report`` makes the last one an evaluation of the others,
    ``related`` makes all of them annexes of one agreement."""
    folder.mkdir(parents=True, exist_ok=True)
    tables = ['[[external]]\nid = "whole"\ntitle = "Hoofdovereenkomst"\n'] if related else []
    for number, text in enumerate(texts, start=1):
        (folder / f"stuk-{number}.md").write_text(f"# Stuk {number}\n{text}", encoding="utf-8")
        table = f'[[agreement]]\nfile = "stuk-{number}.md"\ntitle = "Stuk {number}"\ndate = 20{28 + number}-01-01\n'
        if report and number == len(texts):
            table += 'kind = "evaluation"\nevaluates = ["stuk-1"]\n'
        if related:
            table += 'annex_of = "whole"\n'
        tables.append(table)
    (folder / "corpus.toml").write_text("\n".join(tables), encoding="utf-8")
    return list(found_in(folder))


def found_in(folder: Path) -> tuple[Contradiction, ...]:
    """The contradictions in the corpus that lies in ``folder``."""
    manifest = read_manifest(folder)
    read = [(entry, *_read(entry)) for entry in manifest.entries]
    registry = join([mine_agreement(entry, tree) for entry, _, tree in read], manifest.actors)
    titles = {entry.id: entry.title for entry in manifest.entries}
    comparison = Comparison(manifest.entries, registry)
    for entry, source, tree in read:
        comparison.add(understand_agreement(entry, source, tree, registry, titles), sections(tree))
    return comparison.found()[1]
