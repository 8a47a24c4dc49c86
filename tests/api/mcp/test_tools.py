"""What an assistant can ask, through the client of the official SDK."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest
from anyio import from_thread
from mcp import Client, StdioServerParameters

from api.app import create_app
from api.mcp import Service, make_server
from api.settings import load_settings


@pytest.fixture(scope="module")
def client(made_up_data: Path) -> Iterator[Callable[..., Any]]:
    """Call a tool in this process: ``client(name, **arguments)``; without a name, list the tools."""
    app = create_app(load_settings(data=made_up_data))
    server = make_server(Service(app.state.graph, app.state.pool, app.state.settings))

    async def call(name: str | None, arguments: dict[str, Any]) -> Any:
        async with app.state.pool, Client(server) as asking:
            if name is None:
                return await asking.list_tools()
            return await asking.call_tool(name, arguments)

    with from_thread.start_blocking_portal() as portal:
        yield lambda name=None, **arguments: portal.call(call, name, arguments)


def test_the_tools_say_what_they_are_for_and_that_they_only_read(client: Callable[..., Any]) -> None:
    tools = {tool.name: tool for tool in client().tools}
    assert {"search", "ask", "responsibilities", "deadlines", "contradictions", "clause", "sparql"} <= tools.keys()
    for tool in tools.values():
        assert tool.description
        assert tool.annotations.read_only_hint
        assert not tool.annotations.open_world_hint


def test_a_search_finds_the_clause_with_its_citation(client: Callable[..., Any]) -> None:
    found = client("search", question="Wie stelt het werkplan vast?", limit=1).structured_content["items"]
    assert [hit["text"] for hit in found] == ["De stuurgroep stelt het werkplan bij consensus vast."]
    assert found[0]["section"] == "Artikel 3 lid 2"


def test_a_question_is_answered_with_its_clauses(client: Callable[..., Any]) -> None:
    answered = client("ask", question="Wie stelt het werkplan vast?").structured_content
    assert answered["answers"][0]["text"] == "De stuurgroep stelt het werkplan bij consensus vast."


def test_what_was_cited_can_be_read_in_its_place(client: Callable[..., Any]) -> None:
    (hit,) = client("search", question="Wie stelt het werkplan vast?", limit=1).structured_content["items"]
    place = {name: hit[name] for name in ("document", "start", "end")}
    clause = client("clause", **place, around=20).structured_content
    assert clause["text"] == hit["text"]
    assert len(clause["before"]) == 20


@pytest.mark.parametrize("tool", ["responsibilities", "deadlines"])
def test_every_item_of_a_list_cites_its_clause(client: Callable[..., Any], tool: str) -> None:
    items = client(tool).structured_content["items"]
    assert items
    assert all(item["document"] and item["end"] > item["start"] >= 0 and item["text"] for item in items)


def test_a_contradiction_cites_both_its_clauses(client: Callable[..., Any]) -> None:
    items = client("contradictions").structured_content["items"]
    assert items
    for item in items:
        assert item["explanation"]["nl"]
        assert all(side["end"] > side["start"] >= 0 and side["text"] for side in (item["a"], item["b"]))


def test_the_graph_can_be_asked_in_sparql(client: Callable[..., Any]) -> None:
    query = "SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s a <https://w3id.org/afsprakengraaf/ns#Statement> } }"
    answer = client("sparql", query=query).structured_content
    assert answer["columns"] == ["n"]
    assert int(answer["rows"][0]["n"]) > 0


@pytest.mark.parametrize(
    ("tool", "arguments", "said"),
    [
        ("search", {"question": "?!"}, "there are no words to search for"),
        ("search", {"question": "werkplan", "documents": ["nergens"]}, "no agreement is called 'nergens'"),
        ("clause", {"document": "samenwerking-2031", "start": 5, "end": 5}, "is no place in a text"),
        ("sparql", {"query": "DELETE WHERE { ?s ?p ?o }"}, "read-only"),
        ("sparql", {"query": "SELECT * WHERE { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"}, "SERVICE"),
    ],
)
def test_a_mistake_is_told_in_one_line(
    client: Callable[..., Any], tool: str, arguments: dict[str, Any], said: str
) -> None:
    answer = client(tool, **arguments)
    assert answer.is_error
    assert said in answer.content[0].text
    assert "\n" not in answer.content[0].text


@pytest.mark.parametrize("arguments", [{"question": "a" * 1001}, {"question": "werkplan", "limit": 101}])
def test_what_is_too_much_is_refused(client: Callable[..., Any], arguments: dict[str, Any]) -> None:
    assert client("search", **arguments).is_error


def test_the_command_answers_over_standard_input_and_output(made_up_data: Path) -> None:
    command = StdioServerParameters(
        command=sys.executable,
        args=["-c", "import sys; from api.cli import main; main(sys.argv[1:])", "mcp", "--data", str(made_up_data)],
        cwd=Path(__file__).parents[3],
    )

    async def names() -> set[str]:
        async with Client(command) as asking:
            return {tool.name for tool in (await asking.list_tools()).tools}

    assert "search" in anyio.run(names)


INITIALIZE = {
    "jsonrpc": "2.0",
    "id": 1,
    "method": "initialize",
    "params": {
        "protocolVersion": "2025-06-18",
        "capabilities": {},
        "clientInfo": {"name": "test", "version": "1"},
    },
}


@pytest.fixture(scope="module")
def post(made_up_data: Path) -> Iterator[Callable[..., httpx.Response]]:
    """Ask ``/mcp`` to begin: ``post(**headers)``."""
    app = create_app(load_settings(data=made_up_data, mcp_hosts="graaf.example"))

    async def ask(headers: dict[str, str]) -> httpx.Response:
        transport = httpx.ASGITransport(app)
        accept = {"Accept": "application/json, text/event-stream"}
        async with app.state.mcp.open(), httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            return await client.post("/mcp", json=INITIALIZE, headers={**accept, **headers})

    with from_thread.start_blocking_portal() as portal:
        yield lambda **headers: portal.call(ask, headers)


def test_the_tools_answer_over_http(post: Callable[..., httpx.Response]) -> None:
    response = post()
    assert response.status_code == 200
    assert response.json()["result"]["serverInfo"]["name"] == "afsprakengraaf"
    assert response.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("headers", [{"Host": "graaf.example"}, {"Origin": "http://localhost:8000"}])
def test_names_of_this_service_are_answered(post: Callable[..., httpx.Response], headers: dict[str, str]) -> None:
    assert post(**headers).status_code == 200


@pytest.mark.parametrize(
    ("headers", "status"), [({"Host": "elders.example"}, 421), ({"Origin": "https://elders.example"}, 403)]
)
def test_other_names_and_pages_elsewhere_are_refused(
    post: Callable[..., httpx.Response], headers: dict[str, str], status: int
) -> None:
    assert post(**headers).status_code == status
