"""The search index of a generation: every clause, to be found by its words and by what it means."""

from ingest.index.conditions import Conditions
from ingest.index.encoder import PACKAGED, Encoder, load_encoder, model_name
from ingest.index.entries import Entry, entries
from ingest.index.reader import FOLDER, Found, Index
from ingest.index.words import Analyser, function_words, plain_words
from ingest.index.writer import IndexWriter

__all__ = [
    "FOLDER",
    "PACKAGED",
    "Analyser",
    "Conditions",
    "Encoder",
    "Entry",
    "Found",
    "Index",
    "IndexWriter",
    "entries",
    "function_words",
    "load_encoder",
    "model_name",
    "plain_words",
]
