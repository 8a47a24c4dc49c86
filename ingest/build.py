"""The build: a folder of agreements in, a published generation out."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

from ingest.comparing import Comparison
from ingest.encoding import PACKAGED, Encoder, load_encoder
from ingest.errors import NotBuiltError
from ingest.graph import (
    ACTORS_GRAPH,
    RUN_GRAPH,
    VALIDATION_GRAPH,
    Run,
    actors_graph,
    agreement_graph,
    graph_iri,
    ntriples,
    run_graph,
)
from ingest.index import FOLDER, Index, IndexWriter, entries
from ingest.language import load_pipeline
from ingest.manifest import read_manifest
from ingest.model.agreement import Manifest, ManifestEntry, Source
from ingest.model.tree import Node
from ingest.model.understood import UnderstoodAgreement
from ingest.publish import Draft, Generation, begin, current
from ingest.publish import Manifest as GenerationManifest
from ingest.read import read_source
from ingest.structure import sections, structure
from ingest.understand import ActorRegistry, join, mine_agreement, understand_agreement
from ingest.understand.classifier import load_classifier
from shapes import validate

TEXTS = "texts"


@dataclass(frozen=True, slots=True)
class Progress:
    """A step of the build that has just been done: ``stage`` of ``document``, number ``done`` of ``total``."""

    stage: str
    document: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build made. ``counts`` are numbers by name; ``warnings`` one line each, for the person who built."""

    generation: Generation
    counts: Mapping[str, int] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()


def build(
    corpus: Path,
    data: Path,
    progress: Callable[[Progress], None] = lambda _: None,
    *,
    embedding_model: str | None = None,
) -> BuildReport:
    """Read every agreement of ``corpus``, make and validate the graph, index its clauses, publish it under ``data``.

    Every agreement is read twice, first for its names and then, when the actors of the whole corpus are known, for
    its statements, so that no more than one of them is held in memory. The same corpus gives the same graph.

    ``embedding_model`` is a model of sentence-transformers on this machine (None: the packaged one).

    Raises InputError (with advice) when the manifest, a file or the embedding model is at fault, BusyError when
    another build runs; then what was served goes on being served.
    """
    manifest = read_manifest(corpus)
    encoder = load_encoder(embedding_model or PACKAGED)
    registry = _registry(manifest, progress)
    with begin(data) as draft:
        index = IndexWriter(draft.folder / FOLDER, encoder, _earlier_index(data, encoder))
        run = _run(manifest)
        counts = _fill(draft, index, manifest, registry, run, progress)
        models = {**run.models, "embedding": encoder.name}
        generation = draft.publish(GenerationManifest(corpus=_digest(manifest), counts=counts, models=models))
    return BuildReport(generation, counts, manifest.warnings)


def _registry(manifest: Manifest, progress: Callable[[Progress], None]) -> ActorRegistry:
    evidence = []
    for done, entry in enumerate(manifest.entries, start=1):
        _, tree = _read(entry)
        evidence.append(mine_agreement(entry, tree))
        progress(Progress("names", entry.id, done, len(manifest.entries)))
    return join(evidence, manifest.actors)


def _read(entry: ManifestEntry) -> tuple[Source, Node]:
    source = read_source(entry)
    return source, structure(source)


def _earlier_index(data: Path, encoder: Encoder) -> Index | None:
    """The index that is served, where its vectors are those that ``encoder`` would make."""
    try:
        served = current(data)
        return Index.open(served.path(FOLDER)) if served.manifest.models.get("embedding") == encoder.name else None
    except NotBuiltError:
        return None


def _fill(
    draft: Draft,
    index: IndexWriter,
    manifest: Manifest,
    registry: ActorRegistry,
    run: Run,
    progress: Callable[[Progress], None],
) -> dict[str, int]:
    titles = {entry.id: entry.title for entry in manifest.entries}
    titles |= {external.id: external.title for external in manifest.external}
    counts: Counter[str] = Counter(agreements=len(manifest.entries), actors=len(registry.actors))
    comparison = Comparison(manifest.entries, registry)
    for done, entry in enumerate(manifest.entries, start=1):
        source, tree = _read(entry)
        understood = understand_agreement(entry, source, tree, registry, titles)
        places = sections(tree)
        graph = agreement_graph(understood, places)
        index.add(entries(entry, source, tree, places, graph))
        report = validate(graph)
        draft.store.replace(str(graph_iri(entry.id)), ntriples(graph))
        draft.store.insert(str(VALIDATION_GRAPH), ntriples(report.to_graph()))
        draft.write(f"{TEXTS}/{entry.id}.txt", source.text.encode("utf-8"))
        comparison.add(understood, places)
        counts.update(_counts(understood))
        counts.update(f"{finding.severity}s" for finding in report.results)
        progress(Progress("statements", entry.id, done, len(manifest.entries)))
    draft.store.replace(str(ACTORS_GRAPH), ntriples(actors_graph(registry.actors.values())))
    draft.store.replace(str(RUN_GRAPH), ntriples(run_graph(run, manifest.entries)))
    progress(Progress("comparing", "", len(manifest.entries), len(manifest.entries)))
    counts["contradictions"] = comparison.store(draft.store)
    counts["quads"] = draft.store.count()
    counts["clauses"] = index.finish()
    return dict(sorted(counts.items()))


def _counts(understood: UnderstoodAgreement) -> Counter[str]:
    return Counter(
        statements=len(understood.statements),
        responsibilities=len(understood.responsibilities),
        relations=len(understood.relations),
    )


def _digest(manifest: Manifest) -> str:
    entries = sorted(f"{entry.id} {entry.sha256}" for entry in manifest.entries)
    return hashlib.sha256("\n".join(entries).encode()).hexdigest()


def _run(manifest: Manifest) -> Run:
    models = {"language": str(load_pipeline().meta["version"]), "classifier": load_classifier().version}
    return Run(id=_digest(manifest)[:16], version=version("afsprakengraaf"), models=models)
