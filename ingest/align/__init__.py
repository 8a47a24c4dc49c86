"""Clauses made comparable, and laid beside each other."""

from ingest.align.clauses import Names, comparable_clauses
from ingest.align.links import align
from ingest.align.meaning import Meanings
from ingest.align.related import Related

__all__ = ["Meanings", "Names", "Related", "align", "comparable_clauses"]
