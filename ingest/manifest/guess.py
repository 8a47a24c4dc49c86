"""Title, date and kind of an agreement for which nobody stated them.

The title is the first heading, the block of lines that the text opens with, or a line that returns on every
page. The date is, in this order: the last date at the signatures, the latest date of a version line, a date
that stands alone on the first page, a date or year in the file's name. The kind is told by title, name and headings.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path

from ingest.errors import SourceError
from ingest.manifest.kind import guess_kind
from ingest.model.agreement import AgreementKind
from ingest.packaged import read_toml
from ingest.read import decode, read_bytes

_DATA = read_toml("ingest.manifest", "guess.toml")
_MONTHS: dict[str, int] = _DATA["months"]
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DATE = re.compile(
    rf"(?<![\d.])(?:(?P<d>\d{{1,2}})\s+(?P<name>{_MONTH})\.?\s+(?P<y>\d{{4}})"
    r"|(?P<d2>\d{1,2})(?P<sep>[-./])(?P<m2>\d{1,2})(?P=sep)(?P<y2>\d{4})"
    r"|(?P<y3>\d{4})-(?P<m3>\d{2})-(?P<d3>\d{2}))(?!\d)",
    re.IGNORECASE,
)
_MONTH_YEAR = re.compile(rf"(?P<name>{_MONTH})\s+(?P<y>\d{{4}})", re.IGNORECASE)
_NAME_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:-?(0[1-9]|1[0-2])(?:-?(0[1-9]|[12]\d|3[01]))?)?(?!\d)")
_PLACE = re.compile(r"(?:[A-Z’'][\w’' -]{1,40},?\s+)?(?:d\.?d\.?|op|de)?\s*", re.UNICODE)
_VERSION_ROW = re.compile(r"(?:v(?:ersie)?\.?\s*)?\d+(?:\.\d+)+\s+")
_NUMBERED = re.compile(rf"(?:{'|'.join(_DATA['title']['numbered'])})?\s*[\divxlc.]+[a-z]?", re.IGNORECASE)
_PAGE = 40
_TITLE_LINES = 6
_TITLE_LENGTH = 250
_REPEATS = 3


@dataclass(frozen=True, slots=True)
class Guess:
    """A title, a day or else an EDTF month or year (both None when nothing was found), and a kind."""

    title: str
    date: date | None = None
    period: str | None = None
    kind: AgreementKind = AgreementKind.AGREEMENT


def guess(path: Path) -> Guess:
    """The likely title, date and kind of the agreement at ``path``. A file that cannot be read is judged by its name
    alone: whoever reads it for its text will say what is wrong with it.
    """
    try:
        text = decode(read_bytes(path), path.name).text
    except SourceError:
        text = ""
    lines = [line.strip() for line in text.splitlines()]
    day, period = guess_date(lines, path.stem)
    title = guess_title(lines) or _from_name(path.stem)
    return Guess(title, day, period, guess_kind(title, lines, path.stem))


def guess_title(lines: Sequence[str]) -> str | None:
    """The title that ``lines`` (outer white space trimmed) show, or None."""
    heading = next((line for line in lines[: 2 * _PAGE] if re.match(r"#{1,6}\s*\S", line)), None)
    for candidate in (_clean(heading or ""), _opening(lines), _returning(lines)):
        if _is_title(candidate):
            return candidate
    return None


def guess_date(lines: Sequence[str], stem: str) -> tuple[date | None, str | None]:
    """The day of the agreement, or else its month or year as EDTF, from its lines and its file's name."""
    printed = [line for line in lines if line]
    signed = _signing_dates(printed)
    if signed:
        return signed[-1], None
    versions = [day for line in printed if _opens_version(line) for day in _dates(line[:120])]
    if versions:
        return max(versions), None
    for line in printed[:_PAGE]:
        if day := _lone_date(line):
            return day, None
        month = _MONTH_YEAR.search(line)
        if month and _PLACE.fullmatch(line[: month.start()]) and month.end() == len(line):
            return None, f"{month['y']}-{_MONTHS[month['name'].lower()]:02}"
    if named := _NAME_DATE.search(stem):
        year, month_of_name, day_of_name = named.groups()
        if day_of_name and (day := _day(int(year), int(month_of_name), int(day_of_name))):
            return day, None
        return None, f"{year}-{month_of_name}" if month_of_name else year
    return None, None


def _signing_dates(printed: Sequence[str]) -> list[date]:
    start = len(printed) * 2 // 3
    found = [day for line in printed[start:] if (day := _lone_date(line))]
    for index in range(start, len(printed)):
        if _opens_with(printed[index], _DATA["date"]["signing"]):
            found.extend(_dates(" ".join(printed[index : index + 3])))
    return found


def _lone_date(line: str) -> date | None:
    match = _DATE.search(line)
    if match and _PLACE.fullmatch(line[: match.start()]) and line[match.end() :].strip(" .;") == "":
        return _of(match)
    return None


def _dates(text: str) -> Iterator[date]:
    return (day for match in _DATE.finditer(text) if (day := _of(match)))


def _of(match: re.Match[str]) -> date | None:
    if match["name"]:
        return _day(int(match["y"]), _MONTHS[match["name"].lower()], int(match["d"]))
    if match["y2"]:
        return _day(int(match["y2"]), int(match["m2"]), int(match["d2"]))
    return _day(int(match["y3"]), int(match["m3"]), int(match["d3"]))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _opens_version(line: str) -> bool:
    return _opens_with(line, _DATA["date"]["version"]) or bool(_VERSION_ROW.match(line))


def _opens_with(line: str, words: Iterable[str]) -> bool:
    first = line.lstrip("#*|- \t").lower()
    return any(first.startswith(word) and not first[len(word) : len(word) + 1].isalpha() for word in words)


def _opening(lines: Sequence[str]) -> str:
    """The first block: lines that stand no further apart than lines of this text mostly do."""
    places = [index for index, line in enumerate(lines) if line]
    gaps = [after - before for before, after in pairwise(places)]
    usual = Counter(gaps).most_common(1)[0][0] if gaps else 1
    if not places or not _is_title(_clean(lines[places[0]])):
        return ""
    block = [lines[places[0]]]
    for index, gap in zip(places[1:], gaps, strict=False):
        if gap > usual or block[-1].endswith((".", ":")) or re.match(r"[\d#•(-]", lines[index]):
            break
        block.append(lines[index])
    return _clean(" ".join(block)) if len(block) <= _TITLE_LINES else ""


def _returning(lines: Sequence[str]) -> str:
    """The first line that returns at least three times and is not a mark, number or field."""
    counts = Counter(line for line in lines if len(line) > 15 and not re.search(r"[\d:;@]|[.,]$", line))
    return next((line for line in lines if counts[line] >= _REPEATS), "")


def _is_title(text: str) -> bool:
    words = text.rstrip(".: ").lower()
    named = words not in _DATA["title"]["parts"] and not _NUMBERED.fullmatch(words)
    return len(words) > 1 and named and len(text) <= _TITLE_LENGTH


def _clean(line: str) -> str:
    return " ".join(re.sub(r"<[^>]*>|[*_`|#]+", " ", line).split())


def _from_name(stem: str) -> str:
    words = " ".join(re.split(r"[-_\s]+", stem)).strip()
    return words[:1].upper() + words[1:]
