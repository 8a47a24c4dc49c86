"""Files to sources: manifest entries, decoding, exact text."""

from ingest.read.decode import Decoded, decode
from ingest.read.source import MEDIA_TYPES, SIZE_LIMIT, read_bytes, read_source

__all__ = ["MEDIA_TYPES", "SIZE_LIMIT", "Decoded", "decode", "read_bytes", "read_source"]
