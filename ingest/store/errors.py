"""What can go wrong between the product and its triple store."""

from __future__ import annotations

from ingest.errors import AfsprakenError, InputError


class StoreError(AfsprakenError):
    """The store's files cannot be opened, read or written."""


class ReadOnlyError(StoreError):
    """Something tried to write to a store that was opened for reading."""


class QueryError(InputError):
    """A SPARQL query, or RDF that was handed in, does not parse or cannot be evaluated."""


class ForbiddenQueryError(QueryError):
    """A query that parses but asks for what is never done: to change the graph, or to call another server."""
