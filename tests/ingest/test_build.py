"""The build as a whole: what a folder gives, and that a folder at fault leaves what is served as it was."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.build import Progress, build
from ingest.encoding import PACKAGED, load_encoder
from ingest.errors import InputError
from ingest.index import FOLDER, Index
from ingest.language import load_pipeline
from ingest.publish import current
from ingest.understand.classifier import load_classifier
from ontology.namespaces import PROV, SCHEMA

AGREEMENT = """Samenwerkingsovereenkomst Veerdienst Noord

Artikel 1 Taken
1. De Stichting Veer onderhoudt de veerponten.
2. De gemeente Oeverlo betaalt jaarlijks vóór 1 maart een bijdrage van € 40.000.
3. De stuurgroep stelt het vaarplan vast in consensus.
"""
MANIFEST = """[[agreement]]
file = "veer.txt"
title = "Samenwerkingsovereenkomst Veerdienst Noord"
date = 2031-03-01
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "veer.txt").write_text(AGREEMENT, encoding="utf-8")
    (folder / "corpus.toml").write_text(MANIFEST, encoding="utf-8")
    return folder


def test_a_generation_names_the_version_of_each_model_that_made_it(corpus: Path, tmp_path: Path) -> None:
    generation = build(corpus, tmp_path / "data").generation
    version = load_pipeline().meta["version"]
    classifier, encoder = load_classifier().version, load_encoder().name
    assert generation.manifest.models == {"language": version, "classifier": classifier, "embedding": encoder}
    with generation.open() as store:
        query = "SELECT ?said { ?run prov:used ?model . ?model schema:name 'language' ; schema:softwareVersion ?said }"
        said = store.select(f"PREFIX prov: <{PROV}> PREFIX schema: <{SCHEMA}> {query}").records()
    assert said == [{"said": version}]


def test_a_folder_becomes_a_served_generation(corpus: Path, tmp_path: Path) -> None:
    steps: list[Progress] = []
    report = build(corpus, tmp_path / "data", steps.append)
    assert current(tmp_path / "data").id == report.generation.id
    assert report.counts["agreements"] == 1
    assert report.counts["statements"] >= 3
    stages = ["names", "statements", "comparing"]
    assert [(step.stage, step.done, step.total) for step in steps] == [(stage, 1, 1) for stage in stages]
    assert report.generation.read("texts/veer.txt").decode() == AGREEMENT


def test_a_folder_without_a_manifest_is_read_with_a_warning(corpus: Path, tmp_path: Path) -> None:
    (corpus / "corpus.toml").unlink()
    report = build(corpus, tmp_path / "data")
    assert report.counts["agreements"] == 1
    assert report.warnings


FAULTS: dict[str, Callable[[Path], object]] = {
    "missing file": lambda folder: (folder / "veer.txt").unlink(),
    "wrong hash": lambda folder: (folder / "corpus.toml").write_text(MANIFEST + f'sha256 = "{"0" * 64}"\n'),
    "double id": lambda folder: (folder / "corpus.toml").write_text(MANIFEST + MANIFEST),
    "broken manifest": lambda folder: (folder / "corpus.toml").write_text("[[agreement]\n"),
    "empty file": lambda folder: (folder / "veer.txt").write_bytes(b" \n\n"),
    "binary file": lambda folder: (folder / "veer.txt").write_bytes(bytes(range(256)) * 20),
    "no folder": shutil.rmtree,
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_one_clear_line_and_what_was_served_goes_on_being_served(
    fault: str, corpus: Path, tmp_path: Path
) -> None:
    served = build(corpus, tmp_path / "data").generation
    FAULTS[fault](corpus)
    with pytest.raises(InputError) as raised:
        build(corpus, tmp_path / "data")
    assert str(raised.value)
    assert "\n" not in str(raised.value)
    assert raised.value.advice
    assert current(tmp_path / "data").id == served.id
    assert list((tmp_path / "data" / "generations").iterdir()) == [served.folder]


def test_what_was_built_can_be_searched_with_the_model_that_the_manifest_names(corpus: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    built = [build(corpus, data).generation for _ in range(2)]
    assert [one.manifest.models["embedding"] for one in built] == [load_encoder(PACKAGED).name] * 2
    vector = load_encoder().encode(["Which yearly contribution does the municipality pay?"])[0]
    best = [Index.open(one.path(FOLDER)).dense(vector, 1)[0] for one in built]
    assert best[0].text == best[1].text
    assert best[0].text.startswith("De gemeente Oeverlo betaalt jaarlijks")
    assert best[0].statement is not None
