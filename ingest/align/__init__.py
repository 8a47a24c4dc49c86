"""Clauses made comparable, and laid beside each other."""

from ingest.align.clauses import Names, comparable_clauses
from ingest.align.links import align
from ingest.align.meaning import Vectors, vectors
from ingest.align.related import Related

__all__ = ["Names", "Related", "Vectors", "align", "comparable_clauses", "vectors"]
