"""Making a generation that nobody sees until it is whole.

A build works in a hidden folder beside the generations. Publishing writes everything through to the disk,
renames the folder to its id and then replaces the pointer file: the one step that readers notice, which the
file system does at once or not at all. A build that is killed before that step leaves what is served as it was;
its leftovers go when the next build begins.
"""

from __future__ import annotations

import os
import secrets
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from ingest.errors import BusyError, NotBuiltError
from ingest.publish.generation import GENERATIONS, MANIFEST, POINTER, STORE, Generation, current, current_id
from ingest.publish.manifest import Manifest
from ingest.store import OxigraphStore, open_store

_LOCK = "build.lock"
_DRAFT = ".draft-"


class Draft:
    """A generation in the making; ``begin`` gives one out. ``store`` is open for writing until ``publish``."""

    def __init__(self, data: Path, folder: Path, store: OxigraphStore) -> None:
        self.folder = folder
        self.store = store
        self._data = data

    def write(self, name: str, content: bytes) -> Path:
        """Put a file into the generation; folders in ``name`` are made. Gives back where it lies now."""
        target = self.folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        return target

    def publish(self, manifest: Manifest) -> Generation:
        """Make this the generation that is served, and forget all but the one before it.

        Call it once, when everything has been validated; ``store`` is closed by it. Raises StoreError or
        OSError when the disk fails, and then the old generation goes on being served.
        """
        replaces = current_id(self._data)
        name = f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}-{secrets.token_hex(3)}"
        stamped = manifest.stamped(name=name, replaces=replaces)
        self.store.flush()
        self.store.close()
        self.write(MANIFEST, stamped.to_json())
        _sync_tree(self.folder)
        home = self.folder.parent / name
        self.folder.rename(home)
        _sync(home.parent)
        _point(self._data, name)
        _prune(self._data)
        return Generation(home, stamped)


@contextmanager
def begin(data: Path, *, from_current: bool = False) -> Iterator[Draft]:
    """Start a build under ``data``; leaving the block without ``publish`` discards it.

    ``from_current`` starts from a cheap copy of what is served (store and files), to which single agreements
    are added or taken out; otherwise from nothing. Raises BusyError when another build is running and, with
    ``from_current``, NotBuiltError when there is nothing to start from.
    """
    generations = data / GENERATIONS
    generations.mkdir(parents=True, exist_ok=True)
    lock = FileLock(data / _LOCK, timeout=0)
    try:
        lock.acquire()
    except Timeout as error:
        raise BusyError(f"another build is running in {data}", "wait until it has ended") from error
    try:
        _prune(data)
        folder = Path(tempfile.mkdtemp(prefix=_DRAFT, dir=generations))
        folder.chmod(0o755)
        try:
            if from_current:
                _copy(current(data), folder)
            with open_store(folder / STORE, read_only=False) as store:
                yield Draft(data, folder, store)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    finally:
        lock.release()


def _copy(base: Generation, folder: Path) -> None:
    with base.open() as store:
        store.checkpoint(folder / STORE)
    for path in base.folder.iterdir():
        if path.name in (STORE, MANIFEST):
            continue
        copy = shutil.copytree if path.is_dir() else shutil.copy2
        copy(path, folder / path.name)


def _point(data: Path, name: str) -> None:
    """Let the pointer name another generation, in one step that survives a power cut."""
    fresh = data / f".{POINTER}"
    fresh.write_text(name + "\n", encoding="utf-8")
    _sync(fresh)
    os.replace(fresh, data / POINTER)
    _sync(data)


def _prune(data: Path) -> None:
    """Remove every generation and draft but the one served and the one before it. Only the lock's holder may."""
    try:
        served = current(data)
        keep = {served.id, served.manifest.replaces}
    except NotBuiltError:
        keep = {current_id(data)}
    for folder in (data / GENERATIONS).iterdir():
        if folder.name not in keep:
            shutil.rmtree(folder, ignore_errors=True)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _sync_tree(folder: Path) -> None:
    for root, _, files in os.walk(folder):
        for name in files:
            _sync(Path(root, name))
        _sync(Path(root))
