"""Trains the pipeline's networks with spaCy and puts the pieces together into the packaged model."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import resources
from pathlib import Path

import spacy
import srsly
from spacy.cli.train import train as train_networks
from spacy.language import Language
from spacy.util import load_config

from ingest.language.lemmatizer import EndingLemmatizer
from ingest.language.training.lemmas import learn
from ingest.language.training.sentences import Sentence
from ingest.language.training.vectors import keep_key

CONFIG = Path(str(resources.files(__package__))) / "config.cfg"


def train(work: Path, steps: int) -> None:
    """Train for at most `steps` batches on the files prepared in `work`; `work`/networks keeps the best state."""
    overrides = {
        "paths.train": str(work / "train.spacy"),
        "paths.dev": str(work / "dev.spacy"),
        "paths.vectors": str(work / "vectors"),
        "training.max_steps": steps,
    }
    train_networks(CONFIG, work / "networks", overrides=overrides)


def assemble(work: Path, sentences: Iterable[Sentence]) -> Language:
    """Give the best networks of `work` with a lemmatiser learnt from `sentences` behind them."""
    nlp = spacy.load(work / "networks" / "model-best")
    lemmatizer = nlp.add_pipe("ending_lemmatizer", after="morphologizer")
    if isinstance(lemmatizer, EndingLemmatizer):
        lemmatizer.rules = learn(sentences)
    nlp.add_pipe("fold_spaces", first=True)
    nlp.add_pipe("one_sentence", before="parser")
    nlp.add_pipe("one_root", after="parser")
    nlp.add_pipe("separable_verbs", after="one_root")
    nlp.add_pipe("unfold_spaces", last=True)
    return nlp


def write_pipeline(nlp: Language, folder: Path) -> None:
    """Write a trained pipeline, under the version that its settings give, without the words of its training texts; only
    the names of its labels are needed.
    """
    nlp.meta["version"] = load_config(CONFIG)["meta"]["version"]
    nlp.config["paths"] = dict.fromkeys(nlp.config["paths"])
    nlp.to_disk(folder)
    keep_key(folder)
    labels = {label for name in ("tagger", "morphologizer", "parser") for label in nlp.pipe_labels[name]}
    srsly.write_json(folder / "vocab" / "strings.json", sorted(labels), indent=0)
