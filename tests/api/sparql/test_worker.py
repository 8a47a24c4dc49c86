"""A worker process on its own: what it may reach, and what it says when it cannot answer."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from api.sparql.frames import Answered, Job, Refused, Reply
from api.sparql.process import Forker
from api.sparql.worker import Desk
from ingest.store import open_store

ROOT = Path(__file__).resolve().parents[3]
REACH = """
import socket, sys
from api.sparql.worker import leave_network
leave_network()
try:
    socket.create_connection(("127.0.0.1", int(sys.argv[1])), timeout=5).close()
except OSError:
    sys.exit(3)
"""
SANDBOX = "import ctypes, sys; call = ctypes.CDLL(None).unshare; sys.exit(call(1 << 30) and call(5 << 28))"


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "store", read_only=False) as writer:
        writer.insert("https://example.org/g", b'<https://example.org/a> <https://example.org/b> "c" .')
        writer.flush()
    return str(tmp_path / "store")


def job(store: str, query: str, **values: object) -> Job:
    return Job(
        **{"store": store, "query": query, "rows": 9, "bytes": 9999, "rows_as": "csv", "triples_as": None, **values}
    )


def test_a_worker_answers_one_job_after_another_until_it_is_killed(store):
    jobs = [job(store, "SELECT ?s { ?s ?p ?o }"), job(store, "ASK {}", graphs=("https://example.org/g",), named=())]

    async def run() -> list[Reply]:
        forker = Forker(2**28)
        worker = await forker.worker()
        replies = [await worker.ask(one) for one in jobs]
        assert worker.alive
        worker.kill()
        await worker.gone()
        assert not worker.alive
        await forker.close()
        return replies

    assert asyncio.run(run()) == [
        Answered(b"s\r\nhttps://example.org/a\r\n", "csv", 1, None),
        Answered(b"true", "csv", 1, None),
    ]


def test_workers_are_made_again_when_the_process_they_come_from_was_killed(store):
    async def run() -> Reply:
        forker = Forker(2**28)
        workers = [await forker.worker()]
        os.kill(forker._process.pid, signal.SIGKILL)
        await forker._process.wait()
        workers.append(await forker.worker())
        reply = await workers[1].ask(job(store, "ASK {}"))
        for worker in workers:
            worker.kill()
            await worker.gone()
        await forker.close()
        return reply

    assert asyncio.run(run()) == Answered(b"true", "csv", 1, None)


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ({"query": "SELECT * {"}, "query"),
        ({"query": "DROP ALL"}, "forbidden"),
        ({"query": "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"}, "forbidden"),
        ({"query": "CONSTRUCT WHERE { ?s ?p ?o }"}, "format"),
        ({"query": "ASK {}", "store": "/nowhere"}, "store"),
    ],
)
def test_a_job_that_cannot_be_answered_is_refused_by_kind(store, values, kind):
    reply = Desk(2**40).reply(job(**{"store": store, **values}))
    assert isinstance(reply, Refused)
    assert reply.kind == kind
    assert reply.problem
    assert reply.advice


def test_a_worker_follows_the_job_to_another_graph(store, tmp_path):
    with open_store(tmp_path / "other", read_only=False) as writer:
        writer.flush()
    desk = Desk(2**40)
    query = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    bodies = [desk.reply(job(folder, query)).body for folder in (store, str(tmp_path / "other"), store)]
    assert bodies == [b"n\r\n1\r\n", b"n\r\n0\r\n", b"n\r\n1\r\n"]


def test_where_the_system_allows_it_a_worker_has_no_network():
    allowed = subprocess.run([sys.executable, "-c", SANDBOX], check=False).returncode == 0
    with socket.create_server(("127.0.0.1", 0)) as listener:
        reached = subprocess.run(
            [sys.executable, "-c", REACH, str(listener.getsockname()[1])],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            check=False,
        )
    assert reached.returncode == (3 if allowed else 0)
