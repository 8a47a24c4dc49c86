"""Measures the conversion on sentences that stand both in the Alpino archive and in UD files."""

from __future__ import annotations

from collections.abc import Iterable

from ingest.language.training.sentences import Sentence


def conversion_figures(converted: Iterable[Sentence], universal: Iterable[Sentence]) -> dict[str, float]:
    """Compare converted sentences with the UD sentences of the same words, in per cent; punctuation does not count."""
    gold = {sentence.forms: sentence for sentence in universal}
    both = [(sentence, gold[sentence.forms]) for sentence in converted if sentence.forms in gold]
    pairs = [pair for ours, theirs in both for pair in zip(ours.tokens, theirs.tokens, strict=True)]
    words = [(ours, theirs) for ours, theirs in pairs if theirs.upos != "PUNCT"]
    attached = [(ours, theirs) for ours, theirs in words if ours.head == theirs.head]
    right = {
        "UPOS": sum(ours.upos == theirs.upos for ours, theirs in words),
        "UAS": len(attached),
        "LAS": sum(ours.relation == theirs.relation for ours, theirs in attached),
    }
    shares = {name: round(100 * count / max(len(words), 1), 1) for name, count in right.items()}
    return shares | {"sentences": len(both), "words": len(words)}
