"""The words of a clause as slots are read from them: on one line, with the way back to the source."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.model.actors import Actor, ActorType
from ingest.model.text import MappedText, Span
from ingest.understand.actors.index import Mention

BODIES = (ActorType.BODY,)


@dataclass(frozen=True, slots=True)
class Reading:
    """A clause to read slots from. ``mentions`` are the actors in it; ``bodies`` the keys of the bodies that its
    surroundings name, nearest first; ``bearers`` who bears it; ``context`` the words of its surroundings.
    """

    mapped: MappedText
    mentions: tuple[Mention, ...]
    bearers: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    context: str = ""
    finding: bool = False

    @property
    def text(self) -> str:
        """The words on one line."""
        return self.mapped.text

    def span(self, start: int, end: int) -> Span:
        """The source range of ``text[start:end]``."""
        return self.mapped.slice(start, end).span()

    def actor_in(self, start: int, end: int) -> Actor | None:
        """The first actor that is named between ``start`` and ``end``."""
        return next((m.actor for m in self.mentions if m.start < end and start < m.end), None)

    def actors_in(self, start: int, end: int) -> tuple[Actor, ...]:
        """All actors that are named between ``start`` and ``end``."""
        return tuple(dict.fromkeys(m.actor for m in self.mentions if m.start < end and start < m.end))

    def body(self) -> str | None:
        """The body that the clause is about: the first it names, else the nearest that its surroundings name."""
        named = next((m.actor.key for m in self.mentions if m.actor.type in BODIES), None)
        return named or next(iter(self.bodies), None)


def one_line(text: str, span: Span) -> MappedText:
    """``text``, the words at ``span`` of a source, with every run of white space as one space."""
    kept: list[str] = []
    offsets: list[int] = []
    for index, character in enumerate(text):
        plain = " " if character.isspace() else character
        if plain == " " and kept and kept[-1] == " ":
            continue
        kept.append(plain)
        offsets.append(span.start + index)
    return MappedText("".join(kept), tuple(offsets))
