"""Contract records, read from a published graph through queries that are files."""
