"""Options to the conditions of a list."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from api.records.filters import Filter

Option = Sequence[str] | str | datetime | float | None


def narrowed(**options: Option) -> Filter:
    """The conditions under the names that Filter gives them; an option that was not given is None.

    Raises InputError (see Filter).
    """
    return Filter(**{name: _value(option) for name, option in options.items() if option is not None})  # type: ignore[arg-type]


def _value(option: Option) -> object:
    if isinstance(option, datetime):
        return option.date()
    return tuple(option) if isinstance(option, list) else option
