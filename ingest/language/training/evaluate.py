"""Measures a pipeline on annotated sentences, with the treebank's own words; punctuation does not count."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Token as DocToken

from ingest.language.training.lemmas import written_lemma
from ingest.language.training.sentences import Sentence, Token


def evaluate(nlp: Language, sentences: Sequence[Sentence]) -> dict[str, float]:
    """Give the share of words right per annotation, in per cent, the number of words and the words read per second."""
    docs = [Doc(nlp.vocab, words=list(sentence.forms)) for sentence in sentences]
    start = time.perf_counter()
    docs = list(nlp.pipe(docs))
    seconds = time.perf_counter() - start
    pairs = [
        pair for doc, sentence in zip(docs, sentences, strict=True) for pair in zip(doc, sentence.tokens, strict=True)
    ]
    words = [(found, gold) for found, gold in pairs if gold.upos != "PUNCT"]
    figures = {
        "UPOS": _share(found.pos_ == gold.upos for found, gold in words),
        "CGN": _share(found.tag_ == gold.tag for found, gold in words),
        "features": _share(str(found.morph) == gold.features for found, gold in words),
        "lemma": _share(_same_lemma(found, gold) for found, gold in words),
    }
    if nlp.has_pipe("parser"):
        attached = [(found, gold) for found, gold in words if _head(found) == gold.head]
        figures["UAS"] = round(100 * len(attached) / len(words), 2)
        figures["LAS"] = round(100 * sum(_relation(found) == gold.relation for found, gold in attached) / len(words), 2)
    return figures | {"words": len(words), "words_per_second": round(len(pairs) / seconds)}


def _share(right: Iterable[bool]) -> float:
    outcomes = list(right)
    return round(100 * sum(outcomes) / len(outcomes), 2)


def _head(found: DocToken) -> int:
    return 0 if found.head.i == found.i else found.head.i + 1


def _relation(found: DocToken) -> str:
    return "root" if found.dep_ == "ROOT" else found.dep_


def _same_lemma(found: DocToken, gold: Token) -> bool:
    lemma, tag = gold.lemma or "", gold.tag or ""
    whole_verb = lemma.replace("_", "") if tag.startswith("WW") else None
    return found.lemma_ == (whole_verb or written_lemma(lemma, gold.form, tag))
