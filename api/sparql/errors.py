"""What can go wrong with a query from outside, beyond what the store itself reports."""

from __future__ import annotations

from ingest.errors import AfsprakenError, BusyError, InputError


class QueryTimeoutError(AfsprakenError):
    """The query ran for as long as a query may."""


class QueryTooHeavyError(AfsprakenError):
    """The query took more memory, or is nested deeper, than one query may be."""


class QueriesWaitingError(BusyError):
    """Every worker was busy for as long as a query may take."""


class NotAcceptableError(InputError):
    """None of the formats that the client takes can carry the result."""


class UnsupportedMediaTypeError(InputError):
    """The request's body is of a type that is not read here."""
