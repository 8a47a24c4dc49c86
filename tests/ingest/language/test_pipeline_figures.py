import json
import os
import re
from pathlib import Path

import pytest
from spacy.util import load_config

from ingest.language import MODEL_DIRECTORY, load_pipeline
from ingest.language.training.evaluate import evaluate
from ingest.language.training.prepare import TEST
from ingest.language.training.sentences import read_conllu
from ingest.language.training.train import CONFIG

ROOT = Path(__file__).parents[3]
SHARED = Path(os.environ.get("AFSPRAKEN_SHARED", ROOT.parent / "shared"))
REPORT = json.loads((MODEL_DIRECTORY / "evaluation.json").read_text(encoding="utf-8"))
CARD = (MODEL_DIRECTORY.parent / "MODEL_CARD.md").read_text(encoding="utf-8")


def test_model_card_shows_the_figures_of_the_report() -> None:
    rows = dict(re.findall(r"^\| ([A-Za-z:]+) \| ([\d.]+) \|", CARD, flags=re.MULTILINE))
    shown = {name: float(value) for name, value in rows.items()}
    assert shown == REPORT["scores"] | REPORT["relations"]
    assert f"{REPORT['sentences']} sentences" in CARD
    assert f"{REPORT['words']:,} words" in CARD


def test_recipe_package_and_model_card_give_one_version() -> None:
    version = load_config(CONFIG)["meta"]["version"]
    assert load_pipeline().meta["version"] == version
    assert f"Version {version}, " in CARD
    assert version != "0.0.0"


def test_report_meets_what_the_product_asks() -> None:
    scores = REPORT["scores"]
    assert scores["UPOS"] >= 95
    assert scores["UAS"] >= 86
    assert scores["LAS"] >= 80
    assert REPORT["words_per_second"] >= 8000


def test_model_fits_the_package() -> None:
    assert sum(path.stat().st_size for path in MODEL_DIRECTORY.rglob("*") if path.is_file()) < 25_000_000


@pytest.mark.skipif(not (SHARED / "data" / TEST).exists(), reason="the treebanks in the shared folder are absent")
def test_packaged_pipeline_gives_the_figures_of_the_report() -> None:
    found = evaluate(load_pipeline(), list(read_conllu(SHARED / "data" / TEST)))
    assert found.scores == pytest.approx(REPORT["scores"], abs=0.1)
    assert found.relations == pytest.approx(REPORT["relations"], abs=0.5)
