"""Errors are one line, survive a trip to another process, and the docstring draws the whole tree."""

from __future__ import annotations

import pickle

import ingest.errors
from ingest.errors import AfsprakenError, SourceError


def test_problem_and_advice_are_folded_to_one_line() -> None:
    error = SourceError("a.txt is\n  empty", "put\ttext in it")
    assert str(error) == "a.txt is empty; put text in it"


def test_an_error_keeps_its_parts_in_another_process() -> None:
    error = pickle.loads(pickle.dumps(SourceError("a.txt is empty", "put text in it")))
    assert (type(error), error.problem, error.advice) == (SourceError, "a.txt is empty", "put text in it")


def test_the_docstring_draws_every_error() -> None:
    defined = {name for name, value in vars(ingest.errors).items() if isinstance(value, type)}
    assert defined >= {"InputError", "ManifestError", "SourceError"}
    for name in defined:
        assert issubclass(getattr(ingest.errors, name), AfsprakenError)
        assert name in (ingest.errors.__doc__ or "")
