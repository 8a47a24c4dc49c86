"""Every encoding is decoded rightly, or refused with advice."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.errors import SourceError
from ingest.read import decode

CORPUS = Path(__file__).parents[3] / "corpus"
FILES = sorted(path for path in CORPUS.iterdir() if path.suffix in {".txt", ".md"})
CLAUSE = "Het college’s coördinatie – à € 5 per initiatief – geschiedt “vóór” 1 mei.\r\n• Financiële commissie’s;\r\n"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_corpus_is_utf_8_and_kept_to_the_last_character(path: Path) -> None:
    decoded = decode(path.read_bytes(), path.name)
    assert decoded.encoding == "utf-8"
    assert decoded.text.encode("utf-8") == path.read_bytes()


@pytest.mark.parametrize(
    ("codec", "recorded"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-32", "utf-32"),
        ("cp1252", "cp1252"),
    ],
)
def test_the_recorded_codec_gives_the_text_back(codec: str, recorded: str) -> None:
    data = CLAUSE.encode(codec)
    decoded = decode(data, "a.txt")
    assert decoded.text == CLAUSE
    assert decoded.encoding == recorded
    assert data.decode(decoded.encoding) == decoded.text


@pytest.mark.parametrize("mark", [b"\xff\xfe", b"\xfe\xff"])
def test_utf_16_of_either_byte_order_has_no_mark_in_its_text(mark: bytes) -> None:
    codec = "utf-16-le" if mark == b"\xff\xfe" else "utf-16-be"
    assert decode(mark + CLAUSE.encode(codec), "a.txt").text == CLAUSE


def test_a_byte_order_mark_does_not_count_as_a_character() -> None:
    text = decode(b"\xef\xbb\xbf" + b"Artikel 1", "a.txt").text
    assert text.index("Artikel") == 0


def test_a_mark_that_is_not_at_the_start_is_text() -> None:
    assert decode("Artikel\ufeff 1".encode(), "a.txt").text == "Artikel\ufeff 1"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
@pytest.mark.parametrize("codec", ["cp1252", "latin-1"])
def test_western_single_byte_files_read_as_their_utf_8_twins(path: Path, codec: str) -> None:
    text = _as_far_as(path.read_bytes().decode(), codec)
    decoded = decode(text.encode(codec), path.name)
    assert decoded.text == text
    assert decoded.encoding == "cp1252"


def test_latin_9_is_told_by_its_euro_sign() -> None:
    text = "De coördinator ontvangt € 500 voor de financiële administratie van het initiatief en € 20 per jaar.\n"
    decoded = decode(text.encode("iso8859-15"), "a.txt")
    assert decoded.text == text
    assert decoded.encoding == "iso8859-15"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
@pytest.mark.parametrize("codec", ["mac_roman", "cp850", "cp437"])
def test_mac_and_dos_files_are_refused_rather_than_misread(path: Path, codec: str) -> None:
    data = _as_far_as(path.read_bytes().decode(), codec).encode(codec)
    with pytest.raises(SourceError, match="unknown encoding") as caught:
        decode(data, path.name)
    assert "UTF-8" in caught.value.advice


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("Η συμφωνία ισχύει από την ημερομηνία υπογραφής.", "cp1253"),
        ("Соглашение вступает в силу с момента подписания.", "cp1251"),
        ("Smlouva nabývá účinnosti dnem podpisu oběma stranami, příloha č. 1.", "cp1250"),
        ("この合意は署名の日に効力を生ずる。", "shift_jis"),
    ],
)
def test_encodings_of_other_scripts_are_refused(text: str, codec: str) -> None:
    with pytest.raises(SourceError, match="unknown encoding"):
        decode(text.encode(codec), "a.txt")


def test_one_stray_byte_in_utf_8_is_refused_with_its_line() -> None:
    data = "Financiële afspraken\nÉén coördinator\n".encode() + b"Kosten \x91 niet\n" + "coördinatie".encode()
    with pytest.raises(SourceError, match="line 3"):
        decode(data, "a.txt")


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\nobj",
        b"PK\x03\x04word/document.xml",
        b"{\\rtf1 Artikel 1}",
        b"Artikel 1\0\0\0 De partij",
        bytes(range(32)) * 20,
        CLAUSE.encode("utf-16-le"),
    ],
    ids=["pdf", "docx", "rtf", "nul", "controls", "utf-16-without-mark"],
)
def test_binary_files_are_refused_with_advice(data: bytes) -> None:
    with pytest.raises(SourceError) as caught:
        decode(data, "a.txt")
    line = str(caught.value)
    assert line.startswith("a.txt is ")
    assert "save it as plain text" in line
    assert "\n" not in line


@pytest.mark.parametrize(
    "data", [b"", b" \n\t\r\n\f", b"\xef\xbb\xbf", b"\xff\xfe", " \u200b \u00a0\u200b \u200b\n".encode()]
)
def test_empty_files_are_refused(data: bytes) -> None:
    with pytest.raises(SourceError, match=r"a\.txt is empty"):
        decode(data, "a.txt")


def test_broken_utf_16_is_refused_where_it_breaks() -> None:
    with pytest.raises(SourceError, match="starts as UTF-16 but breaks off at byte"):
        decode(b"\xff\xfeA\x00\x00\xd8", "a.txt")


def test_form_feeds_and_line_ends_of_all_kinds_stay() -> None:
    text = "Pagina 1\f\r\nPagina 2\rRegel\u2028Regel\n"
    assert decode(text.encode(), "a.txt").text == text


def _as_far_as(text: str, codec: str) -> str:
    return text.encode(codec, "ignore").decode(codec)
