"""Agreements on another subject than any rule was written for, asked in everyday words."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from api.ask import Asked

LABELS = Path(__file__).parents[2] / "labels" / "asked"
AGREEMENTS = LABELS / "agreements"

Ask = Callable[[str], Asked]


@pytest.mark.parametrize(
    ("question", "actors", "value"),
    [
        ("Wie tekent namens de gemeente Laagveen?", {"J. Terpstra"}, None),
        ("Who signs for Hoogveld?", {"A.B. de Wit"}, None),
        ("Wie is voorzitter van de afvalraad?", {"wethouder Milieu"}, None),
        (
            "Who takes part in the archive meeting?",
            {"Archivaris", "hoofd informatiebeheer", "functioneel beheerder"},
            None,
        ),
        ("Who is accountable for the metadata profile?", {"Streekarchief"}, None),
        ("Wie wordt geraadpleegd bij het opstellen van het metadataprofiel?", {"Zorgdrager"}, None),
        ("Aan wie rapporteert de Inzamelaar elk kwartaal?", {"afvalraad"}, None),
        ("Binnen hoeveel werkdagen neemt het archief stukken op?", set(), "binnen tien werkdagen"),
        ("Welk percentage van de kosten van inzameling betaalt Laagveen?", set(), "40%"),
        ("Is the cooperation agreement on waste enforceable in court?", set(), "yes"),
    ],
)
def test_an_answer(asking_others: Ask, question: str, actors: set[str], value: str | None) -> None:
    best = asking_others(question).answers[0]
    assert actors <= {actor.label for actor in best.actors}
    assert value is None or value in (best.value or "")


def read(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_every_label_cites_words_of_its_agreement() -> None:
    folders = (AGREEMENTS, LABELS.parent / "agreements" / "texts", Path(__file__).parents[3] / "corpus")
    files = [path for folder in folders for path in folder.iterdir() if path.suffix != ".toml"]
    texts = {path.stem: path.read_text(encoding="utf-8") for path in files}
    labels = [label for path in sorted(LABELS.glob("*.jsonl")) for label in read(path)]
    assert len(labels) > 400
    assert len({label["id"] for label in labels}) == len(labels)
    for label in labels:
        assert bool(label["evidence"]) is (label["intent"] != "unanswerable")
        for evidence in label["evidence"]:  # type: ignore[attr-defined]
            quote = texts[evidence["document"]][slice(*evidence["span"])]
            assert quote
            assert quote == quote.strip()
