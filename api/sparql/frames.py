"""What the service and its workers say to each other: a header in JSON, then bytes.

A frame is two lengths of four bytes (big-endian), the header in UTF-8 and the body. Only the standard library
is used, so that workers are up at once.
"""

from __future__ import annotations

import json
import struct
from dataclasses import asdict, dataclass
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    import asyncio

_LENGTHS = struct.Struct(">II")
_NUMBER = struct.Struct(">I")


@dataclass(frozen=True, slots=True)
class Job:
    """One query and the bounds of its result.

    ``store`` is the folder to read. ``rows_as`` and ``triples_as`` name the format for each family of results,
    None where the client takes none; ``graphs`` and ``named`` are the protocol's dataset, None where not given.
    """

    store: str
    query: str
    rows: int
    bytes: int
    rows_as: str | None
    triples_as: str | None
    graphs: tuple[str, ...] | None = None
    named: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """A result: its serialisation, the format's name, its rows, and the limit that cut it or None."""

    body: bytes
    format: str
    rows: int
    cut: str | None


@dataclass(frozen=True, slots=True)
class Refused:
    """No result: ``kind`` is forbidden, query, store, format, memory or failed; the rest as in AfsprakenError."""

    kind: str
    problem: str
    advice: str


Reply = Answered | Refused


def pack_number(number: int) -> bytes:
    """The number of a process, which a worker sends before anything else."""
    return _NUMBER.pack(number)


async def receive_number(stream: asyncio.StreamReader) -> int:
    """The number that ``pack_number`` packed. Raises IncompleteReadError at the stream's end."""
    (number,) = _NUMBER.unpack(await stream.readexactly(_NUMBER.size))
    return int(number)


def pack_job(job: Job) -> bytes:
    """A job as a frame."""
    return _pack(asdict(job), b"")


def unpack_job(header: bytes) -> Job:
    """The job of a frame."""
    values: dict[str, Any] = json.loads(header)
    for name in ("graphs", "named"):
        values[name] = None if values[name] is None else tuple(values[name])
    return Job(**values)


def pack_reply(reply: Reply) -> bytes:
    """A reply as a frame."""
    if isinstance(reply, Refused):
        return _pack({"refused": asdict(reply)}, b"")
    return _pack({"format": reply.format, "rows": reply.rows, "cut": reply.cut}, reply.body)


def unpack_reply(header: bytes, body: bytes) -> Reply:
    """The reply of a frame."""
    values: dict[str, Any] = json.loads(header)
    if "refused" in values:
        return Refused(**values["refused"])
    return Answered(body, **values)


def read_frame(stream: IO[bytes]) -> tuple[bytes, bytes] | None:
    """The next header and body from a blocking stream, or None at its end."""
    lengths = stream.read(_LENGTHS.size)
    if len(lengths) < _LENGTHS.size:
        return None
    header, body = _LENGTHS.unpack(lengths)
    return stream.read(header), stream.read(body)


async def receive_frame(stream: asyncio.StreamReader) -> tuple[bytes, bytes]:
    """The next header and body from an asynchronous stream. Raises IncompleteReadError at its end."""
    header, body = _LENGTHS.unpack(await stream.readexactly(_LENGTHS.size))
    return await stream.readexactly(header), await stream.readexactly(body)


def _pack(header: dict[str, Any], body: bytes) -> bytes:
    content = json.dumps(header, ensure_ascii=False).encode()
    return _LENGTHS.pack(len(content), len(body)) + content + body
