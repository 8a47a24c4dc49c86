"""A process that answers one query at a time and may be killed at any moment.

It imports the store seam and the standard library only, opens graphs for reading only, may use a bounded amount of
memory, cannot reach a network where the system lets it give that up, and ends when the service does.
"""

from __future__ import annotations

import ctypes
import os
import socket
import threading
import traceback
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue
from typing import IO, NoReturn

from api.sparql.frames import Answered, Job, Refused, Reply, pack_number, pack_reply, read_frame, unpack_job
from ingest.store import ForbiddenQueryError, OxigraphStore, QueryError, StoreError, open_store
from ingest.store.results import Limits, NoFormatError, answer

_NEW_NETWORK, _NEW_USER = 0x40000000, 0x10000000

TOO_MUCH = Refused(
    "memory", "this query needs more memory than one query may take", "ask for less: fewer joins, groups or rows"
)


def leave_network() -> None:
    """Give up every network, loopback too, where the system allows it (Linux with namespaces).

    SERVICE is refused by parsing; this is the second wall behind it.
    """
    with suppress(OSError, AttributeError):
        unshare = ctypes.CDLL(None).unshare
        if unshare(_NEW_NETWORK) != 0:
            unshare(_NEW_NETWORK | _NEW_USER)


def bound_memory(most: int | None) -> None:
    """Let this process take ``most`` bytes more than it has now, or any number (None), where the system can tell."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        limit = resource.RLIM_INFINITY
        if most is not None:
            pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
            limit = pages * resource.getpagesize() + most
        resource.setrlimit(resource.RLIMIT_AS, (limit, resource.RLIM_INFINITY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


class Desk:
    """Answers jobs from the graph each names, keeping the last one open; ``memory`` bounds each answer, in bytes."""

    def __init__(self, memory: int) -> None:
        self._memory = memory
        self._folder = ""
        self._store: OxigraphStore | None = None

    def reply(self, job: Job) -> Reply:
        """The result of a job, or why there is none."""
        try:
            encoded = answer(
                self._opened(job.store),
                job.query,
                Limits(job.rows, job.bytes),
                rows_as=job.rows_as,
                triples_as=job.triples_as,
                graphs=job.graphs,
                named=job.named,
            )
        except NoFormatError:
            return Refused("format", "this result is in none of the formats that were asked for", "widen Accept")
        except ForbiddenQueryError as error:
            return Refused("forbidden", error.problem, error.advice)
        except QueryError as error:
            return Refused("query", error.problem, error.advice)
        except StoreError as error:
            return Refused("store", error.problem, error.advice)
        except MemoryError:
            return TOO_MUCH
        except Exception:
            traceback.print_exc()
            return Refused("failed", "this query met a fault in the service", "see the log of the service")
        return Answered(encoded.body, encoded.format, encoded.rows, encoded.cut)

    def _opened(self, folder: str) -> OxigraphStore:
        if self._store is None or self._folder != folder:
            bound_memory(None)
            self._store = open_store(Path(folder))
            self._folder = folder
            bound_memory(self._memory)
        return self._store


def serve(connection: socket.socket, memory: int) -> NoReturn:
    """Tell the number of this process, then answer jobs for as long as somebody listens.

    ``memory`` bounds what one answer may take, in bytes.
    """
    jobs: SimpleQueue[Job] = SimpleQueue()
    desk = Desk(memory)
    connection.sendall(pack_number(os.getpid()))
    threading.Thread(target=_listen, args=(connection.makefile("rb"), jobs), daemon=True).start()
    while True:
        connection.sendall(pack_reply(desk.reply(jobs.get())))


def _listen(stream: IO[bytes], jobs: SimpleQueue[Job]) -> None:
    """Queue what the service sends; when it goes away, so does this process, whatever it is doing."""
    with suppress(OSError):
        while (frame := read_frame(stream)) is not None:
            jobs.put(unpack_job(frame[0]))
    os._exit(0)
