"""Mentions of articles, annexes and agreements in a clause."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ingest.model.statements import Reference
from ingest.model.text import MappedText
from ingest.packaged import read_toml
from ingest.understand.alternation import alternatives
from ingest.understand.values.numbers import ORDINAL, ordinal
from ingest.understand.values.titles import match_title

_TABLE = read_toml(__package__, "references.toml")
_PLACES = {word: place for place, words in _TABLE["places"].items() for word in words}
_AGREEMENTS, _NAME = _TABLE["agreements"], _TABLE["name"]

_NUMBER = r"(?:\d+[a-z]?(?:[.:]\d+[a-z]?)*|[IVX]+|[A-Z])(?![\w%])(?!,\d)"
_LETTER = r"[a-z](?![\w.])"
_MEMBER = rf"(?:,? (?:lid|leden) (?P<lid>\d+)(?: en \d+)?|,? (?:het )?(?P<nth>(?i:{ORDINAL})) lid)"
_POINT = rf"(?:,? (?:aanhef en )?(?:onder|onderdeel|sub|letter) (?P<point>{_LETTER}|\d+))"
_PLACE = rf"(?i:{alternatives(_PLACES)})"
_ANOTHER = rf"(?P<list>(?:(?:, | en | of | tot en met | t/m ){_NUMBER})*)"

_SELF = (
    rf"(?i:(?:{alternatives(_AGREEMENTS['self'])}) "
    rf"(?:[\w-]*(?:{alternatives(_AGREEMENTS['compound'])})|{alternatives(_AGREEMENTS['name'])})(?!\w))"
)
_CODE = rf"(?:{alternatives(_AGREEMENTS['codes'])})(?!\w)"
_JOINED = r"(?: op de| op het| op| van(?! (?:de|het|\d))| inzake de| inzake het| inzake| tot)?"
_LAW = (
    rf"(?:[A-Z][a-z]+e wet|(?:{alternatives(_AGREEMENTS['law'])}){_JOINED}|Wetboek van)"
    rf" (?!(?:{alternatives(_NAME['no_name'])})(?!\w))(?:[A-Za-z][\w-]*e )?[A-Za-z][\w-]+"
    rf"(?: (?:en )?\w+(?:{alternatives(_NAME['endings'])})(?!\w))?(?: (?:19|20)\d\d)?"
)
_COMPOUNDS = alternatives(_AGREEMENTS["compound"])
_HEAD = rf"(?:[A-Z][\w-]*-?)?(?i:{alternatives(_AGREEMENTS['name'])})(?!\w)"
_TAIL = r"(?: (?:[A-Z][\w/-]*|(?:19|20)\d\d(?:[-–]\d+)?|\((?:19|20)\d\d\)))*(?: (?:uit|van) (?:19|20)\d\d(?!\d))?"
_NAMED = (
    rf"(?:(?:{alternatives(_NAME['front'])}) )?(?=[A-Z]){_HEAD}(?: (?:{alternatives(_NAME['behind'])})(?!\w))?{_TAIL}"
)
_FRONTED = (
    rf"(?:(?:{alternatives(_NAME['front'])}) {_HEAD}|(?i:(?:{alternatives(_NAME['front'])}) (?:{_COMPOUNDS}))(?!\w))"
    rf"(?: (?:{alternatives(_NAME['behind'])})(?!\w))?{_TAIL}"
)
_COMPOUND = rf"[a-z][\w-]*(?:{_COMPOUNDS})(?!\w){_TAIL}"
_TITLE = rf"(?:{_SELF}|{_FRONTED}|{_LAW}|{_NAMED}|{_CODE}|{_COMPOUND})"

_SECTION = re.compile(
    rf"(?<!\w)(?P<place>{_PLACE}) ?(?P<number>{_NUMBER})(?:{_MEMBER}?{_POINT}?)(?P<first>){_ANOTHER}"
    rf"(?:,? (?:van|bij|uit|in|behorende? bij|op grond van|ingevolge) (?:de |het )?(?P<title>{_TITLE})"
    rf"| (?P<code>{_CODE}))?"
)
_ITSELF = re.compile(_SELF)
_INDEFINITE = re.compile(rf"(?<!\w)(?i:{alternatives(_NAME['indefinite'])}) (?:[\w-]+[en] )?$")
_DEFINITE = re.compile(r"(?<!\w)(?i:de|het) $")
_BARE = re.compile(rf"(?<![\w-])(?P<title>{_TITLE})")


def find_references(clause: MappedText, titles: Mapping[str, str]) -> tuple[Reference, ...]:
    """Every article, annex, chapter or other place named in ``clause``, with the agreement it is in, and every
    agreement named alone, in text order. ``titles`` are the agreements of the corpus by id: a mention that names one
    gets its id. A list ("artikelen 3 en 4") gives a reference each.
    """
    text = clause.text
    out: list[tuple[int, Reference]] = []
    used = 0
    for match in _SECTION.finditer(text):
        out += _bare(clause, used, match.start(), titles)
        out += _section(clause, match, titles)
        used = match.end()
    out += _bare(clause, used, len(text), titles)
    return tuple(reference for _, reference in sorted(out, key=lambda entry: entry[0]))


def _bare(clause: MappedText, start: int, end: int, titles: Mapping[str, str]) -> list[tuple[int, Reference]]:
    """The agreements that are named alone between ``start`` and ``end``; "een convenant" names none."""
    return [
        (match.start(), _reference(clause, match.start(), match.end(), None, match["title"], titles))
        for match in _BARE.finditer(clause.text, start, end)
        if _names(match["title"], clause.text[: match.start()])
    ]


def _names(title: str, before: str) -> bool:
    """Whether ``title`` names an agreement: more than a kind of agreement, or one that the parties know by its kind."""
    if title.lower() in _AGREEMENTS["name"]:
        return title[0].isupper() and title.lower() in _AGREEMENTS["compound"] and _DEFINITE.search(before) is not None
    return title[0].isupper() or not _INDEFINITE.search(before)


def _section(clause: MappedText, match: re.Match[str], titles: Mapping[str, str]) -> list[tuple[int, Reference]]:
    """The place that ``match`` names and those listed after it."""
    title = match["title"] or match["code"]
    place = _PLACES[match["place"].lower()]
    others = list(re.finditer(_NUMBER, match["list"]))
    end = match.start("first") if others else match.end()
    first = _reference(clause, match.start(), end, _printed(place, match), title, titles)
    shift = match.start("list")
    return [
        (match.start(), first),
        *(
            (
                shift + other.start(),
                _reference(clause, shift + other.start(), shift + other.end(), _label(place, other[0]), title, titles),
            )
            for other in others
        ),
    ]


def _label(place: str, number: str) -> str:
    return number if place == "artikel" else f"{place} {number}"


def _printed(place: str, match: re.Match[str]) -> str:
    """The section as a reader names it: ``3 lid 2 onder b``, ``bijlage 2``."""
    member = match["lid"] or (str(ordinal(match["nth"])) if match["nth"] else None)
    return (
        _label(place, match["number"])
        + (f" lid {member}" if member else "")
        + (f" onder {match['point']}" if match["point"] else "")
    )


def _reference(
    clause: MappedText, start: int, end: int, section: str | None, title: str | None, titles: Mapping[str, str]
) -> Reference:
    surface = clause.text[start:end]
    named = f"{section} {title}" if section and section.startswith("bijlage") and title else title
    document = match_title(named, titles) if named and not _ITSELF.fullmatch(named) else None
    return Reference(surface, clause.span(start, end), section, document, title)
