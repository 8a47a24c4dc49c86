"""``afspraken serve``."""

from __future__ import annotations

import copy
import socket
from pathlib import Path
from typing import Any

import uvicorn
from uvicorn.config import LOGGING_CONFIG

from api.app import create_app
from api.cli.output import tell
from api.settings import load_settings
from ingest.encoding import PACKAGED, load_encoder
from ingest.errors import InputError
from ingest.publish import current_id


def serve_graph(data: Path, host: str | None, port: int | None) -> None:
    """Serve until interrupted.

    Raises InputError when a setting does not fit, the embedding model is not there or the port is taken.
    """
    given: dict[str, Any] = {"host": host, "port": port}
    settings = load_settings(data=data, **{name: value for name, value in given.items() if value is not None})
    load_encoder(settings.embedding_model or PACKAGED)
    listening = _listen(settings.host, settings.port)
    name = f"[{settings.host}]" if ":" in settings.host else settings.host
    tell(f"serving {data} at http://{name}:{listening.getsockname()[1]}/")
    if current_id(data) is None:
        tell("there is no graph yet; run `afspraken build`, it will be served as soon as it is there")
    config = uvicorn.Config(create_app(settings), log_config=_logging(), log_level="info")
    with listening:
        uvicorn.Server(config).run(sockets=[listening])


def _listen(host: str, port: int) -> socket.socket:
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputError(
            f"port {port} of {host} cannot be listened on: {reason}", "take another with --port"
        ) from error


def _logging() -> dict[str, Any]:
    """The logging of uvicorn, with nothing on standard output."""
    config = copy.deepcopy(LOGGING_CONFIG)
    for handler in config["handlers"].values():
        handler["stream"] = "ext://sys.stderr"
    return config
