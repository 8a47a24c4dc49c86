"""An Alpino tree seen from its words: parents, antecedents of traces, and the word that stands for each phrase in UD.

The conventions are those of UD Dutch: the content word is the head; a preposition, an auxiliary, a copula and a
complementiser depend on it. Reference for edge cases: G. Bouma and P. Kleiweg, `alud`, University of Groningen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ingest.language.training.alpino import Node
from ingest.language.training.cgn import kinds, part_of_speech

AUXILIARIES = frozenset({"hebben", "zijn", "worden", "zullen", "kunnen", "moeten", "mogen"})
COPULA = "zijn"
PASSIVE_OF_OBJECT = frozenset({"worden", "zijn"})
PASSIVE_OF_RECIPIENT = "krijgen"
VERBAL = frozenset({"ppart", "inf", "ti"})
FRONTED = frozenset({"rhd", "whd"})
COMPLEMENTS = ("obj1", "pobj1", "se", "me")
PROMOTED = ("su", "obj1", "predc", "vc", "pc", "ld", "mod", "app", "det", "body", "cnj", "dp")


@dataclass(eq=False)
class Structure:
    """The tree with what is needed to read it from any node."""

    top: Node
    parents: dict[Node, Node] = field(default_factory=dict)
    antecedents: dict[str, Node] = field(default_factory=dict)
    _heads: dict[Node, Node | None] = field(default_factory=dict)
    _open: set[Node] = field(default_factory=set)

    def __post_init__(self) -> None:
        for node in self.top.descendants():
            for child in node.children:
                self.parents[child] = node
            if node.index is not None and not node.is_trace:
                self.antecedents[node.index] = node

    def sisters(self, node: Node, *relations: str) -> list[Node]:
        """Give the other children of the node's parent, those with one of `relations` if any are named."""
        family = self.parents[node].children if node in self.parents else ()
        return [other for other in family if other is not node and (not relations or other.relation in relations)]

    def filler(self, node: Node) -> Node:
        """Give what a trace stands for, or the node itself."""
        return self.antecedents.get(node.index or "", node) if node.is_trace else node

    def stands_here(self, node: Node) -> bool:
        """True if the node's words hang here in the UD tree: it has content, or is the trace of a fronted phrase."""
        if node.is_trace:
            return self.filler(node).relation in FRONTED
        return not (node.relation in FRONTED and self.trace_of(node) is not None)

    def trace_of(self, node: Node) -> Node | None:
        """Give the first trace, within the sister that is the body, of a fronted phrase."""
        bodies = self.sisters(node, "body")
        places = (place for body in bodies for place in body.descendants())
        return next((place for place in places if place.is_trace and place.index == node.index and node.index), None)

    def role(self, verb: Node) -> str:
        """Say what a word is to its clause: `aux`, `aux:pass`, `cop` or `main`."""
        full = self.filler(verb)
        if verb.relation != "hd" or full.form is None or not (full.tag or full.kind or "").startswith(("WW", "verb")):
            return "main"
        complements, subjects = self.sisters(verb, "vc"), self.sisters(verb, "su")
        if self.sisters(verb, "predc"):
            return "cop" if full.lemma == COPULA and not self.sisters(verb, "obj1", "se", "vc") else "main"
        if not complements or not self._verbal(self.filler(complements[0])):
            return "main"
        subject = subjects[0].index if subjects else None
        if full.lemma in PASSIVE_OF_OBJECT and self._is_object(complements[0], subject, "obj1", verb=full):
            return "aux:pass"
        if (
            full.lemma == PASSIVE_OF_RECIPIENT
            and subject
            and self._is_object(complements[0], subject, "obj2", verb=full)
        ):
            return "aux:pass"
        return "aux" if full.lemma in AUXILIARIES else "main"

    def _verbal(self, complement: Node) -> bool:
        if complement.category == "conj":
            return any(self._verbal(part) for part in complement.children if part.relation == "cnj")
        return complement.category in VERBAL or (complement.tag or "").startswith(("WW|vd", "WW|inf"))

    def _is_object(self, complement: Node, subject: str | None, relation: str, verb: Node) -> bool:
        """True if the subject (by its index) is at the same time the object of the participle or infinitive."""
        full = self.filler(complement)
        clauses = [full, *(child for child in full.children if child.relation in {"cnj", "body"})]
        objects = {child.index for clause in clauses for child in clause.children if child.relation == relation}
        if subject is None:
            return verb.lemma == "worden"
        return subject in objects

    def head(self, node: Node) -> Node | None:
        """Give the word that stands for a phrase; None for a phrase without words."""
        if node in self._heads:
            return self._heads[node]
        if node in self._open:
            return None
        self._open.add(node)
        self._heads[node] = self._find_head(node)
        self._open.discard(node)
        return self._heads[node]

    def _find_head(self, node: Node) -> Node | None:
        if node.form is not None:
            return node
        if node.is_trace:
            full = self.filler(node)
            return self.head(full) if full is not node and full.relation in FRONTED else None
        return next((word for child in self._candidates(node) if (word := self.head(child)) is not None), None)

    def _candidates(self, node: Node) -> Iterator[Node]:
        """Yield the children that may hold the head, best first."""
        children = node.children
        if node.category == "mwu":
            yield from ordered(children)
        elif node.category == "conj":
            yield from ordered(child for child in children if child.relation == "cnj")
        elif node.category == "pp":
            yield from _with_relation(children, "predc", *COMPLEMENTS, "vc", "hd")
        heads = [child for child in children if child.relation == "hd"]
        roles = [self.role(verb) for verb in heads]
        if "cop" in roles:
            yield from _with_relation(children, "predc")
        if "aux" in roles or "aux:pass" in roles:
            yield from _with_relation(children, "vc")
        yield from ordered(heads)
        yield from _with_relation(children, "body")
        yield from ordered(_with_relation(children, "dp"))
        yield from _with_relation(children, "nucl", *PROMOTED)
        phrases = [child for child in children if child.category is not None]
        yield from [
            *ordered(phrases),
            *ordered(child for child in children if not is_punctuation(child)),
            *ordered(children),
        ]


def ordered(nodes: Iterable[Node]) -> list[Node]:
    """Sort nodes by their first word in the sentence; a phrase may begin later than its trace says."""
    return sorted(nodes, key=first_position)


def first_position(node: Node) -> int:
    """Give the position of the first word of a node, or where its trace stands."""
    return min((word.begin for word in node.words()), default=node.begin)


def _with_relation(children: Iterable[Node], *relations: str) -> Iterator[Node]:
    found = list(children)
    for relation in relations:
        yield from (child for child in found if child.relation == relation)


def is_punctuation(node: Node) -> bool:
    """True for a punctuation mark that is no part of a name or a number."""
    return (
        node.form is not None and (node.tag or node.kind or "").startswith(("LET", "punct")) and node.relation != "mwp"
    )


def universal_tag(word: Node, structure: Structure) -> str:
    """Give the UPOS of a word in its tree; a word without a CGN tag gets one from its Alpino kind."""
    if structure.role(word) != "main":
        return "AUX"
    return part_of_speech(word.tag, word.relation) if word.tag else kinds().get(word.kind or "", "X")
