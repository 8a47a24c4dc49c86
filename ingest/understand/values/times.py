"""Every time expression in a clause, with its relation and event."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from ingest.model.statements import Deadline, DeadlineType
from ingest.model.text import MappedText
from ingest.understand.values.events import event_end
from ingest.understand.values.inventory import TIMES, UNMARKED, TimeRule
from ingest.understand.values.reckoning import RECKONINGS, Matched
from ingest.understand.values.shadow import Shadow, shadow


@dataclass(frozen=True, slots=True)
class FoundTime:
    """A time at ``start`` to ``end`` in the clause's text, and the rule that read it."""

    rule: TimeRule
    value: str
    start: int
    end: int
    event: str | None

    def deadline(self, clause: MappedText) -> Deadline:
        """This time as a value that points into the source of ``clause``."""
        return Deadline(
            type=DeadlineType.INTERVAL if self._is_interval() else self.rule.type,
            relation=self.rule.relation,
            value=self.value,
            surface=clause.text[self.start : self.end],
            span=clause.span(self.start, self.end),
            event=self.event,
        )

    def _is_interval(self) -> bool:
        return self.rule.type is DeadlineType.DATE and "/" in self.value


def find_times(clause: MappedText) -> tuple[Deadline, ...]:
    """Every time in ``clause`` in text order. Where patterns overlap the longest counts; a time inside the words that
    another hangs on belongs to those words.
    """
    return tuple(found.deadline(clause) for found in read_times(clause.text))


@lru_cache(maxsize=4096)
def read_times(text: str) -> tuple[FoundTime, ...]:
    """The times in ``text`` in text order."""
    copy = shadow(text)
    lowered = copy.text.lower()
    candidates = [
        (found.start - _pattern_end, order, found)
        for order, rule in enumerate(TIMES if copy.atoms else UNMARKED)
        if rule.pattern.may_match(lowered)
        for found, _pattern_end in _matches(rule, copy, text)
    ]
    chosen: list[FoundTime] = []
    for _, _, found in sorted(candidates, key=lambda candidate: (*candidate[:2], candidate[2].start)):
        if all(found.end <= other.start or other.end <= found.start for other in chosen):
            chosen.append(found)
    return tuple(sorted(chosen, key=lambda found: found.start))


def _matches(rule: TimeRule, copy: Shadow, text: str) -> list[tuple[FoundTime, int]]:
    """What ``rule`` finds, each with the end of its own words (before the event)."""
    out = []
    for match in rule.pattern.compiled.finditer(copy.text):
        parts = {name: part for name, part in match.groupdict().items() if part is not None}
        first, last = match.span("time") if "time" in parts else match.span()
        values = [copy.atoms[place].value for place in range(first, last) if place in copy.atoms]
        value = RECKONINGS[rule.make](Matched(parts, values, rule.value))
        if value is None:
            continue
        start, end = copy.starts[first], copy.ends[last - 1]
        reach = event_end(text, end) if rule.event else end
        event = text[end:reach].strip() or None
        out.append((FoundTime(rule, value, start, reach if event else end, event), end))
    return out
