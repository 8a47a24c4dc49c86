"""Bytes to text, rightly or not at all.

A byte order mark settles the matter; bytes that are UTF-8 are taken as UTF-8. What is left is either a
Western single-byte encoding or something this product cannot know. Statistical detectors name Windows-1252
for Mac and DOS files too, because Dutch has few accents to go by. So the decoded text is judged instead: its
non-ASCII characters must be those that Dutch documents use, and stand where Dutch puts them (no bullet or
capital inside a word). A wrong decoding breaks that at nearly every character.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from ingest.errors import SourceError

RESAVE = "open it in the program that made it and save it as plain text in UTF-8"

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WESTERN = ("cp1252", "iso8859-15")
_MAGIC = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a zip, Word or OpenDocument file",
    b"\xd0\xcf\x11\xe0": "an old Office file",
    b"{\\rtf": "a rich text (RTF) file",
    b"\x1f\x8b": "a gzip file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
}
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_MAX_CONTROLS = 0.01
_INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060"

_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_OUT_OF_PLACE = re.compile(
    r"[^\x00-\x7fÀ-ÖØ-öø-ÿŒœŸ‘’“”„–—…•·§°€£©®™«»²³¹¼½¾×±ªº´µ\u00a0\u00ad]"  # not in Dutch documents
    r"|(?<=[a-zß-öø-ÿ])[À-ÖØ-Þ]"  # a capital after a small letter
    r"|(?<![A-Za-zÀ-ÿ])[À-ÖØ-ÞŒŸ](?![A-Za-zÀ-ÿ])"  # a capital with an accent on its own
    r"|(?<=[A-Za-zÀ-ÿ])[‘“„…•§°€£©®«»²³¹¼½¾×±ªº´µ](?=[A-Za-zÀ-ÿ])"  # a sign inside a word
    r"|[ÐÞðþýÝÿ×]"  # letters of other languages
)
_MAX_OUT_OF_PLACE = 0.1
_MAX_ACCENTED = 0.2


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text and the codec that gives it: ``data.decode(encoding) == text``. A byte order mark is no
    part of ``text``.
    """

    text: str
    encoding: str


def decode(data: bytes, name: str) -> Decoded:
    """The text of ``data``, character for character: no line end is translated, nothing is trimmed.

    ``name`` is the file's name for error messages. Raises SourceError for an empty file, a binary file and an
    encoding that cannot be told.
    """
    for magic, what in _MAGIC.items():
        if data.startswith(magic):
            raise SourceError(f"{name} is {what}, not plain text", RESAVE)
    decoded = _decode(data, name)
    controls = len(_CONTROLS.findall(decoded.text))
    if "\0" in decoded.text or controls > _MAX_CONTROLS * len(decoded.text):
        raise SourceError(f"{name} is a binary file, or UTF-16 without a byte order mark", RESAVE)
    if all(character.isspace() or character in _INVISIBLE for character in decoded.text):
        raise SourceError(f"{name} is empty", "put the agreement's text in it, or take it out of the corpus")
    return decoded


def _decode(data: bytes, name: str) -> Decoded:
    for mark, codec in _MARKS:
        if data.startswith(mark):
            try:
                return Decoded(data.decode(codec), codec)
            except UnicodeDecodeError as error:
                raise SourceError(
                    f"{name} starts as {codec.removesuffix('-sig').upper()} but breaks off at byte {error.start}",
                    RESAVE,
                ) from error
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        western = _western(data)
        if western is None:
            line = data.count(b"\n", 0, error.start) + 1
            raise SourceError(
                f"{name} is in an unknown encoding: neither UTF-8 (see line {line}) nor Windows-1252", RESAVE
            ) from error
        return western


def _western(data: bytes) -> Decoded | None:
    for codec in _WESTERN:
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        if _reads_well(text):
            return Decoded(text, codec)
    return None


def _reads_well(text: str) -> bool:
    foreign = len(_NOT_ASCII.findall(text))
    misplaced = len(_OUT_OF_PLACE.findall(text))
    letters = sum(map(str.isalpha, text))
    return misplaced <= _MAX_OUT_OF_PLACE * foreign and foreign <= _MAX_ACCENTED * max(letters, 1)
