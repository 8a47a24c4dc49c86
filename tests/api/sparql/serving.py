"""A real server on a loopback port over a small real graph."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import uvicorn

from api.app import create_app
from api.settings import load_settings
from ingest.publish import Manifest, begin

EX = "https://example.org/"
SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


def publish(data: Path, number: int = 300) -> str:
    """Build a generation with ``number`` triples in a large graph and one in a small one; give its id."""
    with begin(data) as draft:
        lines = (
            b'<https://example.org/%04d> <https://example.org/p> "waarde %d"@nl .\n' % (i, i) for i in range(number)
        )
        draft.store.insert(EX + "large", b"".join(lines))
        draft.store.insert(EX + "small", b'<https://example.org/only> <https://example.org/p> "1" .')
        return draft.publish(Manifest(corpus="test")).id


@contextmanager
def running(**values: object) -> Iterator[httpx.Client]:
    """Serve with these settings and give a client that speaks to the server."""
    app = create_app(load_settings(port=0, **values))
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="warning"))
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        while not server.started:
            assert thread.is_alive()
            time.sleep(0.01)
        port = server.servers[0].sockets[0].getsockname()[1]
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=60) as client:
            yield client
    finally:
        server.should_exit = True
        thread.join()
