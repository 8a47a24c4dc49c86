"""Clauses made comparable, and laid beside each other."""

from ingest.align.clauses import Names, comparable_clauses
from ingest.align.links import align

__all__ = ["Names", "align", "comparable_clauses"]
