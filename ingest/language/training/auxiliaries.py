"""Which verbs of an Alpino tree are auxiliaries or copulas in Universal Dependencies."""

from __future__ import annotations

from ingest.language.training.alpino import Node

AUXILIARIES = frozenset({"hebben", "zijn", "worden", "zullen", "kunnen", "moeten", "mogen"})
COPULA = "zijn"
PASSIVES = frozenset({"worden", "zijn", "krijgen"})
CLAUSAL = frozenset({"ppart", "inf", "vp"})


def verb_complement(clause: Node) -> Node | None:
    """Give the verbal complement of a clause, if it has one."""
    return next((child for child in clause.children if child.relation == "vc"), None)


def is_auxiliary(verb: Node, complement: Node | None) -> bool:
    """True if `verb`, the head of a clause, helps the verb of its `complement` and is not a predicate itself."""
    if complement is None or verb.lemma not in AUXILIARIES:
        return False
    return complement.category in {"ppart", "inf"} or (complement.tag or "").startswith(("WW|vd", "WW|inf"))


def auxiliary_positions(top: Node) -> frozenset[int]:
    """Give the positions of the words that are tagged AUX: auxiliaries, and the copula with a predicate."""
    found: set[int] = set()
    for clause in top.descendants():
        verb = next((child for child in clause.children if child.relation == "hd"), None)
        if verb is None or not (verb.tag or "").startswith("WW"):
            continue
        predicate = any(child.relation == "predc" for child in clause.children)
        if is_auxiliary(verb, verb_complement(clause)) or (verb.lemma == COPULA and predicate):
            found.add(verb.begin)
    return frozenset(found)
