"""A file becomes a source: exact text, hash, encoding, media type; or one clear line."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from ingest.errors import SourceError
from ingest.model.agreement import ManifestEntry
from ingest.model.text import Span
from ingest.read import SIZE_LIMIT, read_source


def entry(path: Path, digest: str | None = None) -> ManifestEntry:
    digest = digest or sha256(path.read_bytes()).hexdigest()
    return ManifestEntry(id=path.stem, path=path, title="Convenant", sha256=digest)


def test_offsets_count_code_points_of_the_file_with_its_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "convenant.txt"
    path.write_bytes("Coördinatie 🙂\r\nPartij stelt vast.\r\n".encode())
    source = read_source(entry(path))
    start = source.text.index("Partij")
    assert start == 15
    assert Span(start, start + 18).of(source.text) == "Partij stelt vast."
    assert source.text.endswith("\r\n")


def test_all_fields_are_filled(tmp_path: Path) -> None:
    path = tmp_path / "Convenant.MD"
    path.write_bytes(b"# Convenant\n")
    source = read_source(entry(path))
    assert (source.document, source.encoding, source.media_type) == ("Convenant", "utf-8", "text/markdown")
    assert source.sha256 == sha256(b"# Convenant\n").hexdigest()


def test_offsets_in_a_marked_file_start_after_the_mark(tmp_path: Path) -> None:
    plain, marked = tmp_path / "plain.txt", tmp_path / "marked.txt"
    plain.write_bytes("Partij één.".encode())
    marked.write_bytes(b"\xef\xbb\xbf" + plain.read_bytes())
    assert read_source(entry(marked)).text == read_source(entry(plain)).text
    assert read_source(entry(marked)).encoding == "utf-8-sig"


def test_a_file_of_exactly_the_limit_is_read_and_one_byte_more_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "groot.txt"
    line = "De beheerder stelt jaarlijks het plan vast, financiële bijlage inbegrepen.\n".encode()
    data = line * (SIZE_LIMIT // len(line))
    data += b"x" * (SIZE_LIMIT - len(data))
    path.write_bytes(data)
    assert SIZE_LIMIT == 50_000_000
    assert len(read_source(entry(path)).text) == SIZE_LIMIT - data.count("ë".encode())
    with path.open("ab") as file:
        file.write(b"y")
    with pytest.raises(SourceError, match=r"groot\.txt is larger than 50 MB; split it"):
        read_source(entry(path, "0" * 64))


def test_the_limit_is_a_parameter(tmp_path: Path) -> None:
    path = tmp_path / "klein.txt"
    path.write_bytes(b"Artikel 1")
    assert read_source(entry(path), limit=9).text == "Artikel 1"
    with pytest.raises(SourceError, match="larger than 8 bytes"):
        read_source(entry(path), limit=8)


def test_a_file_that_changed_after_the_manifest_was_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "convenant.txt"
    path.write_bytes(b"Artikel 1")
    listed = entry(path)
    path.write_bytes(b"Artikel 2")
    with pytest.raises(SourceError, match="changed after the manifest was read"):
        read_source(listed)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"weg\.txt cannot be read \(no such file or directory\)"):
        read_source(entry(tmp_path / "weg.txt", "0" * 64))


def test_a_folder_is_not_an_agreement(tmp_path: Path) -> None:
    (tmp_path / "map.txt").mkdir()
    with pytest.raises(SourceError, match=r"map\.txt cannot be read \(is a directory\)"):
        read_source(entry(tmp_path / "map.txt", "0" * 64))


def test_another_file_type_is_refused_with_the_types_that_are_read(tmp_path: Path) -> None:
    path = tmp_path / "convenant.docx"
    path.write_bytes(b"PK\x03\x04")
    with pytest.raises(SourceError, match=r"save it as \.txt or \.md"):
        read_source(entry(path))
