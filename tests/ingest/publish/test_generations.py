"""A generation appears whole or not at all."""

import json
import os
import signal
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from ingest.errors import BusyError, NotBuiltError
from ingest.publish import Manifest, begin, current, current_id
from ingest.store import QueryError

ROOT = Path(__file__).resolve().parents[3]
GRAPH = "https://example.org/graph"


def triples(number: int) -> bytes:
    return b"".join(b'<https://example.org/s> <https://example.org/p> "%d" .\n' % value for value in range(number))


def build(data: Path, number: int):
    with begin(data) as draft:
        draft.store.insert(GRAPH, triples(number))
        draft.write("report/validation.ttl", b"# all is well\n")
        return draft.publish(Manifest(corpus="abc", counts={"quads": number}, models={"rules": "1"}))


def kept(data: Path) -> set[str]:
    return {path.name for path in (data / "generations").iterdir()}


def test_before_the_first_build_the_error_names_the_command(tmp_path):
    assert current_id(tmp_path) is None
    with pytest.raises(NotBuiltError, match="no graph has been built yet; run `afspraken build`"):
        current(tmp_path)


def test_what_was_built_is_served(tmp_path):
    built = build(tmp_path, 3)
    served = current(tmp_path)
    assert served == built
    assert served.id == current_id(tmp_path) == served.manifest.id
    assert served.read("report/validation.ttl") == b"# all is well\n"
    with served.open() as store:
        assert (store.count(GRAPH), store.read_only) == (3, True)
    content = json.loads(served.read("manifest.json"))
    assert datetime.fromisoformat(content.pop("created")).tzinfo is not None
    assert content == {
        "corpus": "abc",
        "counts": {"quads": 3},
        "id": served.id,
        "models": {"rules": "1"},
        "replaces": None,
    }
    with pytest.raises(NotBuiltError, match=r"has no search\.idx"):
        served.read("search.idx")


def test_only_the_current_and_the_previous_generation_stay(tmp_path):
    first, second, third = (build(tmp_path, number) for number in (1, 2, 3))
    assert kept(tmp_path) == {second.id, third.id}
    assert third.manifest.replaces == second.id
    assert second.manifest.replaces == first.id
    with second.open() as store:
        assert store.count() == 2


def test_a_reader_of_the_previous_generation_reads_on(tmp_path):
    with build(tmp_path, 5).open() as reader:
        build(tmp_path, 6)
        assert reader.count() == 5


def test_leaving_without_publishing_discards_the_draft(tmp_path):
    first = build(tmp_path, 1)
    with begin(tmp_path) as draft:
        draft.store.insert(GRAPH, triples(9))
    with pytest.raises(QueryError, match="do not parse"), begin(tmp_path) as draft:
        draft.store.insert(GRAPH, b"<broken")
    assert (current(tmp_path), kept(tmp_path)) == (first, {first.id})


def test_a_build_can_start_from_what_is_served(tmp_path):
    first = build(tmp_path, 2)
    with begin(tmp_path, from_current=True) as draft:
        draft.store.insert(GRAPH + "/more", triples(4))
        second = draft.publish(Manifest(corpus="def"))
    with first.open() as before, second.open() as after:
        assert (before.count(), after.count()) == (2, 6)
    assert second.read("report/validation.ttl") == b"# all is well\n"


def test_starting_from_what_is_served_needs_something_served(tmp_path):
    with pytest.raises(NotBuiltError), begin(tmp_path, from_current=True):
        pass
    assert kept(tmp_path) == set()


def test_of_two_builds_at_once_the_second_refuses(tmp_path):
    with begin(tmp_path), pytest.raises(BusyError, match="another build is running") as caught, begin(tmp_path):
        pass
    assert "\n" not in str(caught.value)
    build(tmp_path, 1)


def test_a_pointer_to_what_is_gone_asks_for_a_build(tmp_path):
    (tmp_path / "current").write_text("gone\n")
    with pytest.raises(NotBuiltError, match="gone"):
        current(tmp_path)
    assert build(tmp_path, 1) == current(tmp_path)


KILLED_BUILD = """
import os, signal, sys
from pathlib import Path
from ingest.publish import Manifest, begin, draft

def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)

data, point = Path(sys.argv[1]), sys.argv[2]
patches = {"syncing": (draft, "_sync_tree"), "pointing": (draft, "_point"), "replacing": (os, "replace"),
           "pruning": (draft, "_prune")}
with begin(data) as new:
    new.store.insert("https://example.org/graph", b'<https://example.org/s> <https://example.org/p> "new" .')
    if point == "writing":
        die()
    setattr(*patches[point], die)
    new.publish(Manifest(corpus="new"))
"""


@pytest.mark.parametrize(
    ("point", "switched"),
    [("writing", False), ("syncing", False), ("pointing", False), ("replacing", False), ("pruning", True)],
)
def test_a_build_killed_at_any_moment_leaves_one_whole_generation_served(tmp_path, point, switched):
    first = build(tmp_path, 1)
    killed = subprocess.run(
        [sys.executable, "-c", KILLED_BUILD, str(tmp_path), point],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert killed.returncode == -signal.SIGKILL
    served = current(tmp_path)
    assert (served.id != first.id) is switched
    assert served.manifest.corpus == ("new" if switched else "abc")
    with served.open() as store:
        assert store.count() == 1
    last = build(tmp_path, 7)
    assert kept(tmp_path) == {served.id, last.id}
