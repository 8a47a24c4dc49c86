"""The agreements of a folder, from its ``corpus.toml`` or, without one, from the files themselves."""

from ingest.manifest.corpus import read_manifest
from ingest.manifest.files import MANIFEST_NAME

__all__ = ["MANIFEST_NAME", "read_manifest"]
