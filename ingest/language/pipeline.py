"""Loads the trained pipeline that is packaged with the project."""

from __future__ import annotations

from functools import cache
from importlib import resources
from pathlib import Path

import spacy
from spacy.language import Language

from ingest.language import lemmatizer, particles, sentence, spaces, tokenizer

MODEL_DIRECTORY = Path(str(resources.files(__package__))) / "model"
REGISTERED_IN = (lemmatizer, particles, sentence, spaces, tokenizer)


@cache
def load_pipeline() -> Language:
    """Give the packaged pipeline, loaded once per process, from disk alone.

    It takes one sentence, heading or list item per document. Each token has `tag_` (CGN), `pos_` and `morph` (Universal
    Dependencies), `lemma_`, `head` and `dep_`.

    Raises:
        OSError: the package was installed without its model.
    """
    return spacy.load(MODEL_DIRECTORY)


def blank_pipeline() -> Language:
    """Give a pipeline that only splits text into words, with the packaged tokeniser."""
    return spacy.blank("nl", config={"nlp": {"tokenizer": {"@tokenizers": "agreement_tokenizer"}}})
