"""The Dutch pipeline that the understanding of agreements stands on: words, tags, features, lemmas and dependencies."""

from ingest.language.pipeline import MODEL_DIRECTORY, blank_pipeline, load_pipeline

__all__ = ["MODEL_DIRECTORY", "blank_pipeline", "load_pipeline"]
