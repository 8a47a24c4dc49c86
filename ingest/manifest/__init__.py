"""The agreements of a folder, from its ``corpus.toml`` or, without one, from the files themselves."""

from ingest.manifest.corpus import entry_of, read_manifest
from ingest.manifest.files import MANIFEST_NAME

__all__ = ["MANIFEST_NAME", "entry_of", "read_manifest"]
