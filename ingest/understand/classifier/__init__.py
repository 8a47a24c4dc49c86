"""A second opinion on what a clause is, for clauses that the rules leave open: learned from labelled agreements."""

from ingest.understand.classifier.network import Chances, Classifier, load_classifier
from ingest.understand.classifier.passages import Passage

__all__ = ["Chances", "Classifier", "Passage", "load_classifier"]
