"""The conventions of layout and language that carry structure, read from ``conventions.toml``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from ingest.packaged import read_toml


@dataclass(frozen=True, slots=True)
class Conventions:
    """Compiled conventions; each field stands for one table entry of ``conventions.toml``."""

    ranks: dict[str, int]
    eid_words: dict[str, str]
    annex: frozenset[str]
    keyword: re.Pattern[str]
    title_words: int
    title_length: int
    marked: int
    unmarked_words: int
    function_words: frozenset[str]
    pronouns: frozenset[str]
    announcing: re.Pattern[str]
    conjunctions: frozenset[str]
    parties: re.Pattern[str]
    recitals: re.Pattern[str]
    recital: re.Pattern[str]
    operative: re.Pattern[str]
    signatures: re.Pattern[str]
    dateline: re.Pattern[str]
    place_and_date: re.Pattern[str]
    form_field: re.Pattern[str]
    certain_pages: tuple[re.Pattern[str], ...]
    repeated_pages: tuple[re.Pattern[str], ...]
    companions: int
    contents: re.Pattern[str]
    contents_line: re.Pattern[str]
    caption: re.Pattern[str]
    redaction: re.Pattern[str]
    rule: re.Pattern[str]
    note_rule: int
    note_body: re.Pattern[str]
    marked_note: re.Pattern[str]
    note_window: int
    glyph: re.Pattern[str]
    header_words: frozenset[str]
    header_length: int
    quantity: re.Pattern[str]
    tag: re.Pattern[str]
    article_words: frozenset[str]


def _ci(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _glyphs(items: dict[str, str]) -> re.Pattern[str]:
    return re.compile(rf"(?:[{re.escape(items['glyphs'])}]\s*|[{re.escape(items['spaced'])}]\s+)(?=\S)")


def _keyword(headings: dict[str, Any]) -> re.Pattern[str]:
    words = sorted([*headings["rank"], *headings["article"], *headings["annex"]], key=len, reverse=True)
    alternatives = "|".join(re.escape(word) for word in words)
    return re.compile(
        rf"(?P<word>(?i:{alternatives}))(?:(?<=§)\s*|\s+)(?P<number>{headings['number']})(?![\w])[.:]?"
        rf"|(?P<bare>(?i:{'|'.join(headings['annex'])}))\s*:?\s*$"
    )


@cache
def conventions() -> Conventions:
    """The conventions shipped with the package."""
    raw = read_toml(__package__, "conventions.toml")
    headings, words, zones, pages, notes, tables = (
        raw[key] for key in ("headings", "words", "zones", "pages", "notes", "tables")
    )
    return Conventions(
        ranks=headings["rank"],
        eid_words=headings["eid"],
        annex=frozenset(headings["annex"]),
        article_words=frozenset(headings["article"]),
        keyword=_keyword(headings),
        title_words=headings["title_words"],
        title_length=headings["title_length"],
        marked=headings["marked"],
        unmarked_words=headings["unmarked_words"],
        function_words=frozenset(words["function"]),
        pronouns=frozenset(words["pronouns"]),
        announcing=_ci(words["announcing"]),
        conjunctions=frozenset(words["conjunctions"]),
        parties=_ci(zones["parties"]),
        recitals=_ci(zones["recitals"]),
        recital=_ci(zones["recital"]),
        operative=_ci(zones["operative"]),
        signatures=_ci(zones["signatures"]),
        dateline=_ci(zones["dateline"]),
        place_and_date=_ci(zones["place_and_date"]),
        form_field=_ci(zones["form_field"]),
        certain_pages=tuple(_ci(pattern) for pattern in pages["certain"]),
        repeated_pages=tuple(_ci(pattern) for pattern in pages["repeated"]),
        companions=pages["companions"],
        contents=_ci(pages["contents"]),
        contents_line=re.compile(pages["contents_line"]),
        caption=_ci(pages["caption"]),
        redaction=re.compile(pages["redaction"]),
        rule=re.compile(pages["rule"]),
        note_rule=pages["note_rule"],
        note_body=re.compile(notes["body"]),
        marked_note=re.compile(notes["marked_body"]),
        note_window=notes["window"],
        glyph=_glyphs(raw["items"]),
        header_words=frozenset(tables["header_words"]),
        header_length=tables["header_length"],
        quantity=_ci(tables["quantity"]),
        tag=_ci(rf"</?(?:{'|'.join(tables['tags'])})(?=[\s/>])[^<>]*>"),
    )
