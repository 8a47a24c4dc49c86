"""Copies of treebank sentences that are written the way agreements write.

News ends in a full stop and capitalises names alone. List items of an agreement open with a marker, end in a semicolon
or in nothing and may start in lower case; defined terms ("Partijen", "Opdrachtgever") are common nouns with a capital,
and apostrophes are curled.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ingest.language.training.sentences import ROOT, Sentence, Token

MARKERS = ("•", "-", "–", "○", "1.", "2.", "a.", "b.", "c)", "(1)", "(3)", "a)")
SHORTEST = 4


def in_agreement_dress(sentences: Iterable[Sentence], share: float, seed: int) -> Iterator[Sentence]:
    """Yield a copy of a `share` of the sentences, with the marks of an agreement's list item put on by chance."""
    chance = random.Random(seed)
    for sentence in sentences:
        if len(sentence.tokens) >= SHORTEST and sentence.tagged and chance.random() < share:
            tokens = tuple(_rewritten(_without_end(sentence.tokens, chance), chance))
            marked = _with_marker(tokens, chance.choice(MARKERS)) if chance.random() < 0.35 else tokens
            yield Sentence(f"{sentence.source}#dressed", marked)


def _without_end(tokens: tuple[Token, ...], chance: random.Random) -> tuple[Token, ...]:
    """Drop the full stop or make it a semicolon; a stop that other words hang on stays."""
    *words, last = tokens
    if last.form != "." or last.upos != "PUNCT" or any(token.head == len(tokens) for token in words):
        return tokens
    ending = chance.choice([None, None, ";", "."])
    return tuple(words) if ending is None else (*words, replace(last, form=ending, lemma=ending))


def _rewritten(tokens: tuple[Token, ...], chance: random.Random) -> Iterator[Token]:
    """Change capitals and apostrophes."""
    lower_first, capitals = chance.random() < 0.4, chance.random() < 0.7
    for number, token in enumerate(tokens):
        form = token.form.replace("'", "’") if len(token.form) > 1 else token.form
        if number == 0 and lower_first and token.upos not in {"PROPN", "X", "SYM"}:
            form = form[0].lower() + form[1:]
        elif number > 0 and capitals and token.upos == "NOUN" and chance.random() < 0.3:
            form = form[0].upper() + form[1:]
        yield replace(token, form=form)


def _with_marker(tokens: tuple[Token, ...], marker: str) -> tuple[Token, ...]:
    """Put a list marker before the sentence, as a mark that hangs on its root."""
    shifted = tuple(replace(token, head=token.head + 1 if token.head else token.head) for token in tokens)
    root = next((number for number, token in enumerate(shifted, 2) if token.head == ROOT), None)
    return (Token(marker, marker, "LET", "PUNCT", "", root, "punct" if root else None), *shifted)
