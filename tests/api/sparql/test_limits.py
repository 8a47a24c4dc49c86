"""Limits hold, are told, and one query's excess is nobody else's."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import urlencode

import httpx
import pytest
from serving import SLOW, publish, running

ROOT = Path(__file__).resolve().parents[3]
ALL = "SELECT * { ?s ?p ?o }"


def ask(client: httpx.Client, query: str, **headers: str) -> httpx.Response:
    return client.post("/sparql", data={"query": query}, headers=headers)


@contextmanager
def unanswered(client: httpx.Client) -> Iterator[None]:
    """A request of its own for a query that does not end; it goes away with the block."""
    body = urlencode({"query": SLOW})
    head = (
        f"POST /sparql HTTP/1.1\r\nHost: {client.base_url.host}\r\nContent-Length: {len(body)}\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\n\r\n"
    )
    with socket.create_connection((client.base_url.host, client.base_url.port)) as connection:
        connection.sendall((head + body).encode())
        yield


def test_slow_queries_delay_nobody(serve, data):
    client = serve(data=data, time_limit=600)
    with ExitStack() as stack:
        for _ in range(4):
            stack.enter_context(unanswered(client))
        for _ in range(5):
            assert ask(client, "ASK {}").json() == {"head": {}, "boolean": True}


def test_a_query_that_overstays_is_stopped(serve, data):
    client = serve(data=data, time_limit=1.5)
    response = ask(client, SLOW)
    assert (response.status_code, response.headers["content-type"]) == (504, "application/problem+json")
    assert "1.5 seconds" in response.json()["detail"]
    assert ask(client, "ASK {}").status_code == 200


def test_when_every_worker_is_busy_the_client_is_told_to_come_back(serve, data):
    client = serve(data=data, time_limit=3, workers=1)
    with ThreadPoolExecutor() as threads:
        waited, ran = sorted(threads.map(lambda _: ask(client, SLOW), range(2)), key=lambda one: one.status_code)
    assert (waited.status_code, ran.status_code) == (503, 504)
    assert waited.json()["type"] == "/problems/queries-waiting"
    assert waited.headers["retry-after"]


def test_a_query_stops_when_its_client_goes_away(serve, data):
    client = serve(data=data, time_limit=600, workers=1)
    with pytest.raises(httpx.TimeoutException):
        client.post("/sparql", data={"query": SLOW}, timeout=0.5)
    assert ask(client, "ASK {}").status_code == 200


@pytest.mark.parametrize(
    ("limits", "cut", "rows"),
    [({"row_limit": 10}, "rows", 10), ({"byte_limit": 2048}, "bytes", None), ({"row_limit": 301}, "no", 301)],
)
@pytest.mark.parametrize("query", [ALL, "CONSTRUCT WHERE { ?s ?p ?o }"])
def test_a_cut_result_says_so(serve, data, limits, cut, rows, query):
    response = ask(serve(data=data, **limits), query)
    assert (response.status_code, response.headers["result-cut"]) == (200, cut)
    told = int(response.headers["result-rows"])
    assert told == (rows or told)
    assert 0 < told <= 301
    for name, value in limits.items():
        assert response.headers[f"limit-{name.partition('_')[0]}s"] == str(value)
    if query is ALL:
        assert len(response.json()["results"]["bindings"]) == told
        assert response.json().get("cut", "no") == cut


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?f ?c ?i",
        "ASK " + "{" * 50_000 + "}" * 50_000,
    ],
    ids=["memory", "nesting"],
)
def test_a_query_that_takes_too_much_fails_alone(serve, data, query):
    client = serve(data=data, memory_limit=64 * 2**20)
    response = ask(client, query)
    assert (response.status_code, response.json()["type"]) == (422, "/problems/query-too-heavy")
    assert ask(client, "ASK {}").status_code == 200


def test_no_query_reaches_a_listener(client):
    reached = []
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.2)
        stop = threading.Event()

        def listen() -> None:
            while not stop.is_set():
                try:
                    connection, _ = listener.accept()
                except TimeoutError:
                    continue
                reached.append(connection.getpeername())
                connection.close()

        thread = threading.Thread(target=listen)
        thread.start()
        far = f"<http://127.0.0.1:{listener.getsockname()[1]}/data>"
        statuses = [
            ask(client, query.replace("FAR", far)).status_code
            for query in (
                "SELECT * { SERVICE FAR { ?s ?p ?o } }",
                "SELECT * { SERVICE SILENT FAR { ?s ?p ?o } }",
                "SELECT * { ?a ?b ?c FILTER(1<?c#>\n)SERVICE FAR { ?s ?p ?o } }",
                "ASK { BIND(FAR AS ?where) SERVICE ?where { } }",
                "LOAD FAR",
                "SELECT * FROM FAR { ?s ?p ?o }",
                "SELECT * FROM NAMED FAR { GRAPH ?g { ?s ?p ?o } }",
                "DESCRIBE FAR",
            )
        ]
        graphs = {"default-graph-uri": far[1:-1], "named-graph-uri": far[1:-1]}
        statuses.append(client.get("/sparql", params={"query": ALL, **graphs}).status_code)
        stop.set()
        thread.join()
    assert reached == []
    assert statuses == [403] * 5 + [200] * 4


def descendants(process: str = "self") -> set[int]:
    tasks = Path(f"/proc/{process}/task").glob("*/children")
    children = {int(pid) for task in tasks for pid in task.read_text().split()}
    return children.union(*(descendants(str(child)) for child in children))


def gone(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except FileNotFoundError:
        return True


def test_no_worker_outlives_its_server(data):
    before = descendants()
    with running(data=data) as client:
        assert ask(client, "ASK {}").status_code == 200
        workers = descendants() - before
    assert len(workers) > 1
    assert all(gone(pid) for pid in workers)


ORPHANING = """
import asyncio, os, sys
from api.sparql.frames import Job
from api.sparql.pool import WorkerPool

async def main():
    pool = WorkerPool(workers=1, seconds=600, memory=2**28)
    task = asyncio.create_task(pool.run(Job(sys.argv[1], sys.argv[2], 10, 10_000, "json", None)))
    while not pool._busy:
        await asyncio.sleep(0.01)
    await asyncio.sleep(0.5)
    print(next(iter(pool._busy))._number, flush=True)
    await task

asyncio.run(main())
"""


def test_a_worker_ends_when_its_parent_is_killed_in_the_middle_of_a_query(tmp_path):
    publish(tmp_path)
    store = next((tmp_path / "generations").iterdir()) / "store"
    parent = subprocess.Popen(
        [sys.executable, "-c", ORPHANING, str(store), SLOW],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    with parent:
        worker = int(parent.stdout.readline())
        parent.send_signal(signal.SIGKILL)
    deadline = time.monotonic() + 30
    while not gone(worker):
        assert time.monotonic() < deadline
        time.sleep(0.05)


@pytest.mark.parametrize("heavy", ["rdflib", "torch", "spacy", "numpy", "fastapi", "pydantic", "asyncio"])
def test_a_worker_imports_next_to_nothing(heavy):
    program = f"import sys, api.sparql.forker; sys.exit({heavy!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False).returncode == 0
