"""The page about the corpus names every field and value, and its example works."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pydantic import BaseModel

from ingest.manifest import read_manifest
from ingest.manifest.schema import ActorTable, AgreementTable, ExternalTable
from ingest.model.actors import ActorType
from ingest.model.agreement import AgreementKind, AgreementStatus

PAGE = (Path(__file__).parents[3] / "docs" / "corpus.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("heading", "table"), [("agreement", AgreementTable), ("external", ExternalTable), ("actor", ActorTable)]
)
def test_every_field_is_explained_and_none_that_is_not_there(heading: str, table: type[BaseModel]) -> None:
    section = PAGE.split(f"### `[[{heading}]]`")[1].split("###")[0]
    rows = re.findall(r"^\| `(\w+)`", section, re.MULTILINE)
    named = rows or re.findall(r"`(\w+)`", section)
    assert set(named) - {member.value for member in ActorType} == set(table.model_fields)


def test_every_value_is_named() -> None:
    values = {member.value for enum in (AgreementKind, AgreementStatus, ActorType) for member in enum}
    assert values <= set(re.findall(r"`(\w+)`", PAGE))


def test_the_example_is_a_manifest(tmp_path: Path) -> None:
    example = PAGE.split("```toml\n")[1].split("```")[0]
    (tmp_path / "corpus.toml").write_text(example, encoding="utf-8")
    for name in re.findall(r'^file = "(.+)"', example, re.MULTILINE):
        (tmp_path / name).write_text("Convenant", encoding="utf-8")
    manifest = read_manifest(tmp_path)
    assert [entry.dated for entry in manifest.entries] == ["2024-03-01", "2024-03"]
    assert manifest.warnings == ()
    assert (len(manifest.external), len(manifest.actors)) == (1, 1)
