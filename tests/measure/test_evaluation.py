"""The figures of the evaluation on a made-up agreement whose outcome is known, and what its page shows."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from browser import FAULTS, page
from evaluate import shared_folder
from figures import as_json, reliability_table, rows, table
from labelled import Names, labels_of, predictions_of, read_names
from reliability import outcomes, reliability
from scoring import Comparison, compare

TEXT = """Artikel 1
De raad van Rozendorp stelt elk jaar de begroting vast.
Het bureau houdt vóór 1 mei 2031 een register <openbaar> bij.
De directeur mag een plaatsvervanger aanwijzen.
De leden delen hun kennis.
De kas wordt goed beheerd.
Dit besluit treedt in werking op 1 juni 2031.
Artikel 2
Slotwoord.
"""
KINDS = ("missed", "extra", "kind", "bearer", "deadline", "right", "unsure")


def span(words: str) -> list[int]:
    start = TEXT.index(words)
    return [start, start + len(words)]


def label(words: str, kind: str, bearer: list[str], *, sure: bool = True, deadline: str | None = None) -> dict:
    return {
        "document": "besluit",
        "section": None,
        "span": span(words),
        "kind": kind,
        "bearer": bearer,
        "deadline": {"value": deadline} if deadline else None,
        "sure": sure,
        "quote": words,
    }


def prediction(words: str, kind: str, bearers: list[str], confidence: float, deadline: str | None = None) -> dict:
    start, end = span(words)
    return {
        "document": "besluit",
        "section": "Artikel 1",
        "start": start,
        "end": end,
        "text": words,
        "kind": kind,
        "bearers": [{"id": name, "label": name} for name in bearers],
        "deadline": {"value": deadline} if deadline else None,
        "confidence": confidence,
        "rules": [f"kind.{kind}-made-up", "bearer.subject"],
    }


LABELS = [
    label("De raad van Rozendorp stelt elk jaar de begroting vast.", "power", ["gemeenteraad"], deadline="P1Y"),
    label("Het bureau houdt vóór 1 mei 2031 een register <openbaar> bij.", "duty", ["bureau"], deadline="2031-05-01"),
    label("De directeur mag een plaatsvervanger aanwijzen.", "permission", ["directeur"]),
    label("De leden delen hun kennis.", "duty", ["leden"], sure=False),
    label("Dit besluit treedt in werking op 1 juni 2031.", "term", [], deadline="2031-06-01"),
]
PREDICTIONS = [
    prediction("De raad van Rozendorp stelt elk jaar de begroting vast", "power", ["De raad"], 0.9, "P1Y"),
    prediction("Het bureau houdt vóór 1 mei 2031 een register <openbaar> bij.", "duty", ["directeur"], 0.8, "2031-05"),
    prediction("De directeur mag een plaatsvervanger aanwijzen.", "power", ["directeur"], 0.7),
    prediction("De leden delen hun kennis.", "role", [], 0.6),
    prediction("leden delen", "duty", ["leden"], 0.95),
    prediction("De kas wordt goed beheerd.", "duty", [], 0.42),
    prediction("Slotwoord.", "duty", [], 0.99),
]
NAMES = Names(within={"besluit": {"raad": "gemeenteraad"}})


@pytest.fixture(scope="module")
def compared() -> Comparison:
    return compare(predictions_of(PREDICTIONS, NAMES), labels_of(LABELS, NAMES))


def test_only_the_labelled_stretch_and_sure_labels_count(compared: Comparison) -> None:
    assert [found.text[:9] for found in compared.predictions] == ["De raad v", "Het burea", "De direct", "De kas wo"]
    assert [found.text[:6] for found in compared.missed] == ["Dit be"]
    assert [found.text[:6] for found in compared.extra] == ["De kas"]


def test_the_figures_are_those_counted_by_hand(compared: Comparison) -> None:
    figures = compared.of(lambda _: True)
    assert (figures.labels, figures.predictions, figures.norms, figures.deadlines) == (4, 4, 3, 3)
    assert (figures.span.precision, figures.span.recall, figures.span.f1) == (0.75, 0.75, 0.75)
    assert (figures.kind.precision, figures.kind.recall) == (0.5, 0.5)
    assert figures.bearer == figures.bearer_overlap == pytest.approx(2 / 3)
    assert (figures.deadline.precision, figures.deadline.recall) == (0.5, pytest.approx(1 / 3))
    assert (figures.who_must_what.precision, figures.who_must_what.recall) == (0.5, pytest.approx(2 / 3))


def test_a_kind_counts_its_own_labels_and_its_own_predictions(compared: Comparison) -> None:
    by_name = {row.name: row.figures for row in rows(compared)}
    assert list(by_name) == ["besluit", "duty", "permission", "power", "term", "all"]
    power, permission = by_name["power"], by_name["permission"]
    assert (power.kind.precision, power.kind.recall) == (0.5, 1.0)
    assert (permission.predictions, permission.span.recall, permission.kind.recall) == (0, 1.0, 0.0)
    assert by_name["besluit"] == by_name["all"]


def test_every_row_of_the_table_has_every_column(compared: Comparison) -> None:
    header, *lines = table(rows(compared)).splitlines()
    assert lines[-1].split()[:4] == ["all", "4", "4", "0.750"]
    assert len({len(line) for line in (header, *lines)}) == 1


def test_confidence_is_held_against_what_is_right(compared: Comparison) -> None:
    found = reliability(outcomes(compared))
    assert outcomes(compared) == [(0.9, True), (0.8, False), (0.7, False), (0.42, False)]
    assert [(group.low, group.number, group.right) for group in found.groups] == [
        (0.4, 1, 0.0),
        (0.7, 1, 0.0),
        (0.8, 1, 0.0),
        (0.9, 1, 1.0),
    ]
    assert found.error == pytest.approx((0.42 + 0.7 + 0.8 + 0.1) / 4)
    assert found.brier == pytest.approx((0.42**2 + 0.7**2 + 0.8**2 + 0.1**2) / 4)
    assert (found.shown.number, found.proposed.number) == (3, 1)
    assert "shown" in reliability_table(found)
    assert json.loads(json.dumps(as_json(rows(compared), found)))["figures"]["all"]["span"]["f1"] == 0.75


def test_confidence_of_one_falls_in_the_last_group_and_nothing_has_no_error() -> None:
    assert reliability([(1.0, True)]).groups[0].low == 0.9
    assert reliability([]).error == 0


def test_names_hold_everywhere_or_in_one_document(tmp_path: Path) -> None:
    path = tmp_path / "names.json"
    path.write_text(json.dumps({"Regiobureau": ["het RB"], "besluit": {"gemeenteraad": ["de raad"]}}))
    names = read_names(path)
    assert names.keys("besluit", ["RB", "De Raad"]) == {"regiobureau", "gemeenteraad"}
    assert names.keys("reglement", ["De Raad"]) == {"raad"}


def test_the_scorer_finds_the_same_figures(compared: Comparison, tmp_path: Path) -> None:
    scorer = shared_folder() / "score" / "score.py"
    if not scorer.exists():
        pytest.skip("the scorer is not at hand (AFSPRAKEN_SHARED or ../shared)")
    aliases, found, labels = (tmp_path / name for name in ("actors.json", "found.jsonl", "labels.jsonl"))
    aliases.write_text(json.dumps({"gemeenteraad": ["raad"]}))
    for path, records in ((found, PREDICTIONS), (labels, LABELS)):
        path.write_text("\n".join(json.dumps(record) for record in records), encoding="utf-8")
    command = [sys.executable, scorer, "statements", found, labels]
    told = subprocess.run(command, env={"ACTORS": str(aliases)}, check=True, capture_output=True, text=True).stdout
    ours = compared.of(lambda _: True)
    rates = [ours.span, ours.kind, ours.deadline]
    numbers = [[rate.precision, rate.recall, rate.f1] for rate in rates]
    numbers = [[4, 4], *numbers[:2], [ours.bearer, ours.bearer_overlap], numbers[2], [ours.who_must_what.f1]]
    for line, expected in zip(told.splitlines(), numbers, strict=True):
        values = [float(number) for number in re.findall(r"(?<= )[\d.]+(?= |$)", line)]
        assert values == pytest.approx(expected, abs=0.001), line


class Page(HTMLParser):
    """The elements of a page, which must close in order, and the words of its marks."""

    VOID = frozenset({"meta", "br"})

    def __init__(self, content: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.marks: list[tuple[str, str]] = []
        self.feed(content)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "mark":
            self.marks.append((self.elements[-1][1].get("class") or "", data))

    def values(self, name: str) -> Iterator[str]:
        return (value for _, attributes in self.elements if (value := attributes.get(name)))


@pytest.fixture(scope="module")
def shown(compared: Comparison) -> Page:
    return Page(page([(compared, {"besluit": TEXT})]))


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        ("right", "De raad van Rozendorp stelt elk jaar de begroting vast."),
        ("bearer", "Het bureau houdt vóór 1 mei 2031 een register <openbaar> bij."),
        ("kind", "De directeur mag een plaatsvervanger aanwijzen."),
        ("unsure", "De leden delen hun kennis."),
        ("extra", "De kas wordt goed beheerd."),
        ("missed", "Dit besluit treedt in werking op 1 juni 2031."),
    ],
)
def test_the_page_marks_each_statement_with_what_is_the_matter(shown: Page, fault: str, words: str) -> None:
    assert (fault, words) in shown.marks


def test_what_is_the_matter_is_told_in_words_beside_the_marks(compared: Comparison) -> None:
    content = page([(compared, {"besluit": TEXT})])
    assert set(FAULTS) == set(KINDS)
    names = re.findall(r'<h4 id="([\w-]+)-title">(.*?)</h4>', content)
    told = {name: re.sub(r"<[^>]+>", "", words) for name, words in names}
    assert told == {
        "d1-1": "✓ goed",
        "d1-2": "¤ andere drager, ◷ andere termijn",
        "d1-3": "≠ andere soort",
        "d1-4": "~ telt niet mee",
        "d1-5": "+ te veel",
        "d1-6": "− gemist",
    }
    card = re.search(r'<article class="case" id="d1-2".*?</article>', content, re.DOTALL)
    assert card is not None
    assert "None" not in content
    for shown in ("bureau", "directeur", "2031-05-01", "2031-05", "Zekerheid 0.80", "kind.duty-made-up", "(verschilt)"):
        assert shown in card.group()


def test_every_link_of_the_page_arrives_within_it(shown: Page) -> None:
    names = list(shown.values("id"))
    assert len(names) == len(set(names))
    assert {link.removeprefix("#") for link in shown.values("href")} <= set(names)
    assert {"d1-missed", "d1-extra", "d1-kind", "d1-bearer", "d1-deadline", "d1-right"} <= set(names)


def test_the_page_stands_alone_and_says_its_language(shown: Page) -> None:
    assert not {"script", "link", "img", "iframe"} & {tag for tag, _ in shown.elements}
    assert ("html", {"lang": "nl"}) in shown.elements
    assert {attributes.get("lang") for tag, attributes in shown.elements if tag == "code"} == {"en"}
