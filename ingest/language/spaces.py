"""Hides runs of white space from the networks, which were trained on words alone, and brings them back behind them.

spaCy keeps a line break, a tab or a second blank as a token of its own, so a document holds its text to the letter.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

KEPT = "words with their white space"


@Language.component("fold_spaces")
def fold_spaces(doc: Doc) -> Doc:
    """Give the document without its tokens of white space, or the document itself if it has none or nothing else."""
    words = [token for token in doc if not token.is_space]
    if not words or len(words) == len(doc):
        return doc
    folded = Doc(doc.vocab, words=[token.text for token in words])
    folded.user_data[KEPT] = [(token.text, bool(token.whitespace_), token.is_space) for token in doc]
    return folded


@Language.component("unfold_spaces")
def unfold_spaces(doc: Doc) -> Doc:
    """Give the document with the white space that `fold_spaces` took out; each run hangs on the word before it."""
    kept: list[tuple[str, bool, bool]] | None = doc.user_data.get(KEPT)
    if kept is None:
        return doc
    place = [i for i, (_, _, space) in enumerate(kept) if not space]
    word_before: list[int] = []
    for _, _, space in kept:
        word_before.append(len(word_before) if not space else (word_before[-1] if word_before else place[0]))
    tokens = iter(doc)
    rows = [None if space else next(tokens) for _, _, space in kept]
    return Doc(
        doc.vocab,
        words=[text for text, _, _ in kept],
        spaces=[blank for _, blank, _ in kept],
        tags=[token.tag_ if token else "_SP" for token in rows],
        pos=[token.pos_ if token else "SPACE" for token in rows],
        morphs=[str(token.morph) if token else "" for token in rows],
        lemmas=[token.lemma_ if token else text for token, (text, _, _) in zip(rows, kept, strict=True)],
        heads=[place[token.head.i] if token else before for token, before in zip(rows, word_before, strict=True)],
        deps=[token.dep_ if token else "dep" for token in rows],
    )
