"""The pages about vocabulary and questions say what the files say."""

from __future__ import annotations

from pathlib import Path

import pytest

from ontology.docs import main, questions_page, vocabulary_page
from ontology.queries import queries

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize(("name", "page"), [("vocabulary.md", vocabulary_page), ("questions.md", questions_page)])
def test_page_is_up_to_date(name: str, page: object) -> None:
    assert callable(page)
    assert (DOCS / name).read_text("utf-8") == page(), "run python -m ontology.docs"


def test_pages_name_terms_codes_and_questions() -> None:
    vocabulary, questions = vocabulary_page(), questions_page()
    assert "| `ag:Duty` | verplichting · duty |" in vocabulary
    assert "| `ag:bearer` |" in vocabulary
    assert "ag:Statement → ag:Actor" in vocabulary
    assert "| consulted | `ag:part-consulted` |" in vocabulary
    assert all(f"| `{name}` |" in questions for name in queries())


def test_main_writes_both_pages(tmp_path: Path) -> None:
    main(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"vocabulary.md", "questions.md"}
