"""The vocabulary of the graph, its JSON-LD context and the named questions."""

from ontology.loading import alignments, context, house_style, vocabulary

__all__ = ["alignments", "context", "house_style", "vocabulary"]
