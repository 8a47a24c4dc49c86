"""A second opinion on what a clause is, for clauses that the rules leave open: learned from labelled agreements."""

from ingest.understand.classifier.loading import load_classifier
from ingest.understand.classifier.passages import Chances, Passage

__all__ = ["Chances", "Passage", "load_classifier"]
