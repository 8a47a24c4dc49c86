"""One bounded query without a server."""

import pytest
from serving import EX, SLOW

from api.settings import load_settings
from api.sparql.errors import NotAcceptableError, QueryTimeoutError
from api.sparql.request import QueryRequest
from api.sparql.service import answer_once
from ingest.errors import NotBuiltError
from ingest.store import ForbiddenQueryError

COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"


def test_a_query_is_answered_within_its_limits(data):
    answered = answer_once(load_settings(data=data, row_limit=2), QueryRequest("SELECT ?s { ?s ?p ?o }"), rows_as="csv")
    assert (answered.rows, answered.cut, answered.body[:3]) == (2, "rows", b"s\r\n")
    small = answer_once(load_settings(data=data), QueryRequest(COUNT, (EX + "small",), ()), rows_as="csv")
    assert small.body == b"n\r\n1\r\n"


@pytest.mark.parametrize(
    ("query", "error"),
    [
        (SLOW, QueryTimeoutError),
        ("DROP ALL", ForbiddenQueryError),
        ("CONSTRUCT WHERE { ?s ?p ?o }", NotAcceptableError),
    ],
)
def test_what_a_server_refuses_is_an_error_here(data, query, error):
    with pytest.raises(error):
        answer_once(load_settings(data=data, time_limit=1), QueryRequest(query), triples_as=None)


def test_without_a_graph_the_error_names_the_command(tmp_path):
    with pytest.raises(NotBuiltError, match="afspraken build"):
        answer_once(load_settings(data=tmp_path), QueryRequest(COUNT))


def test_a_folder_of_the_same_name_where_it_is_called_is_no_hindrance(data, tmp_path, monkeypatch):
    (tmp_path / "api").mkdir()
    (tmp_path / "api" / "__init__.py").write_text("raise SystemExit")
    settings = load_settings(data=data.resolve())
    monkeypatch.chdir(tmp_path)
    assert answer_once(settings, QueryRequest("ASK {}"), rows_as="csv").body == b"true"
