"""Whom the words of a clause name beyond the actors of the graph: who chairs, to whom things go, and names in full."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from api.ask.clauses import plain
from api.records.models import ActorRef
from ingest.packaged import read_toml


def persons_in(text: str) -> list[ActorRef]:
    """The persons whom ``text`` names with a form of address; they have no IRI."""
    return _named(match["name"] for match in pattern("person").finditer(plain(text)))


def chairs_in(text: str) -> list[ActorRef]:
    """Who chairs according to ``text``."""
    matches = (pattern(name).search(plain(text)) for name in ("chairing", "chaired"))
    return _named(trimmed(match["name"]) for match in matches if match)


def receivers_in(text: str) -> list[ActorRef]:
    """To whom something goes, where ``text`` lists several."""
    match = pattern("goes_to").search(plain(text))
    return _named(map(trimmed, pattern("separators").split(match["names"]))) if match else []


def in_full(text: str, actors: Iterable[ActorRef]) -> list[ActorRef]:
    """``actors`` as ``text`` has them, where it says more: what they are of ("de secretaris van de raad"), and whose
    officer it means.
    """
    words, found = plain(text), []
    for actor in (one for one in actors if one.label in words):
        for match in re.finditer(rf"\b{re.escape(actor.label)}(?!\w)", words):
            before = pattern("officer").search(words[: match.start()])
            behind = pattern("longer").match(words, match.end())
            if before or behind:
                found.append(f"{before['name'] if before else ''}{match.group()}{behind.group() if behind else ''}")
    return _named(found)


def trimmed(name: str) -> str:
    """``name`` without its article, and without when it takes part or for whom."""
    return pattern("trimmed").sub("", name).strip(" .;,")


@cache
def pattern(name: str) -> re.Pattern[str]:
    """The pattern called ``name`` in people.toml."""
    table = read_toml("api.ask", "people.toml")
    return re.compile(table["patterns"][name], re.IGNORECASE if name in table["any_case"]["patterns"] else 0)


def _named(labels: Iterable[str]) -> list[ActorRef]:
    return [ActorRef(id="", label=label) for label in dict.fromkeys(labels) if label]
