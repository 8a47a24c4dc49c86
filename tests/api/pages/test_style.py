"""The words and the looks of the pages."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

PAGES = Path(__file__).parents[3] / "api" / "pages"
STYLE = (PAGES / "style.css").read_text(encoding="utf-8")
TEMPLATES = sorted((PAGES / "templates").glob("*.html"))
COLOURS = dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6});", STYLE))


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.1)."""
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio (WCAG 2.1)."""
    light, dark = sorted((luminance(COLOURS[one]), luminance(COLOURS[other])), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("ink", "paper"),
        ("ink", "quiet"),
        ("ink", "mark"),
        ("ink", "doubtful"),
        ("link", "paper"),
        ("link", "quiet"),
        ("link", "doubtful"),
        ("accent", "paper"),
        ("doubt", "paper"),
    ],
)
def test_text_stands_out_from_its_ground(text: str, ground: str) -> None:
    assert contrast(text, ground) >= 4.5


def test_edges_of_fields_and_the_focus_can_be_seen() -> None:
    for edge in ("line", "accent"):
        assert min(contrast(edge, "paper"), contrast(edge, "quiet")) >= 3
    assert re.search(r":focus-visible \{ outline: 3px solid var\(--accent\)", STYLE)


def test_every_colour_is_named_so_that_its_contrast_is_tested() -> None:
    rules = STYLE[STYLE.index("}") :]
    assert re.findall(r"#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(", rules) == []


def test_every_word_is_there_in_both_languages() -> None:
    words = tomllib.loads((PAGES / "words.toml").read_text(encoding="utf-8"))
    assert words["nl"].keys() == words["en"].keys()
    assert all(text.strip() for language in words.values() for text in language.values())
    used = {name for path in TEMPLATES for name in re.findall(r"words\.([a-z_]+)", path.read_text(encoding="utf-8"))}
    assert used <= words["nl"].keys()


@pytest.mark.parametrize("path", [*TEMPLATES, PAGES / "style.css"], ids=lambda path: path.name)
def test_nothing_is_loaded_from_another_host(path: Path) -> None:
    content = path.read_text(encoding="utf-8")
    assert re.findall(r"https?:|//[a-z]|@import|url\(", content) == []
