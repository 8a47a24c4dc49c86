"""What of a clause is embedded."""

from __future__ import annotations

from collections.abc import Sequence


def passage(words: str, above: Sequence[str]) -> str:
    """The ``words`` of a clause after those ``above`` it, outermost first."""
    near = " > ".join(above)
    return f"{near}: {words}" if near else words
