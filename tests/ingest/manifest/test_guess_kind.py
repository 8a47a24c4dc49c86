"""The kind of a document that states none: by its title, its name and its headings."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.manifest import read_manifest
from ingest.manifest.guess import guess
from ingest.manifest.kind import guess_kind
from ingest.model.agreement import AgreementKind

CORPUS = Path(__file__).parents[3] / "corpus"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Evaluatie van het convenant Schone Haven", "evaluation"),
        ("Tussenevaluatie regiosamenwerking", "evaluation"),
        ("Quickscan dienstverlening", "evaluation"),
        ("Rekenkameronderzoek naar de gemeenschappelijke regeling", "evaluation"),
        ("Convenant evaluatie en monitoring van de haven", "agreement"),
        ("Regeling evaluatie subsidies", "agreement"),
        ("Evaluatieprotocol Havenraad", "agreement"),
        ("Bijlage 2 bij het convenant Schone Haven", "annex"),
        ("Bijlage evaluatie 2030", "annex"),
        ("Convenant met bijlage", "agreement"),
        ("Programma van eisen meldsysteem", "specification"),
        ("Overeenkomst met programma van eisen", "agreement"),
        ("Eindrapport samenwerking haven", "agreement"),
        ("Schone Haven", "agreement"),
    ],
)
def test_the_words_that_come_first_in_the_title_decide(title: str, kind: str) -> None:
    assert guess_kind(title, [title, "Tekst."], "stuk") is AgreementKind(kind)


@pytest.mark.parametrize(
    ("title", "headings", "kind"),
    [
        ("Eindrapport samenwerking haven", ["# 3 Bevindingen"], "evaluation"),
        ("Onderzoek naar de havenraad", ["4. Conclusies en aanbevelingen"], "evaluation"),
        ("Samen aan de kade", ["1.2 Vraagstelling", "4. Conclusies en aanbevelingen"], "evaluation"),
        ("Eindrapport samenwerking haven", ["3 Taken"], "agreement"),
        ("Samen aan de kade", ["3 Bevindingen", "4 Conclusies", "5 Aanbevelingen"], "evaluation"),
        ("Samen aan de kade", ["Hoofdstuk 2 Bevindingen ..... 12", "Aanbevelingen aan de raad ..... 20"], "evaluation"),
        ("Samen aan de kade", ["5 Aanbevelingen"], "agreement"),
        ("Samen aan de kade", ["De raad deelt de bevindingen.", "Hij volgt de aanbevelingen op."], "agreement"),
        ("Convenant Schone Haven", ["3 Bevindingen", "5 Aanbevelingen"], "agreement"),
    ],
)
def test_headings_support_a_vague_title(title: str, headings: list[str], kind: str) -> None:
    assert guess_kind(title, [title, *headings, "Tekst."], "stuk") is AgreementKind(kind)


def test_the_name_of_the_file_speaks_where_the_title_does_not() -> None:
    assert guess_kind("Schone Haven", ["Tekst."], "bijlage-3_schone-haven") is AgreementKind.ANNEX
    assert guess_kind("Convenant Schone Haven", ["Tekst."], "evaluatie-haven") is AgreementKind.AGREEMENT


def test_a_line_of_the_cover_speaks_where_title_and_name_do_not() -> None:
    cover = ["Rekenkamer Oost", "Samen aan de kade", "Mei 2031"]
    assert guess_kind("Samen aan de kade", cover, "kade") is AgreementKind.EVALUATION
    text = ["Samen aan de kade", "De raad werkt met de directeur samen.", "Evaluatie"]
    assert guess_kind("Samen aan de kade", text, "kade") is AgreementKind.AGREEMENT


def test_an_agreement_with_an_article_on_evaluation_is_no_evaluation() -> None:
    lines = ["Artikel 1 Doel", "Artikel 2 Evaluatie", "De raad evalueert jaarlijks.", "Artikel 3 Slot"]
    assert guess_kind("Samen aan de kade", lines, "stuk") is AgreementKind.AGREEMENT
    assert guess_kind("Evaluatie", lines, "stuk") is AgreementKind.AGREEMENT


def test_the_guess_goes_with_title_and_date(tmp_path: Path) -> None:
    path = tmp_path / "haven.md"
    path.write_text("# Evaluatie Schone Haven\n\n3 mei 2031\n\n## Bevindingen\n\nHet werk ligt stil.\n", "utf-8")
    assert guess(path).kind is AgreementKind.EVALUATION
    (entry,) = read_manifest(tmp_path).entries
    assert entry.kind is AgreementKind.EVALUATION
    assert read_manifest(tmp_path).warnings[1] == (
        "haven.md: guessed “Evaluatie Schone Haven”, 2031-05-03, evaluation; state all three in corpus.toml"
    )


@pytest.mark.parametrize(
    ("stated", "kind", "warnings"),
    [
        ("", "evaluation", ("haven.md: guessed that its kind is evaluation; state it in corpus.toml",)),
        ('kind = "agreement"\n', "agreement", ()),
    ],
)
def test_a_kind_that_is_stated_wins(tmp_path: Path, stated: str, kind: str, warnings: tuple[str, ...]) -> None:
    (tmp_path / "haven.md").write_text("# Evaluatie Schone Haven\n", "utf-8")
    table = '[[agreement]]\nfile = "haven.md"\ntitle = "Schone Haven"\ndate = 2031-05-03\n'
    (tmp_path / "corpus.toml").write_text(table + stated, "utf-8")
    manifest = read_manifest(tmp_path)
    assert (manifest.entries[0].kind, manifest.warnings) == (AgreementKind(kind), warnings)


def test_no_kind_of_the_corpus_is_guessed_wrong_but_the_one_that_no_word_tells() -> None:
    entries = read_manifest(CORPUS).entries
    wrong = [entry.id for entry in entries if guess(entry.path).kind is not entry.kind]
    assert [next(e.kind for e in entries if e.id == one) for one in wrong] == [AgreementKind.SPECIFICATION]
