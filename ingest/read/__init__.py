"""Files to sources: manifest entries, decoding, exact text."""
