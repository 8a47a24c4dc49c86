"""The command line ``afspraken``. Nothing heavy is imported before a command needs it."""

from api.cli.main import main

__all__ = ["main"]
