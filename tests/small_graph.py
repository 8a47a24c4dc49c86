"""A data folder with the made-up agreements in it, published as a build would."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import made_up
import made_up_contradictions

from ingest.encoding import load_encoder
from ingest.graph import (
    ACTORS_GRAPH,
    CONTRADICTIONS_GRAPH,
    VALIDATION_GRAPH,
    actors_graph,
    agreement_graph,
    contradictions_graph,
    graph_iri,
    ntriples,
)
from ingest.index import FOLDER, IndexWriter, entries
from ingest.model.contradictions import Contradiction
from ingest.publish import Generation, Manifest, begin
from shapes import validate


def publish(data: Path, contradictions: Iterable[Contradiction] | None = None) -> Generation:
    """Publish everything of ``made_up`` under ``data``: graphs, texts, search index, findings and ``contradictions``
    (None: those that are made up).
    """
    found = made_up_contradictions.everything() if contradictions is None else contradictions
    made = made_up.everything()
    actors = [actor for one in made for actor in one.understood.actors]
    with begin(data) as draft:
        encoder = load_encoder()
        index = IndexWriter(draft.folder / FOLDER, encoder)
        draft.store.insert(str(ACTORS_GRAPH), ntriples(actors_graph(actors)))
        for one in made:
            entry, graph = one.understood.entry, agreement_graph(one.understood, one.sections)
            draft.store.insert(str(graph_iri(entry.id)), ntriples(graph))
            index.add(entries(entry, one.understood.source, one.understood.tree, one.sections, graph))
            draft.write(f"texts/{entry.id}.txt", one.understood.source.text.encode("utf-8"))
            draft.store.insert(str(VALIDATION_GRAPH), ntriples(validate(graph).to_graph()))
        graph = contradictions_graph(found)
        draft.store.insert(str(CONTRADICTIONS_GRAPH), ntriples(graph))
        index.finish()
        models = {"embedding": encoder.name}
        return draft.publish(Manifest(corpus="made up", counts={"agreements": len(made)}, models=models))
