"""Graphs to a generation that is served."""

from ingest.publish.draft import Draft, begin
from ingest.publish.generation import Generation, current, current_id
from ingest.publish.manifest import Manifest

__all__ = ["Draft", "Generation", "Manifest", "begin", "current", "current_id"]
