"""The worker processes: few at rest, more while queries run, each killed when its query overstays.

Oxigraph can neither be interrupted nor told a time limit, so a query gets a process of its own and the operating
system shares the processors out: a slow query delays nobody. A killed worker is replaced when one is next needed.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from api.sparql.errors import NotAcceptableError, QueriesWaitingError, QueryTimeoutError, QueryTooHeavyError
from api.sparql.frames import Answered, Job, Refused, Reply, pack_job, receive_frame, unpack_reply
from api.sparql.worker import TOO_MUCH
from ingest.errors import AfsprakenError
from ingest.store import ForbiddenQueryError, QueryError, StoreError

_ROOT = Path(__file__).resolve().parents[2]
_AT_REST = 2
_REFUSALS: dict[str, type[AfsprakenError]] = {
    "forbidden": ForbiddenQueryError,
    "query": QueryError,
    "store": StoreError,
    "format": NotAcceptableError,
    "memory": QueryTooHeavyError,
    "failed": AfsprakenError,
}


class Worker:
    """One worker process, seen from the service."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process

    @classmethod
    async def start(cls, memory: int) -> Worker:
        """Start a process that may take ``memory`` bytes. It gets none of the service's environment."""
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "api.sparql.worker",
            str(memory),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            env={"PYTHONPATH": str(_ROOT), "MALLOC_ARENA_MAX": "2"},
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

    async def kill(self) -> None:
        """End the process, whatever it is doing, and wait until it is gone."""
        if self.alive:
            self._process.kill()
        await self._process.communicate()


class WorkerPool:
    """Runs jobs in at most ``workers`` processes, each for at most ``seconds`` and with ``memory`` bytes.

    A pool belongs to the event loop that it is first used on. Close it, or leave its ``async with`` block.
    """

    def __init__(self, *, workers: int, seconds: float, memory: int) -> None:
        self.seconds = seconds
        self._memory = memory
        self._slots = asyncio.Semaphore(workers)
        self._idle: list[Worker] = []
        self._busy: set[Worker] = set()

    async def __aenter__(self) -> WorkerPool:
        self._idle.append(await Worker.start(self._memory))
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def run(self, job: Job) -> Answered:
        """The answer to a job; the time for waiting and starting counts as the query's.

        Raises QueriesWaitingError when waiting took most of that time, QueryTimeoutError, QueryTooHeavyError,
        NotAcceptableError, QueryError, ForbiddenQueryError or StoreError.
        """
        clock = asyncio.get_running_loop().time
        deadline = clock() + self.seconds
        try:
            async with asyncio.timeout_at(deadline):
                await self._slots.acquire()
        except TimeoutError as error:
            raise _waiting() from error
        enough = deadline - clock() > self.seconds / 2
        try:
            reply = await self._run(job, deadline)
        except QueryTimeoutError as error:
            raise error if enough else _waiting() from error
        finally:
            self._slots.release()
        if isinstance(reply, Refused):
            raise _REFUSALS[reply.kind](reply.problem, reply.advice)
        return reply

    async def close(self) -> None:
        """End every process."""
        workers = [*self._idle, *self._busy]
        self._idle.clear()
        await asyncio.gather(*(worker.kill() for worker in workers))

    async def _worker(self) -> Worker:
        while self._idle:
            worker = self._idle.pop()
            if worker.alive:
                return worker
            await worker.kill()
        return await Worker.start(self._memory)

    async def _run(self, job: Job, deadline: float) -> Reply:
        worker: Worker | None = None
        kept = False
        try:
            async with asyncio.timeout_at(deadline):
                worker = await self._worker()
                self._busy.add(worker)
                reply = await worker.ask(job)
            kept = len(self._idle) < _AT_REST and reply != TOO_MUCH
        except TimeoutError as error:
            raise QueryTimeoutError(
                f"this query took longer than {self.seconds:g} seconds", "narrow it, or ask for less with LIMIT"
            ) from error
        except (EOFError, ConnectionError) as error:
            raise QueryTooHeavyError(TOO_MUCH.problem, TOO_MUCH.advice) from error
        finally:
            if worker is not None:
                self._busy.discard(worker)
                if kept:
                    self._idle.append(worker)
                else:
                    await asyncio.shield(worker.kill())
        return reply


def _waiting() -> QueriesWaitingError:
    return QueriesWaitingError("every query process is busy", "try again in a moment")
