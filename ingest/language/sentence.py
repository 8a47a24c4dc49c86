"""Keeps every document one sentence with one root: the texts come in already split."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("one_sentence", assigns=["token.is_sent_start"])
def one_sentence(doc: Doc) -> Doc:
    """Tell the parser, which runs behind, that no sentence starts within the document."""
    for token in doc:
        token.is_sent_start = token.i == 0
    return doc


@Language.component("one_root", assigns=["token.dep", "token.head"], requires=["token.dep", "token.head"])
def one_root(doc: Doc) -> Doc:
    """Hang every further root that the parser left on the first one, as UD does with pieces set side by side."""
    roots = [token for token in doc if token.head.i == token.i]
    first = next((token for token in roots if not (token.is_punct or token.is_space)), roots[0] if roots else None)
    for token in roots:
        if first is not None and token.i != first.i:
            token.head = first
            token.dep_ = "punct" if token.is_punct or token.is_space else "parataxis"
    return doc
