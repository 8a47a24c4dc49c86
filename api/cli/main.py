"""Runs a command and turns what goes wrong into one line and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import typer

from api.cli.commands import app
from ingest.errors import AfsprakenError

BAD_INPUT = 2
_INTERRUPTED = 130
_DUTCH = ("LC_ALL", "LC_MESSAGES", "LANG")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run ``afspraken`` with ``arguments`` (those of the process when None) and exit.

    The code is 0, or 1 for a finding that the command was asked to fail on, or 2 when what was given cannot be used;
    then one line on standard error says what is wrong and how to mend it.
    """
    sys.exit(_run(arguments))


def _run(arguments: Sequence[str] | None) -> int:
    try:
        code = app(args=arguments, prog_name="afspraken", standalone_mode=False)
    except AfsprakenError as error:
        return _fail(str(error))
    except typer.TyperException as error:
        return _fail(f"{' '.join(error.format_message().split()).rstrip('.')}; see `afspraken --help`")
    except (typer.Abort, KeyboardInterrupt):
        return _INTERRUPTED
    except OSError as error:
        return _fail(f"{error.filename or 'a file'}: {error.strerror or error}; see that it can be read and written")
    return code if isinstance(code, int) else 0


def _fail(line: str) -> int:
    print(f"{'fout' if _in_dutch() else 'error'}: {line}", file=sys.stderr)
    return BAD_INPUT


def _in_dutch() -> bool:
    locale = next((value for name in _DUTCH if (value := os.environ.get(name))), "")
    return locale.lower().startswith("nl")
