"""Everything of one kind at once, as a file."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from typing import IO, Annotated, Literal

from fastapi import APIRouter, Path, Query
from fastapi.responses import StreamingResponse

from api.deps import GenerationDep, StoreDep
from api.exports.kinds import MEDIA_TYPES, SUFFIXES, export, formats
from api.routes.asked import AskedOfExport
from api.routes.examples import answers

router = APIRouter(tags=["Bestanden · Files"])

_IN_MEMORY = 8 * 2**20
_CHUNK = 2**16
_RESPONSES = answers("export", 400, 404, media_type=MEDIA_TYPES["jsonl"])
_RESPONSES[200]["content"] = {**{media: {} for media in MEDIA_TYPES.values()}, **_RESPONSES[200]["content"]}

ExportKind = Literal[
    "statements",
    "raci",
    "deadlines",
    "responsibilities",
    "contradictions",
    "actors",
    "relations",
    "documents",
    "graph",
]


@router.get(
    "/export/{kind}",
    summary="Alles van een soort als bestand · All of one kind as a file",
    response_class=StreamingResponse,
    responses=_RESPONSES,
)
def download(
    kind: Annotated[ExportKind, Path(description="What to export.", examples=["statements"])],
    asked: Annotated[AskedOfExport, Query()],
    generation: GenerationDep,
    store: StoreDep,
) -> StreamingResponse:
    """Records come as JSON Lines unless `format` says otherwise, the graph as Turtle. XLSX and CSV have one row for
    each record, ICS one entry for each deadline with a day; contradictions come as an HTML report or Turtle too. What
    narrows a list narrows its file, which is whole.
    """
    form = asked.format or ("jsonl" if "jsonl" in formats(kind) else formats(kind)[0])
    with ExitStack() as stack:
        file = stack.enter_context(tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY))
        export(file, kind, form, generation, store, asked.filter())
        opened = stack.pop_all()
    headers = {
        "Content-Length": str(file.tell()),
        "Content-Disposition": f'attachment; filename="{kind}.{SUFFIXES[form]}"',
        "Graph-Generation": generation.id,
    }
    return StreamingResponse(_chunks(file, opened), headers=headers, media_type=MEDIA_TYPES[form])


def _chunks(file: IO[bytes], opened: ExitStack) -> Iterator[bytes]:
    with opened:
        file.seek(0)
        while chunk := file.read(_CHUNK):
            yield chunk
