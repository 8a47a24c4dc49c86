"""Worker processes, seen from the service."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
from contextlib import suppress
from pathlib import Path

from api.settings import PREFIX
from api.sparql.frames import Job, Reply, pack_job, receive_frame, receive_number, unpack_reply

_ROOT = Path(__file__).resolve().parents[2]
_STEPPED_BACK = 15


class Worker:
    """A process that answers one job at a time. Whoever has it ends it, with ``kill`` and then ``gone``."""

    def __init__(self, number: int, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.stepped_back = False
        self._number = number
        self._reader = reader
        self._writer = writer

    @property
    def alive(self) -> bool:
        """Whether the process still runs, as far as its connection tells."""
        return not self._reader.at_eof()

    async def ask(self, job: Job) -> Reply:
        """The reply to a job. Raises EOFError or ConnectionError when the process dies of it."""
        self._writer.write(pack_job(job))
        await self._writer.drain()
        return unpack_reply(*await receive_frame(self._reader))

    def step_back(self) -> None:
        """Let others go first on the processors, from now on for good."""
        self.stepped_back = True
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, self._number, _STEPPED_BACK)

    def kill(self) -> None:
        """End the process, whatever it is doing."""
        if self.alive:
            with suppress(ProcessLookupError):
                os.kill(self._number, signal.SIGKILL)

    async def gone(self) -> None:
        """Wait until a killed process has let go of its connection. Nobody may be waiting for its reply."""
        with suppress(ConnectionError):
            await self._reader.read()
        self._writer.close()
        with suppress(ConnectionError):
            await self._writer.wait_closed()


class Forker:
    """The process that workers are forked from; it is started with the first of them.

    ``memory`` bounds what one answer may take, in bytes. The process is told none of the settings, and so no key.
    """

    def __init__(self, memory: int) -> None:
        self._memory = memory
        self._control: socket.socket | None = None
        self._process: asyncio.subprocess.Process | None = None
        self._starting = asyncio.Lock()

    async def worker(self) -> Worker:
        """A new worker."""
        ours, theirs = socket.socketpair()
        try:
            with theirs:
                socket.send_fds(await self._controlled(), [b"+"], [theirs.fileno()])
            reader, writer = await asyncio.open_connection(sock=ours)
        except BaseException:
            ours.close()
            raise
        try:
            return Worker(await receive_number(reader), reader, writer)
        except BaseException:
            writer.close()
            raise

    async def close(self) -> None:
        """End the process. Workers that still run are not touched."""
        if self._process is not None and self._control is not None:
            self._control.close()
            await self._process.wait()
        self._process = self._control = None

    async def _controlled(self) -> socket.socket:
        async with self._starting:
            if self._process is not None and self._process.returncode is not None:
                await self.close()
            if self._control is None:
                self._control, theirs = socket.socketpair()
                environment = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
                with theirs:
                    self._process = await asyncio.create_subprocess_exec(
                        sys.executable,
                        "-P",
                        "-m",
                        "api.sparql.forker",
                        str(self._memory),
                        stdin=theirs.fileno(),
                        env={**environment, "PYTHONPATH": str(_ROOT), "MALLOC_ARENA_MAX": "2"},
                    )
            return self._control
