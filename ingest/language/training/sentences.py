"""Annotated sentences, and the CoNLL-U files of Universal Dependencies that hold them."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = 0


@dataclass(frozen=True, slots=True)
class Token:
    """One word with its annotation; `None` where the source does not say.

    `head` counts from 1 within the sentence, 0 is the root. `tag` is a CGN tag with its parts joined by `|`.
    """

    form: str
    lemma: str | None = None
    tag: str | None = None
    upos: str | None = None
    features: str | None = None
    head: int | None = None
    relation: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a treebank; `source` names the file or the UD identifier it was read from."""

    source: str
    tokens: tuple[Token, ...]

    @property
    def forms(self) -> tuple[str, ...]:
        """The words as printed."""
        return tuple(token.form for token in self.tokens)

    @property
    def parsed(self) -> bool:
        """True if every token has a head."""
        return all(token.head is not None for token in self.tokens)

    @property
    def tagged(self) -> bool:
        """True if every token has a CGN tag and a part of speech."""
        return all(token.tag is not None and token.upos is not None for token in self.tokens)


def read_conllu(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a gzipped CoNLL-U file; multiword ranges and empty nodes are left out."""
    source, tokens = "", list[Token]()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# sent_id ="):
                source = line.split("=", 1)[1].strip()
            elif not line.strip():
                if tokens:
                    yield Sentence(source, tuple(tokens))
                tokens = []
            elif line.split("\t", 1)[0].isdigit():
                tokens.append(_token(line.rstrip("\n").split("\t")))
    if tokens:
        yield Sentence(source, tuple(tokens))


def _token(columns: list[str]) -> Token:
    _, form, lemma, upos, tag, features, head, relation, _, _ = columns
    kept = [pair for pair in features.split("|") if pair != "_" and not pair.startswith("ExtPos=")]
    return Token(form, lemma, tag, upos, "|".join(kept), int(head), relation)


def without(sentences: Iterable[Sentence], unseen: Iterable[Sentence]) -> Iterator[Sentence]:
    """Yield the sentences whose words do not stand, in the same order, in one of the `unseen` sentences."""
    known = {sentence.forms for sentence in unseen}
    return (sentence for sentence in sentences if sentence.forms not in known)
