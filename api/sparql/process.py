"""One worker process, seen from the service."""

from __future__ import annotations

import asyncio
import os
import sys
from contextlib import suppress
from pathlib import Path

from api.settings import PREFIX
from api.sparql.frames import Job, Reply, pack_job, receive_frame, unpack_reply

_ROOT = Path(__file__).resolve().parents[2]
_STEPPED_BACK = 15


class Worker:
    """A process that answers one job at a time. Whoever starts it ends it, with ``kill`` and then ``gone``."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self.stepped_back = False

    @classmethod
    async def start(cls, memory: int) -> Worker:
        """Start a process that may take ``memory`` bytes. It is told none of the settings, and so no key."""
        environment = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-P",
            "-m",
            "api.sparql.worker",
            str(memory),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            env={**environment, "PYTHONPATH": str(_ROOT), "MALLOC_ARENA_MAX": "2"},
        )
        return cls(process)

    @property
    def alive(self) -> bool:
        """Whether the process still runs."""
        return self._process.returncode is None

    async def ask(self, job: Job) -> Reply:
        """The reply to a job. Raises EOFError or ConnectionError when the process dies of it."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(pack_job(job))
        await self._process.stdin.drain()
        return unpack_reply(*await receive_frame(self._process.stdout))

    def step_back(self) -> None:
        """Let others go first on the processors, from now on for good."""
        self.stepped_back = True
        with suppress(OSError, AttributeError):
            os.setpriority(os.PRIO_PROCESS, self._process.pid, _STEPPED_BACK)

    def kill(self) -> None:
        """End the process, whatever it is doing."""
        if self.alive:
            self._process.kill()

    async def gone(self) -> None:
        """Wait until a killed process has left nothing behind. Nobody may be waiting for its reply."""
        await self._process.communicate()
