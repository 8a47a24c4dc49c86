"""The page on SPARQL tells what the service does."""

import re
from pathlib import Path

from api.errors import MEANINGS
from api.settings import Settings
from api.sparql.formats import ROW_TYPES, TRIPLE_TYPES
from api.sparql.routes import ANNOUNCED

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "sparql.md").read_text(encoding="utf-8")


def test_every_setting_stands_there_with_its_default_and_meaning():
    rows = re.findall(r"^\| `(\w+)` \| (.+?) \| (.+) \|$", PAGE, re.MULTILINE)
    expected = [
        (name, f"`{field.default}`" if field.default not in (None, ()) else "none", field.description)
        for name, field in Settings.model_fields.items()
    ]
    assert rows == expected


def test_every_header_and_format_stands_there():
    assert {name for name in (*ANNOUNCED, *ROW_TYPES, *TRIPLE_TYPES) if f"`{name}`" not in PAGE} == set()


def test_the_problems_that_stand_there_are_those_of_the_service():
    told = re.findall(r"^\| (\d{3}) \| `/problems/([\w-]+)`", PAGE, re.MULTILINE)
    meanings = {(str(int(meaning.status)), meaning.kind) for meaning in MEANINGS.values()}
    assert told
    assert set(told) <= meanings
