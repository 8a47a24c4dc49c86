"""The search index of a generation: every clause, to be found by its words and by what it means."""

from ingest.index.conditions import Conditions
from ingest.index.entries import Entry, entries
from ingest.index.reader import FOLDER, Found, Index
from ingest.index.words import Analyser, function_words, plain_words
from ingest.index.writer import IndexWriter

__all__ = [
    "FOLDER",
    "Analyser",
    "Conditions",
    "Entry",
    "Found",
    "Index",
    "IndexWriter",
    "entries",
    "function_words",
    "plain_words",
]
