"""Search by words and by meaning: any question or words in, the clauses that say most about it out."""

from api.search.hits import Hit
from api.search.searcher import Searcher, open_searcher

__all__ = ["Hit", "Searcher", "open_searcher"]
