"""A folder without a manifest works: ids, titles and dates come from the files themselves."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from ingest.errors import ManifestError
from ingest.manifest import read_manifest
from ingest.manifest.guess import guess, guess_date, guess_title

CORPUS = Path(__file__).parents[3] / "corpus"


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bare")
    for path in CORPUS.glob("*-*.*"):
        shutil.copy(path, folder)
    return folder


def test_the_corpus_without_its_manifest_gets_the_dates_that_the_manifest_states(bare: Path) -> None:
    stated = {entry.id: entry.dated for entry in read_manifest(CORPUS).entries}
    guessed = {entry.id: entry.dated for entry in read_manifest(bare).entries}
    undated = "bijlage-3-beheerovereenkomst-dso-lv"
    assert guessed[undated] is None
    assert {**guessed, undated: stated[undated]} == stated


def test_the_corpus_without_its_manifest_gets_readable_titles(bare: Path) -> None:
    manifest = read_manifest(bare)
    titles = {entry.id: entry.title for entry in manifest.entries}
    assert titles["beheerarrangement-dso-lv-2018"] == "Beheerarrangement DSO-LV"
    assert titles["bijlage-3-beheerovereenkomst-dso-lv"].startswith("Bijlage 3 Overzicht verdeling taken")
    assert titles["evaluatie-beheer-dso-2022"] == "Evaluatie beheer dso 2022"
    assert titles["meerpartijenovereenkomst-dso-lv-2023"] == next(
        entry.title for entry in read_manifest(CORPUS).entries if entry.id == "meerpartijenovereenkomst-dso-lv-2023"
    )
    assert all(entry.guessed for entry in manifest.entries)
    assert len(manifest.warnings) == 1 + len(manifest.entries)


@pytest.mark.parametrize(
    ("lines", "stem", "expected"),
    [
        (["Convenant", "Versie 1.2 d.d. 03.04.2021", "De partijen"], "x", date(2021, 4, 3)),
        (["Convenant", "Versie\t0.1\t14-06-2020", "0.2\t1-2-2021", "Tekst"], "x", date(2021, 2, 1)),
        (["Datum: 7 mrt. 2022", "Convenant"], "x", date(2022, 3, 7)),
        (["Convenant", "", "12 september 2019", "", "Tekst"], "x", date(2019, 9, 12)),
        (["Convenant", "Utrecht, 2 mei 2017"], "convenant-2016", date(2017, 5, 2)),
        (["Convenant", "Zwolle, oktober 2018"], "x", "2018-10"),
        (["Convenant"], "convenant-2016", "2016"),
        (["Convenant"], "20160401_convenant", date(2016, 4, 1)),
        (["Convenant"], "2016-04 convenant", "2016-04"),
        (["Convenant"], "nota-10020161", None),
        (["Convenant"], "convenant", None),
    ],
)
def test_dates(lines: list[str], stem: str, expected: date | str | None) -> None:
    day, period = guess_date(lines, stem)
    assert (day or period) == expected


def test_the_date_at_the_signatures_counts_before_that_of_a_version() -> None:
    lines = ["Versie 0.9 d.d. 1-2-2020", *["Partijen werken samen."] * 9, "Aldus overeengekomen en in drievoud", ""]
    lines += ["opgemaakt te Assen op", "3 maart 2020.", "Handtekening:"]
    assert guess_date(lines, "x") == (date(2020, 3, 3), None)


def test_a_date_inside_a_sentence_is_not_the_agreement_s() -> None:
    lines = ["Convenant", "In het overleg van 28 juni 2018 is besloten,", "zie het rapport d.d. 5 juli 2018."]
    assert guess_date(lines, "convenant") == (None, None)


def test_an_impossible_date_is_passed_over() -> None:
    assert guess_date(["Datum: 31-02-2020", "Versie 1 van 1-3-2020"], "x") == (date(2020, 3, 1), None)


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["## **Convenant** <b>Zorg</b>", "", "Tekst"], "Convenant Zorg"),
        (["", "Samenwerkingsovereenkomst", "Jeugdhulp Noord", "", "De ondergetekenden:", "1. A", "2. B"],
         "Samenwerkingsovereenkomst Jeugdhulp Noord"),
        (["Convenant", "", "Wegen", "", "", "", "Partijen", "", "komen", "", "overeen", "", "dat"], "Convenant Wegen"),
        (["# Inhoudsopgave", "", "1 Partijen", "2 Doel", "3 Looptijd"], None),
        (["### Artikel 1", "", "Partijen komen", "overeen dat", "zij samenwerken."], None),
        (["Inleiding", *["", "Tekst.", "Meer tekst.", "", "Convenant Bodem Oost"] * 3], "Convenant Bodem Oost"),
        (["Inleiding", *["", "Tekst.", "Meer tekst.", "", "Convenant Bodem Oost"] * 2], None),
        ([], None),
    ],
)  # fmt: skip
def test_titles(lines: list[str], title: str | None) -> None:
    assert guess_title(lines) == title


def test_a_file_that_cannot_be_read_is_judged_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "convenant-jeugd_2020.txt"
    path.write_bytes(b"%PDF-1.4")
    found = guess(path)
    assert (found.title, found.period) == ("Convenant jeugd 2020", "2020")


def test_file_types_that_are_not_read_and_read_me_files_are_named(tmp_path: Path) -> None:
    (tmp_path / "Convenant Zorg (2024).txt").write_text("Convenant Zorg\n", encoding="utf-8")
    (tmp_path / "plan.pdf").write_bytes(b"%PDF")
    (tmp_path / "README.md").write_text("Over deze map", encoding="utf-8")
    (tmp_path / ".verborgen.txt").write_text("x", encoding="utf-8")
    manifest = read_manifest(tmp_path)
    assert [(entry.id, entry.period) for entry in manifest.entries] == [("Convenant-Zorg-2024", "2024")]
    assert "README.md is left out: it describes the folder and is no agreement" in manifest.warnings
    assert "plan.pdf is left out: files of its type are not read; save it as .txt or .md" in manifest.warnings
    assert not any("verborgen" in warning for warning in manifest.warnings)


def test_two_files_that_would_share_an_id_are_refused(tmp_path: Path) -> None:
    for name in ("a.txt", "a.md"):
        (tmp_path / name).write_text("Convenant", encoding="utf-8")
    with pytest.raises(ManifestError, match="the id 'a' occurs twice; state another id"):
        read_manifest(tmp_path)


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ManifestError, match=r"there is no agreement in .*; put \.txt or \.md files in it"):
        read_manifest(tmp_path)
