"""What surrounds every route: one shape of error, careful headers, bounds, and a description with examples."""

import asyncio

import httpx
import pytest

from api.app import create_app
from api.deps import MayWrite
from api.errors import MEANINGS, meaning_of
from api.settings import load_settings
from ingest.errors import AfsprakenError, BusyError, NotFoundError, SourceError
from ingest.store import QueryError


def call(app, method: str, url: str, **arguments) -> httpx.Response:
    async def send() -> httpx.Response:
        transport = httpx.ASGITransport(app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
            return await client.request(method, url, **arguments)

    return asyncio.run(send())


@pytest.fixture
def make(tmp_path):
    return lambda **values: create_app(load_settings(data=tmp_path, **values))


def subclasses(kind: type) -> set[type]:
    return {kind, *(below for child in kind.__subclasses__() for below in subclasses(child))}


def test_every_error_of_the_product_has_one_meaning_and_no_two_share_a_type():
    kinds = [meaning.kind for meaning in MEANINGS.values()]
    assert len(set(kinds)) == len(kinds)
    assert all(meaning_of(kind("p", "a")).status >= 400 for kind in subclasses(AfsprakenError))


@pytest.mark.parametrize(
    ("error", "status", "kind"),
    [
        (SourceError("the file is empty", "give one with text"), 400, "bad-input"),
        (NotFoundError("no such agreement", "list them"), 404, "not-found"),
        (BusyError("a build is running", "wait"), 503, "busy"),
        (QueryError("it does not parse", "correct it"), 400, "bad-query"),
        (RuntimeError("a secret path"), 500, "unforeseen"),
    ],
)
def test_an_error_in_any_route_becomes_a_problem_document(make, error, status, kind):
    app = make()

    @app.get("/fails")
    def fails() -> None:
        raise error

    response = call(app, "GET", "/fails")
    content = response.json()
    assert (response.status_code, content["status"], content["type"]) == (status, status, f"/problems/{kind}")
    assert response.headers["content-type"] == "application/problem+json"
    assert content["instance"] == "/fails"
    if isinstance(error, AfsprakenError):
        assert (content["detail"], content["advice"]) == (error.problem, error.advice)
    assert "secret" not in response.text
    assert ("retry-after" in response.headers) is isinstance(error, BusyError)


def test_what_the_framework_refuses_has_the_same_shape(make):
    app = make()

    @app.get("/number/{value}")
    def number(value: int) -> int:
        return value

    wrong, absent = call(app, "GET", "/number/x"), call(app, "GET", "/absent")
    assert (wrong.status_code, wrong.json()["type"]) == (400, "/problems/bad-input")
    assert "value" in wrong.json()["detail"]
    assert (absent.status_code, absent.json()["type"]) == (404, "/problems/not-found")


@pytest.mark.parametrize("url", ["/health", "/absent", "/sparql"])
def test_every_response_keeps_browsers_careful(make, url):
    headers = call(make(), "GET", url).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert "default-src 'self'" in headers["content-security-policy"]
    assert headers["x-frame-options"] == "DENY"


def test_other_origins_read_nothing_unless_they_are_named(make):
    asking = {"Origin": "https://a.example"}
    assert "access-control-allow-origin" not in call(make(), "GET", "/health", headers=asking).headers
    app = make(cors_origins="https://a.example")
    assert call(app, "GET", "/health", headers=asking).headers["access-control-allow-origin"] == "https://a.example"
    other = call(app, "GET", "/health", headers={"Origin": "https://b.example"})
    assert "access-control-allow-origin" not in other.headers


@pytest.mark.parametrize("announced", [True, False])
def test_a_body_over_the_limit_is_refused(make, announced):
    async def parts():
        for _ in range(3):
            yield b"q" * 1000

    content = b"q" * 3000 if announced else parts()
    headers = {"Content-Type": "application/sparql-query"}
    response = call(make(request_limit=2048), "POST", "/sparql", content=content, headers=headers)
    assert response.status_code == 413
    assert response.headers["content-type"] == "application/problem+json"
    assert "2048 bytes" in response.json()["detail"]


@pytest.mark.parametrize(
    ("key", "sent", "status"),
    [
        (None, "Bearer 0123456789abcdef", 403),
        ("0123456789abcdef", None, 401),
        ("0123456789abcdef", "Bearer wrong", 401),
        ("0123456789abcdef", "Basic 0123456789abcdef", 401),
        ("0123456789abcdef", "Bearer 0123456789abcdef", 200),
    ],
)
def test_writing_asks_for_the_key(make, key, sent, status):
    app = make(write_key=key)

    @app.post("/write", dependencies=[MayWrite])
    def write() -> str:
        return "done"

    assert call(app, "POST", "/write", headers={"Authorization": sent} if sent else {}).status_code == status


def test_the_openapi_document_shows_the_endpoint_with_examples(make):
    document = call(make(), "GET", "/openapi.json").json()
    get, post = (document["paths"]["/sparql"][method] for method in ("get", "post"))
    assert [parameter["name"] for parameter in get["parameters"]] == ["query", "default-graph-uri", "named-graph-uri"]
    assert get["parameters"][0]["schema"]["example"].startswith("SELECT")
    assert set(post["requestBody"]["content"]) == {"application/x-www-form-urlencoded", "application/sparql-query"}
    assert {"400", "403", "406", "504"} <= set(get["responses"])
    assert "Result-Cut" in get["responses"]["200"]["headers"]
    assert "application/problem+json" in get["responses"]["504"]["content"]
