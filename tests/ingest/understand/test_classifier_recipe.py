"""The recipe of the classifier, on few enough clauses to watch."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
import torch

from ingest.encoding.weights import CONFIG, FOLDER
from ingest.model.statements import Kind
from ingest.understand.classifier import Passage
from ingest.understand.classifier.network import KINDS, Classifier, Network
from ingest.understand.classifier.training.examples import Example, read_examples, read_passages
from ingest.understand.classifier.training.pack import pack
from ingest.understand.classifier.training.train import (
    Course,
    begin,
    best_temperature,
    blended,
    judged,
    labelled,
    pupils_lessons,
    teach,
)

TEXT = """Artikel 1 Sluis

1. De raad stelt het rooster vast.

2. De beheerder meldt elke storing aan de raad.

3. Het weer was dat jaar zacht.
"""
TERMS = [f"Deze afspraak geldt tot en met {year}." for year in range(2030, 2038)]
SUMS = [f"De bijdrage bedraagt € {amount}.000 per jaar." for amount in range(20, 28)]


@pytest.fixture
def settings() -> dict[str, int | float]:
    found = json.loads((FOLDER / CONFIG).read_text(encoding="utf-8"))
    del found["version"]
    return found


def examples() -> list[Example]:
    terms = [Example("proef", Passage(words), Kind.TERM, 1.0) for words in TERMS]
    return [*terms, *(Example("proef", Passage(words), Kind.AMOUNT, 1.0) for words in SUMS)]


def taught(settings: dict[str, int | float]) -> Network:
    torch.manual_seed(1)
    random.seed(1)
    network = begin(settings, 1)
    teach(network, labelled(examples()), Course(layers=1, epochs=12, batch=8, rate=3e-4), lambda _: None)
    return network


def test_labels_make_examples(tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "proef.txt").write_text(TEXT, encoding="utf-8")
    words = "De raad stelt het rooster vast."
    start = TEXT.index(words)
    last = TEXT.index("De beheerder")
    records = [
        {"document": "proef", "span": [start, start + len(words)], "kind": "power", "sure": True},
        {"document": "proef", "span": [last, last + 44], "kind": "duty", "sure": False},
    ]
    labels = tmp_path / "labels.jsonl"
    labels.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    found = {one.passage.words: (one.kind, one.weight) for one in read_examples(texts, labels)}
    assert found[words] == (Kind.POWER, 1.0)
    assert found["De beheerder meldt elke storing aan de raad."] == (Kind.DUTY, 0.4)
    assert "Het weer was dat jaar zacht." not in found, "it stands behind all that is labelled"
    assert words in {passage.words for passage in read_passages([texts / "proef.txt"])}


def test_a_network_learns_what_is_labelled(settings: dict[str, int | float]) -> None:
    network = taught(settings)
    unseen = [Passage("Deze afspraak geldt tot en met 2040."), Passage("De bijdrage bedraagt € 41.000 per jaar.")]
    _, found = judged(network, unseen)
    assert [KINDS[int(row.argmax())] for row in found] == [Kind.TERM, Kind.AMOUNT]


def test_a_pupil_hears_what_its_teacher_says_and_the_labels(settings: dict[str, int | float]) -> None:
    term = Passage("Deze afspraak geldt tot en met 2041.")
    unlabelled, *both = pupils_lessons(taught(settings), [Example("proef", term, Kind.DUTY, 1.0)], [term])
    assert int(unlabelled.kinds.argmax()) == KINDS.index(Kind.TERM)
    for lesson in both:
        assert lesson.kinds[KINDS.index(Kind.TERM)] > 0.4
        assert lesson.kinds[KINDS.index(Kind.DUTY)] > 0.4
    assert len(both) == 3


def test_two_networks_are_blended_by_the_mean_of_their_weights(settings: dict[str, int | float]) -> None:
    one, other = begin(settings, 1), taught(settings)
    found = blended(begin(settings, 1), one, other)
    bias, least, most = (network.state_dict()["kind.3.bias"] for network in (found, one, other))
    assert torch.allclose(bias, 0.25 * least + 0.75 * most)


def test_what_is_too_sure_of_itself_gets_a_higher_temperature() -> None:
    right, found = examples()[:2], torch.zeros(2, len(KINDS))
    found[0, KINDS.index(Kind.TERM)] = 9.0
    found[1, KINDS.index(Kind.AMOUNT)] = 9.0
    assert best_temperature(found, right) > 2
    assert best_temperature(found[:1], right[:1]) < 1


def test_a_packed_network_gives_the_same_kinds(settings: dict[str, int | float], tmp_path: Path) -> None:
    network = taught(settings)
    pack(network, "0.0.1", 1.0, tmp_path)
    classifier = Classifier(tmp_path)
    passages = [one.passage for one in examples()]
    kinds = [KINDS[int(row.argmax())] for row in judged(network, passages)[1]]
    told = classifier.chances(passages)
    assert [max(chances, key=lambda kind: chances[kind]) for chances in told] == kinds
    assert all(abs(sum(chances.values()) - 1) < 1e-3 for chances in told)
    assert classifier.version == "0.0.1"
