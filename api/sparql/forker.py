"""A process that makes workers by forking itself, so that none has to start Python.

It receives one end of a socket pair per worker over its standard input, itself a socket. It stays single-threaded,
which is what makes forking safe, and ends when its parent does.
"""

from __future__ import annotations

import os
import signal
import socket
import sys

from api.sparql.worker import leave_network, serve


def main(memory: int) -> None:
    """Fork a worker for every connection that arrives. ``memory`` bounds what one answer may take, in bytes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    leave_network()
    with socket.socket(fileno=os.dup(sys.stdin.fileno())) as control:
        while True:
            _, handles, _, _ = socket.recv_fds(control, 1, 1)
            if not handles:
                return
            with socket.socket(fileno=handles[0]) as connection:
                if os.fork() == 0:
                    control.close()
                    os.close(sys.stdin.fileno())
                    serve(connection, memory)


if __name__ == "__main__":
    main(int(sys.argv[1]))
