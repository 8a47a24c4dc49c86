"""Comparable slots that follow from what a clause has done to which product, and by whom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ingest.align.acts import BARE, acts_in, is_bare, kind_of_product, products_in
from ingest.align.reading import Reading
from ingest.align.words import terms
from ingest.graph.times import days
from ingest.model.actors import ActorType
from ingest.model.comparison import ClauseNature, Comparable
from ingest.model.statements import Amount, Kind
from ingest.understand.values import find_times

_MADE = {"adopt": "adopts", "draft": "drafts"}
_REACH = 150
_GAP = 60
_END = 7
_SUPPOSED = re.compile(r"\bzou(?:den)?\b", re.IGNORECASE)
_BY = re.compile(r"\bdoor\b", re.IGNORECASE)
_ANSWERS = re.compile(
    r"\b(?:is|zijn|blijft|blijven|ligt|liggen|val(?:t|len)|berust\w*|behoor(?:t|en))\b.{0,60}?\b(?:eind)?verantwoordelijk\w*(?:\s*\(A\))?",
    re.IGNORECASE,
)
_AGREEMENT = re.compile(
    r"\b(?:de|deze|dit|het)\s+(?:\w+\s+){0,2}?\w*(?:overeenkomst|convenant|arrangement|verordening|reglement)\b",
    re.IGNORECASE,
)
_LEGEND = re.compile(r"\b(?:RASCI|RACI|matrix|legenda)\b", re.IGNORECASE)
_TERM = re.compile(r"\b(?:geld(?:t|en)|looptijd|aangegaan|afgesloten|eindigt|loopt|duurt)\b", re.IGNORECASE)
_EVALUATED = re.compile(r"\b(?:geëvalueerd|evalueren|evaluatie)\b", re.IGNORECASE)
_FOR_ADOPTION = re.compile(
    r"\bter\s+(?:vaststelling|goedkeuring)\s+(?:\w+\s+){0,2}?(?:aan|door)\s+(?P<who>.{3,60})", re.IGNORECASE
)
_DENIES = re.compile(r"\sgeen\s|\srol\s+van\s", re.IGNORECASE)
"""Words without which nobody is said not to hold a role; they are looked for first, which saves time."""
_HOLDS_NOT = re.compile(
    r"(?P<who>[^,.;:]{2,60}?)\s+(?:is|zijn)\s+(?:\w+\s+){0,3}?geen\s+(?P<role>[^,.;:]{2,60})"
    r"|(?P<who2>[^,.;:]{2,60}?)\s+heeft\s+(?:\w+\s+)?de\s+rol\s+van\s+(?P<role2>[^,.;:]{2,50}?)\s+(?:\w+\s+)?niet\b",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(?:met daarin(?: opgenomen)?|inclusief|op basis van|conform|volgens|uit|waarin)"
    r"\s+(?:(?:een|de|het|deze|dit|die)\s+)?(?:\w+e\s+)?$",
    re.IGNORECASE,
)
_CHOICE = re.compile(
    r"\b(?:selectie|keuze|keus|keuzes|wisseling|aanwijzing|aanwijzen|kiezen|selecteren)\b", re.IGNORECASE
)
_NEAR_CHOICE = 45
_ENTRY = re.compile(
    r"\b(?:inwerkingtreding|invoering|invoeringsdatum|ingangsdatum|in\s*werking\s*tred\w+)\s+van\s+(?:de|het)\s+(?P<what>[\w-]+)"
    r"|\b(?P<what2>[\w-]+)\s+(?:treedt|trad|treden)\s[^.;,]{0,60}?\bin\s+werking\b",
    re.IGNORECASE,
)
_AND = re.compile(r",|\ben\b", re.IGNORECASE)
_FIGURE = re.compile(r"\d[\d.]*(?:,(?P<decimals>\d+))?")


def derived_slots(reading: Reading, kind: Kind | None, nature: ClauseNature) -> Iterator[Comparable]:
    """The slots of ``reading`` that its acts, products and bearers make together."""
    yield from _made(reading)
    yield from _held_not(reading)
    yield from _chosen(reading)
    yield from _starting(reading)
    yield from _of_agreement(reading)
    answers = _ANSWERS.search(reading.text)
    if answers is not None and kind is not Kind.PROHIBITION and not _LEGEND.search(reading.text):
        value = "ultimate" if "eindverantwoordelijk" in answers.group().lower() else "yes"
        yield Comparable("answers", "", value, answers.group(), reading.span(*answers.span()))
    if nature is ClauseNature.NORM:
        yield from _agreed(reading)


def by_words(slots: Iterable[Comparable], terms: Iterable[str]) -> Iterator[Comparable]:
    """Who may act, once for every long word of the clause: by the ends of words two clauses find each other whose
    topics differ too much otherwise ("wijzigingsverzoek", "changeverzoek").
    """
    ends = sorted({term[-_END:] for term in terms if len(term) >= _END})
    for slot in slots:
        if slot.slot == "may-act":
            yield from (replace(slot, key=end) for end in ends)


def subjects_of_scope(slots: Iterable[Comparable], reading: Reading) -> Iterator[Comparable]:
    """Scope, once for every word of what is in or out: the words before those that say so, if any."""
    for slot in slots:
        if slot.slot == "scope":
            at = next((i for i, offset in enumerate(reading.mapped.offsets) if offset >= slot.span.start), 0)
            named = set(terms(reading.text[:at] if at else reading.text))
            yield from (replace(slot, key=term) for term in sorted(named))


def half_unit(amount: Amount) -> float:
    """Half of the last printed place of ``amount``, in its unit: how far rounding may have moved it."""
    match = _FIGURE.search(amount.surface)
    if match is None:
        return 0.0
    printed = float(match.group().replace(".", "").replace(",", "."))
    scale = float(amount.value) / printed if printed else 1.0
    return 0.5 * scale * 10.0 ** -len(match["decimals"] or "")


def _made(reading: Reading) -> Iterator[Comparable]:
    """Who adopts or drafts which product: named with "door" near the act, else the bearer."""
    products = [
        found for found in products_in(reading.text) if not _PART.search(reading.text, max(0, found[0] - 40), found[0])
    ]
    for position, act in acts_in(reading.text):
        slot = _MADE.get(act)
        near = [(abs(start - position), start, end, stem) for start, end, stem in products]
        near = [item for item in near if item[0] <= _REACH]
        if slot is None or not near:
            continue
        makers = _makers(reading, position, act)
        for _, start, end, product in _joined(sorted(near), reading.text):
            low, high = min(position, start), max(position, end)
            for maker in makers:
                key = f"{BARE}{product}" if is_bare(reading.text[start:end]) else product
                yield Comparable(slot, key, maker, reading.text[low:high], reading.span(low, high))


def _joined(near: Sequence[tuple[int, int, int, str]], text: str) -> list[tuple[int, int, int, str]]:
    """The nearest product and those that are joined to it by "en" or a comma, with no other act between."""
    first = near[0]
    return [item for item in near if item is first or _is_joined(text[min(first[2], item[2]) : max(first[1], item[1])])]


def _is_joined(between: str) -> bool:
    joined = _AND.search(between) is not None or "-" in between
    return joined and len(between) <= _GAP and not acts_in(between)


def _makers(reading: Reading, position: int, act: str) -> tuple[str, ...]:
    submitted = _FOR_ADOPTION.search(reading.text, max(0, position - 6))
    if act == "adopt" and submitted is not None and submitted.start() <= position:
        actor = reading.actor_in(*submitted.span("who"))
        return (actor.key,) if actor is not None else ()
    for match in _BY.finditer(reading.text, max(0, position - _REACH), position + _REACH):
        actor = reading.actor_in(match.end(), match.end() + 40)
        if actor is not None:
            return (actor.key,)
    return reading.bearers or (reading.bodies[:1] if act == "adopt" else ())


def _chosen(reading: Reading) -> Iterator[Comparable]:
    """Who chooses for a role: the bearer of an act of choosing, and the role that is named with it."""
    if not reading.bearers:
        return
    for match in _CHOICE.finditer(reading.text):
        role = next(
            (
                mention.actor
                for mention in reading.mentions
                if mention.actor.type is ActorType.ROLE and 0 <= mention.start - match.end() <= _NEAR_CHOICE
            ),
            None,
        )
        if role is not None and role.key not in reading.bearers:
            for bearer in reading.bearers:
                yield Comparable("chooses", role.key, bearer, match.group(), reading.span(*match.span()))


def _starting(reading: Reading) -> Iterator[Comparable]:
    """When something enters into force: what the words name after "inwerkingtreding van", and the date beside it."""
    match = _ENTRY.search(reading.text)
    if match is None or _SUPPOSED.search(reading.text):
        return
    what = " ".join(terms(match["what"] or match["what2"]))
    dates = [time for time in find_times(reading.mapped) if "/" not in time.value and days(time.value)[1]]
    for time in dates[:1] if what else ():
        day = days(time.value)[1]
        if day is not None:
            number = float(day.strftime("%Y%m%d"))
            yield Comparable("starts", what, time.value, time.surface, time.span, number, number)


def _held_not(reading: Reading) -> Iterator[Comparable]:
    """A role that somebody is said not to have."""
    match = _HOLDS_NOT.search(reading.text) if _DENIES.search(reading.text) else None
    if match is None:
        return
    which = "" if match["who"] else "2"
    who, role = reading.actor_in(*match.span(f"who{which}")), reading.actor_in(*match.span(f"role{which}"))
    if who is not None and role is not None and who != role:
        yield Comparable("role", f"{who.key} {role.key}", "no", match.group(), reading.span(*match.span()))


def _of_agreement(reading: Reading) -> Iterator[Comparable]:
    """Until when the agreement itself lasts, and when it is evaluated."""
    named = _AGREEMENT.search(reading.text)
    if named is None or named.start() > 40:
        return
    for slot, cue in (("agreement-term", _TERM), ("agreement-evaluation", _EVALUATED)):
        if not cue.search(reading.text):
            continue
        for time in find_times(reading.mapped):
            _, first, last = days(time.value)
            ended = last if slot == "agreement-term" else last or first
            if ended is None or (slot == "agreement-term" and "/" not in time.value and time.relation != "until"):
                continue
            low = float((first or ended).strftime("%Y%m%d"))
            high = float(ended.strftime("%Y%m%d"))
            yield Comparable(slot, "agreement", time.value, time.surface, time.span, low, high)


def _agreed(reading: Reading) -> Iterator[Comparable]:
    """Products that a norm has drawn up: what must then be there."""
    if any(act == "draft" for _, act in acts_in(reading.text)):
        for start, end, _ in products_in(reading.text):
            words = reading.text[start:end]
            if kind_of_product(words) is not None:
                yield Comparable("presence", str(kind_of_product(words)), "agreed", words, reading.span(start, end))
