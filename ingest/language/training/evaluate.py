"""Measures a pipeline on annotated sentences, with the treebank's own words; punctuation does not count."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Token as DocToken

from ingest.language.training.lemmas import written_lemma
from ingest.language.training.sentences import ROOT, Sentence, Token

WATCHED = ("nsubj", "nsubj:pass", "obj", "obl:agent", "aux:pass", "aux", "compound:prt", "mark", "case", "cop", "conj")
Pairs = list[tuple[DocToken, Token]]


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares of words in per cent; `relations` holds the F1 score of each watched relation with its head;
    `words_per_second` counts processor time."""

    scores: dict[str, float]
    relations: dict[str, float]
    sentences: int
    words: int
    words_per_second: int


def evaluate(nlp: Language, sentences: Sequence[Sentence]) -> Figures:
    """Run a parsing pipeline over the words of the sentences and compare."""
    docs = [Doc(nlp.vocab, words=list(sentence.forms)) for sentence in sentences]
    start = time.process_time()
    docs = list(nlp.pipe(docs))
    seconds = time.process_time() - start
    read: Pairs = [
        pair for doc, sentence in zip(docs, sentences, strict=True) for pair in zip(doc, sentence.tokens, strict=True)
    ]
    pairs = [(found, gold) for found, gold in read if gold.upos != "PUNCT"]
    scores = {
        "UPOS": _share(found.pos_ == gold.upos for found, gold in pairs),
        "CGN": _share(found.tag_ == gold.tag for found, gold in pairs),
        "features": _share(str(found.morph) == gold.features for found, gold in pairs),
        "lemma": _share(_same_lemma(found, gold) for found, gold in pairs),
        "UAS": _share(_head(found) == gold.head for found, gold in pairs),
        "LAS": _share(_right(found, gold) for found, gold in pairs),
    }
    relations = {name: _f1(pairs, name) for name in WATCHED}
    return Figures(scores, relations, len(sentences), len(pairs), round(len(read) / seconds))


def _share(right: Iterable[bool]) -> float:
    outcomes = list(right)
    return round(100 * sum(outcomes) / len(outcomes), 2)


def _f1(pairs: Pairs, name: str) -> float:
    """Give the F1 score of a relation: found with the right head, against all found and all in the treebank."""
    right = sum(gold.relation == name and _right(found, gold) for found, gold in pairs)
    asked = sum(gold.relation == name for _, gold in pairs) + sum(_relation(found) == name for found, _ in pairs)
    return round(200 * right / asked, 1) if asked else 0.0


def _head(found: DocToken) -> int:
    return ROOT if found.head.i == found.i else found.head.i + 1


def _relation(found: DocToken) -> str:
    return "root" if found.dep_ == "ROOT" else found.dep_


def _right(found: DocToken, gold: Token) -> bool:
    return _head(found) == gold.head and _relation(found) == gold.relation


def _same_lemma(found: DocToken, gold: Token) -> bool:
    """Compare with the treebank's lemma as it is written; verbs with the particle that stands apart."""
    lemma, tag = gold.lemma or "", gold.tag or ""
    if tag.startswith("WW"):
        return found.lemma_ == lemma.replace("_", "")
    return found.lemma_ == written_lemma(lemma, gold.form, tag)
