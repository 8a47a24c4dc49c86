"""Reading what is served: the current generation under a data folder.

::

    DATA/current                  the id of the generation that is served
    DATA/generations/<id>/        one build: store/, manifest.json and whatever else was written
    DATA/build.lock               held while a build runs
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ingest.errors import NotBuiltError
from ingest.publish.manifest import Manifest
from ingest.store import OxigraphStore, open_store

POINTER = "current"
GENERATIONS = "generations"
STORE = "store"
MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Generation:
    """A finished build. Its folder never changes."""

    folder: Path
    manifest: Manifest

    @property
    def id(self) -> str:
        """The generation's name, which sorts by the time of the build."""
        return self.folder.name

    @property
    def data(self) -> Path:
        """The data folder that it lies in."""
        return self.folder.parents[1]

    @property
    def store(self) -> Path:
        """The folder of the triple store."""
        return self.folder / STORE

    def open(self) -> OxigraphStore:
        """The graph, for reading."""
        return open_store(self.store)

    def path(self, name: str) -> Path:
        """Where a file of the generation lies, such as the search index or the validation report."""
        return self.folder / name

    def read(self, name: str) -> bytes:
        """A file that the build wrote. Raises NotBuiltError when this build did not write it."""
        try:
            return self.path(name).read_bytes()
        except FileNotFoundError as error:
            raise NotBuiltError(
                f"the graph of {self.manifest.created} has no {name}", "build again with `afspraken build`"
            ) from error


def current_id(data: Path) -> str | None:
    """The id of the generation that is served, or None before the first build. Costs one small read."""
    try:
        return (data / POINTER).read_text(encoding="utf-8").strip() or None
    except FileNotFoundError:
        return None


def current(data: Path) -> Generation:
    """The generation that is served.

    Raises NotBuiltError when there is none, or when what the pointer names is not there or cannot be read.
    """
    name = current_id(data)
    if name is None:
        raise NotBuiltError("no graph has been built yet", "run `afspraken build`")
    folder = data / GENERATIONS / name
    try:
        return Generation(folder, Manifest.from_json((folder / MANIFEST).read_bytes()))
    except (OSError, ValueError, TypeError) as error:
        raise NotBuiltError(f"the graph {name} cannot be read: {error}", "run `afspraken build`") from error
