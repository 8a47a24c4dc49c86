"""Names for everything in the graph, made from content so that reading again gives the same names."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from urllib.parse import quote

from rdflib import URIRef

from ontology.folding import fold
from ontology.namespaces import ID

ACTORS_GRAPH = ID["graph/actors"]
VALIDATION_GRAPH = ID["graph/validation"]
RUN_GRAPH = ID["graph/run"]
CONTRADICTIONS_GRAPH = ID["graph/contradictions"]
CORRESPONDENCES_GRAPH = ID["graph/correspondences"]


def agreement_iri(document: str) -> URIRef:
    """The agreement with this id."""
    return ID[f"agreement/{quote(document, safe='')}"]


def graph_iri(document: str) -> URIRef:
    """The named graph that holds all that was read from the agreement with this id."""
    return ID[f"graph/{quote(document, safe='')}"]


def provision_iri(document: str, eid: str) -> URIRef:
    """The node with this eId in the agreement's tree."""
    return ID[f"provision/{quote(document, safe='')}/{quote(eid, safe='')}"]


def actor_iri(key: str) -> URIRef:
    """The actor with this key."""
    return ID[f"actor/{quote(key, safe='/')}"]


def contradiction_iri(key: str) -> URIRef:
    """The contradiction between the two clauses that this order-free key names."""
    return ID[f"contradiction/{quote(key, safe='')}"]


def source_iri(digest: str) -> URIRef:
    """The source file whose bytes have this SHA-256 digest."""
    return ID[f"source/{digest}"]


def part_iri(whole: URIRef, name: str) -> URIRef:
    """A part that has no life outside ``whole`` (its deadline, its evidence)."""
    return URIRef(f"{whole}#{name}")


class ContentNames:
    """Hands out names for what one agreement says.

    A name is a digest of document, eId, quote (folded: case, accents and white space do not count) and kind.
    What would get the same name twice, such as the same words in the same table cell, is told apart by its turn.
    """

    def __init__(self, document: str) -> None:
        self._document = document
        self._turns: Counter[str] = Counter()

    def name(self, family: str, eid: str, text: str, *slots: str) -> URIRef:
        """The next name in ``family`` ("statement") for these words; ``slots`` are the values that tell kinds apart."""
        content = "\x1f".join((family, self._document, eid, fold(text), *slots))
        self._turns[content] += 1
        turn = self._turns[content]
        digest = sha256((content if turn == 1 else f"{content}\x1f{turn}").encode()).hexdigest()[:20]
        return ID[f"{family}/{digest}"]
