"""The envelope of every list, and the opaque cursor that leads to the rest of it."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterable
from itertools import islice
from typing import Generic, TypeVar

from pydantic import BaseModel, Field

from ingest.errors import InputError

LIMIT = 100
MOST = 500

Item = TypeVar("Item")


class Page(BaseModel, Generic[Item]):
    """Part of a list. ``next`` leads to what follows; ``truncated`` says that something does."""

    items: list[Item]
    next: str | None = Field(description="Send this as `after` to get what follows; null at the end.")
    truncated: bool = Field(description="Whether the list goes on after these items.")


def cursor(key: str) -> str:
    """What a client sends to go on after the item with this key."""
    return base64.urlsafe_b64encode(key.encode()).decode().rstrip("=")


def key_of(after: str) -> str:
    """The key in a cursor. Raises InputError when the cursor was not given out here."""
    try:
        key = base64.b64decode(after + "=" * (-len(after) % 4), altchars=b"-_", validate=True).decode()
    except (binascii.Error, ValueError):
        key = ""
    if not key:
        raise InputError("this cursor leads nowhere", "send `next` of an earlier answer as it was, or no `after`")
    return key


def counted_page(items: Iterable[Item], *, after: str | None, limit: int) -> Page[Item]:
    """Part of a list whose items have no key: the cursor counts those that came before.

    Raises InputError when the cursor was not given out here.
    """
    done = 0
    if after is not None:
        position = key_of(after)
        if not (position.isascii() and position.isdecimal()):
            raise InputError("this cursor is of another list", "send `next` of an earlier answer to this very question")
        done = int(position)
    some = list(islice(items, done, done + limit + 1))
    more = len(some) > limit
    return Page(items=some[:limit], next=cursor(str(done + limit)) if more else None, truncated=more)
