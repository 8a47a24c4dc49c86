"""The rules that find contradictions: one SPARQL file each, over aligned clauses with their comparable slots."""

from shapes.contradictions.catalogue import ContradictionRule, contradiction_rules

__all__ = ["ContradictionRule", "contradiction_rules"]
