"""The worker processes: few at rest, more while queries run, each killed when its query overstays.

Oxigraph can neither be interrupted nor told a time limit, so a query gets a process of its own and the operating
system shares the processors out, quick queries first: a slow one delays nobody. Killed workers are replaced when
they are next needed.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any

from api.sparql.errors import NotAcceptableError, QueriesWaitingError, QueryTimeoutError, QueryTooHeavyError
from api.sparql.frames import Answered, Job, Refused, Reply
from api.sparql.process import Forker, Worker
from api.sparql.worker import TOO_MUCH
from ingest.errors import AfsprakenError
from ingest.store import ForbiddenQueryError, QueryError, StoreError

_AT_REST = 3
_LONG = 0.5
_REFUSALS: dict[str, type[AfsprakenError]] = {
    "forbidden": ForbiddenQueryError,
    "query": QueryError,
    "store": StoreError,
    "format": NotAcceptableError,
    "memory": QueryTooHeavyError,
    "failed": AfsprakenError,
}


class WorkerPool:
    """Runs jobs in at most ``workers`` processes, each for at most ``seconds`` and with ``memory`` bytes.

    A pool belongs to the event loop that it is first used on. Close it, or leave its ``async with`` block.
    """

    def __init__(self, *, workers: int, seconds: float, memory: int) -> None:
        self.seconds = seconds
        self._forker = Forker(memory)
        self._slots = asyncio.Semaphore(workers)
        self._at_rest = min(workers, _AT_REST)
        self._idle: list[Worker] = []
        self._busy: set[Worker] = set()
        self._tasks: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> WorkerPool:
        await asyncio.gather(*(self._start_spare() for _ in range(self._at_rest)))
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
            if enough:
                raise
            raise _waiting() from error
        finally:
            self._slots.release()
        if isinstance(reply, Refused):
            raise _REFUSALS[reply.kind](reply.problem, reply.advice)
        return reply

    async def close(self) -> None:
        """End every process; the queries that still run fail."""
        while self._idle or self._busy or self._tasks:
            for worker in self._busy:
                worker.kill()
            while self._idle:
                self._let_go(self._idle.pop())
            await asyncio.wait({*self._tasks, asyncio.ensure_future(asyncio.sleep(0.01))})
        await self._forker.close()

    async def _run(self, job: Job, deadline: float) -> Reply:
        loop = asyncio.get_running_loop()
        worker: Worker | None = None
        kept = False
        try:
            async with asyncio.timeout_at(deadline):
                worker = await self._take()
                long = loop.call_later(_LONG, worker.step_back)
                try:
                    reply = await worker.ask(job)
                finally:
                    long.cancel()
            kept = reply != TOO_MUCH and not worker.stepped_back and len(self._idle) < self._at_rest
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
                    self._let_go(worker)
        return reply

    async def _take(self) -> Worker:
        """A worker for the caller alone; when it was the last at rest, another is started behind it."""
        worker = None
        while self._idle and worker is None:
            worker = self._idle.pop()
            if not worker.alive:
                self._let_go(worker)
                worker = None
        worker = worker or await self._forker.worker()
        self._busy.add(worker)
        if not self._idle and not self._slots.locked():
            self._later(self._start_spare())
        return worker

    async def _start_spare(self) -> None:
        self._idle.append(await self._forker.worker())

    def _let_go(self, worker: Worker) -> None:
        worker.kill()
        self._later(worker.gone())

    def _later(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def _waiting() -> QueriesWaitingError:
    return QueriesWaitingError("every query process is busy", "try again in a moment")
