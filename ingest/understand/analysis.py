"""Sentences with their grammar: the words as the Dutch pipeline tags them, in plain values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import spacy.tokens
from spacy.tokens import Doc

from ingest.language import load_pipeline
from ingest.model.text import MappedText
from ingest.understand.finite import after_subordinate, finite_verb, infinitives


class Token(NamedTuple):
    """A word at ``text[start:end]`` of its sentence; ``head`` is the position of the word it depends on (its own for a
    root, -1 when that lies outside the part) and ``dep`` the relation of Universal Dependencies.

    ``form`` is ``fin``, ``inf``, ``part`` or empty; ``past`` tells tense, ``plural`` number where the form shows it;
    ``lemma`` is lower case without marks of compounding; ``pos`` is the part of speech of Universal Dependencies.
    """

    text: str
    start: int
    end: int
    lemma: str
    pos: str
    form: str
    past: bool
    plural: bool
    relative: bool
    dep: str
    head: int


@dataclass(frozen=True, slots=True)
class Analysed:
    """A sentence, or a part of one, with its tokens; token positions count in ``mapped.text``."""

    mapped: MappedText
    tokens: tuple[Token, ...]

    @property
    def text(self) -> str:
        """The repaired words."""
        return self.mapped.text

    def part(self, first: int, last: int) -> Analysed:
        """The part from token ``first`` up to, not including, token ``last``."""
        if first == 0 and last == len(self.tokens):
            return self
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        moved = tuple(
            t._replace(start=t.start - start, end=t.end - start, head=_within(t.head - first, last - first))
            for t in self.tokens[first:last]
        )
        return Analysed(MappedText(self.mapped.text[start:end], self.mapped.offsets[start:end]), moved)


def _within(position: int, length: int) -> int:
    return position if 0 <= position < length else -1


_FORMS = {"Fin": "fin", "Inf": "inf", "Part": "part"}


def analyse(sentences: Iterable[MappedText]) -> Iterator[Analysed]:
    """Each sentence with its tokens, in the order given; sentences are tagged in batches."""
    pipeline = load_pipeline()
    pairs = ((sentence.text, sentence) for sentence in sentences)
    for doc, sentence in pipeline.pipe(pairs, as_tuples=True, batch_size=128):
        yield Analysed(sentence, _tokens(doc))


def _tokens(doc: Doc) -> tuple[Token, ...]:
    tokens = _as_tagged(doc)
    words, tags = [token.text for token in tokens], [token.pos for token in tokens]
    forms = [token.form for token in tokens]
    missed = finite_verb(words, [token.lemma for token in tokens], tags, forms)
    missed = after_subordinate(words, tags, forms) if missed is None else missed
    if missed is None:
        return tokens
    verb = tokens[missed]
    plural = verb.form == "inf" or verb.text.endswith("en")
    lemma = infinitives().get(verb.text, verb.lemma)
    found = verb._replace(form="fin", pos="VERB", past=False, plural=plural, lemma=lemma)
    return (*tokens[:missed], found, *tokens[missed + 1 :])


def _as_tagged(doc: Doc) -> tuple[Token, ...]:
    return tuple(_token(token) for token in doc)


def _token(token: spacy.tokens.Token) -> Token:
    pos, form, past, plural, relative = _features(token.pos_, token.tag_, str(token.morph))
    return Token(
        text=token.text,
        start=token.idx,
        end=token.idx + len(token),
        lemma=token.lemma_.lower().replace("_", ""),
        pos=pos,
        form=form,
        past=past,
        plural=plural,
        relative=relative,
        dep=token.dep_,
        head=token.head.i,
    )


@lru_cache(maxsize=4096)
def _features(pos: str, tag: str, morph: str) -> tuple[str, str, bool, bool, bool]:
    """Part of speech, form, past, plural and relative as the tags tell; a participle before a noun is an adjective."""
    features = {name: values.split(",") for name, _, values in (part.partition("=") for part in morph.split("|"))}
    attributive = "prenom" in tag and pos == "VERB"
    return (
        "ADJ" if attributive else pos,
        "" if attributive else _FORMS.get(features.get("VerbForm", [""])[0], ""),
        "Past" in features.get("Tense", ()),
        "Plur" in features.get("Number", ()),
        "Rel" in features.get("PronType", ()),
    )
