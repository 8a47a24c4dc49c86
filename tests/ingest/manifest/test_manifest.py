"""The manifest of the corpus is right, and a wrong one is refused with one line that helps."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from ingest.errors import InputError, ManifestError
from ingest.manifest import read_manifest
from ingest.model.actors import ActorType
from ingest.model.agreement import ActorHint, AgreementKind, AgreementStatus, ExternalAgreement
from ingest.read import read_source

CORPUS = Path(__file__).parents[3] / "corpus"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "convenant.txt").write_text("Convenant\n", encoding="utf-8")
    (tmp_path / "bijlage.md").write_text("# Bijlage\n", encoding="utf-8")
    return tmp_path


def listed(folder: Path, manifest: str) -> Path:
    (folder / "corpus.toml").write_text(manifest, encoding="utf-8")
    return folder


CONVENANT = '[[agreement]]\nfile = "convenant.txt"\ntitle = "Convenant"\ndate = 2024-03-01\n'


class TestTheCorpus:
    def test_every_agreement_is_listed_and_is_the_file_that_was_described(self) -> None:
        manifest = read_manifest(CORPUS)
        assert manifest.warnings == ()
        assert [entry.id for entry in manifest.entries] == sorted(path.stem for path in CORPUS.glob("*-*.*"))
        for entry in manifest.entries:
            assert read_source(entry).text
            assert not entry.guessed
            assert entry.origin

    @pytest.mark.parametrize(
        ("id_", "dated", "version", "status", "kind"),
        [
            ("beheerarrangement-dso-lv-2018", "2018-12-11", "1.0", "final", "agreement"),
            ("bijlage-3-beheerovereenkomst-dso-lv", "2018", None, "final", "annex"),
            ("evaluatie-beheer-dso-2022", "2022", "0.99", "concept", "evaluation"),
            ("meerpartijenovereenkomst-dso-lv-2023", "2023-11-09", None, "final", "agreement"),
            ("regie-op-informatievoorziening-drechtsteden-2025", "2025-11-12", "0.9", "draft", "specification"),
        ],
    )
    def test_what_the_documents_say_of_themselves(
        self, id_: str, dated: str, version: str | None, status: str, kind: str
    ) -> None:
        entry = next(entry for entry in read_manifest(CORPUS).entries if entry.id == id_)
        assert (entry.dated, entry.version) == (dated, version)
        assert (entry.status, entry.kind) == (AgreementStatus(status), AgreementKind(kind))

    def test_annex_and_arrangement_belong_to_an_agreement_outside_the_corpus_that_the_evaluation_evaluates(
        self,
    ) -> None:
        manifest = read_manifest(CORPUS)
        (parent,) = manifest.external
        entries = {entry.id: entry for entry in manifest.entries}
        parts = ["beheerarrangement-dso-lv-2018", "bijlage-3-beheerovereenkomst-dso-lv"]
        assert [entries[part].annex_of for part in parts] == [parent.id, parent.id]
        assert entries["evaluatie-beheer-dso-2022"].evaluates == (parent.id, *parts)


class TestAGoodManifest:
    def test_defaults_and_stated_fields(self, folder: Path) -> None:
        digest = sha256(b"# Bijlage\n").hexdigest()
        manifest = read_manifest(
            listed(
                folder,
                CONVENANT + '[[agreement]]\nfile = "bijlage.md"\nid = "b1"\ntitle = "Bijlage 1"\ndate = "2024-03"\n'
                f'kind = "annex"\nstatus = "draft"\nannex_of = "convenant"\nsha256 = "{digest.upper()}"\n',
            )
        )
        convenant, annex = manifest.entries
        assert (convenant.id, convenant.date, convenant.language) == ("convenant", date(2024, 3, 1), "nl")
        assert (convenant.status, convenant.kind) == (AgreementStatus.FINAL, AgreementKind.AGREEMENT)
        assert (annex.id, annex.date, annex.period, annex.annex_of) == ("b1", None, "2024-03", "convenant")
        assert annex.sha256 == digest
        assert manifest.warnings == ()

    def test_names_that_a_person_adds(self, folder: Path) -> None:
        manifest = read_manifest(
            listed(
                folder,
                CONVENANT + '[[actor]]\nlabel = "Regiegroep"\naliases = ["RG", "de regiegroep"]\ntype = "body"\n'
                '[[actor]]\nlabel = "Waterschap Zuid"\n'
                '[[external]]\nid = "raamovereenkomst"\ntitle = "Raamovereenkomst"\ndate = 2020-05-01\n',
            )
        )
        assert manifest.actors == (
            ActorHint("Regiegroep", ("RG", "de regiegroep"), ActorType.BODY),
            ActorHint("Waterschap Zuid"),
        )
        assert manifest.external == (ExternalAgreement("raamovereenkomst", "Raamovereenkomst", "2020-05-01"),)

    def test_a_byte_order_mark_before_the_manifest_is_no_matter(self, folder: Path) -> None:
        (folder / "corpus.toml").write_bytes(b"\xef\xbb\xbf" + CONVENANT.encode())
        assert len(read_manifest(folder).entries) == 1

    def test_files_that_it_does_not_list_are_named(self, folder: Path) -> None:
        (folder / "plan.docx").write_bytes(b"PK")
        (folder / "README.md").write_text("Over deze map", encoding="utf-8")
        assert read_manifest(listed(folder, CONVENANT)).warnings == (
            "bijlage.md is left out: corpus.toml does not list it",
            "plan.docx is left out: files of its type are not read; save it as .txt or .md",
        )

    def test_what_it_does_not_state_is_guessed_with_a_warning(self, folder: Path) -> None:
        manifest = read_manifest(listed(folder, '[[agreement]]\nfile = "bijlage.md"\ndate = 2024-03-01\n'))
        (entry,) = manifest.entries
        assert (entry.title, entry.date, entry.guessed) == ("Bijlage", date(2024, 3, 1), True)
        assert manifest.warnings[0].startswith("bijlage.md: guessed “Bijlage”, 2024-03-01")

    def test_another_language_gives_a_warning(self, folder: Path) -> None:
        (warning,) = read_manifest(listed(folder, CONVENANT + 'language = "de"\n')).warnings[:1]
        assert warning == "convenant.txt: its language is de, but the rules read Dutch"


WRONG = {
    "toml syntax": ("[[agreement]\n", r"corpus\.toml is not valid TOML: .*line 1.*; mend that line"),
    "impossible day": ('[[agreement]]\nfile = "convenant.txt"\ndate = 2024-02-30\n', r"not valid TOML: .*line 3"),
    "no agreements": ("# leeg\n", r"corpus\.toml: table \[\[agreement\]\] is missing; add it"),
    "no file": ('[[agreement]]\ntitle = "X"\n', r"\[\[agreement\]\] 1: field 'file' is missing; add it"),
    "unknown field": (
        CONVENANT + 'titel = "X"\n',
        r"1 \(convenant\.txt\): unknown field 'titel'; did you mean 'title'",
    ),
    "unknown field, nothing near": (CONVENANT + "x9 = 1\n", r"unknown field 'x9'; it may be one of file, id, title"),
    "unknown table": (CONVENANT + "[[actors]]\n", r"unknown table 'actors'; did you mean 'actor'\?"),
    "table for a list of tables": ('[agreement]\nfile = "convenant.txt"\n', r"corpus\.toml: agreement cannot be"),
    "date in words": (
        '[[agreement]]\nfile = "convenant.txt"\ndate = "1 maart 2024"\n',
        r"date: '1 maart 2024' is not a date; write 2024-03-01, or",
    ),
    "date that is none": (
        '[[agreement]]\nfile = "convenant.txt"\ndate = "2024-02-30"\n',
        r"'2024-02-30' is not a date",
    ),
    "date as a number": ('[[agreement]]\nfile = "convenant.txt"\ndate = 2024\n', r"date: 2024 is not a date; write"),
    "moment": (
        '[[agreement]]\nfile = "convenant.txt"\ndate = 2024-03-01T10:00:00\n',
        r"2024-03-01T10:00:00 is not a date",
    ),
    "month thirteen": ('[[agreement]]\nfile = "convenant.txt"\ndate = "2024-13"\n', r"'2024-13' is not a date"),
    "status": (CONVENANT + 'status = "klaar"\n', r"status cannot be 'klaar'; it may be 'final', 'draft' or 'concept'"),
    "version as a number": (CONVENANT + "version = 1.0\n", r"version cannot be 1\.0; input should be a valid string"),
    "empty title": ('[[agreement]]\nfile = "convenant.txt"\ntitle = " "\n', r"title cannot be ' '"),
    "missing file": (
        '[[agreement]]\nfile = "convenat.txt"\n',
        r"convenat\.txt .* not exist; did you mean 'convenant\.txt'",
    ),
    "outside": (
        '[[agreement]]\nfile = "../convenant.txt"\n',
        r"\.\./convenant\.txt in corpus\.toml lies outside the folder",
    ),
    "absolute": ('[[agreement]]\nfile = "/etc/passwd"\n', r"/etc/passwd in corpus\.toml lies outside the folder"),
    "type": (
        '[[agreement]]\nfile = "plan.pdf"\n',
        r"plan\.pdf .* is of a type that is not read; save it as \.txt or \.md",
    ),
    "wrong hash": (
        CONVENANT + f'sha256 = "{"0" * 64}"\n',
        r"convenant\.txt is not the file that corpus\.toml describes",
    ),
    "no hash": (CONVENANT + 'sha256 = "abc"\n', r"sha256 cannot be 'abc'"),
    "double id": (
        CONVENANT + '[[agreement]]\nfile = "bijlage.md"\nid = "convenant"\n',
        r"the id 'convenant' occurs twice; state another id",
    ),
    "double file": (CONVENANT + CONVENANT, r"the agreement 'convenant\.txt' occurs twice; list it once"),
    "id with a slash": (CONVENANT + 'id = "a/b"\n', r"id: 'a/b' cannot be an id; use letters"),
    "annex of nothing": (
        CONVENANT + 'annex_of = "raamwerk"\n',
        r"convenant: annex_of names 'raamwerk', .*\[\[external\]\]",
    ),
    "annex of a typing error": (
        CONVENANT + 'annex_of = "bijlaag"\n[[agreement]]\nfile = "bijlage.md"\n',
        r"annex_of names 'bijlaag', which is not in corpus\.toml; did you mean 'bijlage'\?",
    ),
    "annex of itself": (CONVENANT + 'annex_of = "convenant"\n', r"convenant in corpus\.toml is annex_of itself"),
    "evaluates nothing": (CONVENANT + 'evaluates = ["x"]\n', r"convenant: evaluates names 'x'"),
    "actor type": (
        CONVENANT + '[[actor]]\nlabel = "A"\ntype = "bedrijf"\n',
        r"1 \(A\): type cannot be 'bedrijf'; it may be",
    ),
    "actor name twice": (
        CONVENANT + '[[actor]]\nlabel = "Raad"\n[[actor]]\nlabel = "College"\naliases = ["raad"]\n',
        r"the actor name 'raad' occurs twice; name it once",
    ),
}


@pytest.mark.parametrize(("manifest", "line"), WRONG.values(), ids=WRONG.keys())
def test_a_wrong_manifest_is_refused_with_one_line_that_helps(folder: Path, manifest: str, line: str) -> None:
    with pytest.raises(ManifestError, match=line) as caught:
        read_manifest(listed(folder, manifest))
    assert isinstance(caught.value, InputError)
    assert caught.value.advice
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 400


def test_a_manifest_in_another_encoding_is_refused(folder: Path) -> None:
    (folder / "corpus.toml").write_bytes('[[agreement]]\ntitle = "Coördinatie"\n'.encode("cp1252"))
    with pytest.raises(ManifestError, match=r"corpus\.toml is not in UTF-8 \(byte \d+\); save it in UTF-8"):
        read_manifest(folder)


def test_a_link_that_leads_out_of_the_folder_is_refused(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("elsewhere") / "geheim.txt"
    outside.write_text("Geheim", encoding="utf-8")
    (folder / "link.txt").symlink_to(outside)
    with pytest.raises(ManifestError, match="lies outside the folder"):
        read_manifest(listed(folder, '[[agreement]]\nfile = "link.txt"\n'))


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ManifestError, match=r"there is no folder .*/weg; name the folder"):
        read_manifest(tmp_path / "weg")
