"""What codes are called, from the vocabulary itself."""

from __future__ import annotations

from functools import lru_cache

from rdflib import RDFS, SKOS, URIRef

from ingest.graph.statements import KIND_CLASSES
from ingest.model.statements import Kind
from ontology import vocabulary
from ontology.namespaces import AG


@lru_cache(maxsize=1024)
def label(code: str, language: str) -> str:
    """The label of the term with this local name, such as ``deadline-type-date``; the code itself when it has none."""
    return _label(AG[code], language) or code


@lru_cache(maxsize=64)
def kind_label(kind: str, language: str) -> str:
    """What statements of a kind are called."""
    return _label(KIND_CLASSES[Kind(kind)], language) or kind


def actor_type_label(kind: str, language: str) -> str:
    """What a type of actor is called."""
    return label(kind.capitalize(), language)


def _label(term: URIRef, language: str) -> str | None:
    for predicate in (RDFS.label, SKOS.prefLabel):
        for value in vocabulary().objects(term, predicate):
            if getattr(value, "language", None) == language:
                return str(value)
    return None
