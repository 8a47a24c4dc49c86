"""Splits the text of agreements into words: spaCy's rules for Dutch with the additions of `tokenizer.toml`."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import DummyTokenizer, compile_infix_regex, compile_prefix_regex, compile_suffix_regex, registry

from ingest.packaged import read_toml

Search = Callable[[str], re.Match[str] | None]


class AgreementTokenizer(DummyTokenizer):
    """spaCy's tokeniser, and one word for the list marker that a text may open with."""

    def __init__(self, words: Tokenizer, marker: re.Pattern[str]) -> None:
        self.words = words
        self.marker = marker

    def __call__(self, text: str) -> Doc:
        """Split `text`; the document's text is `text` to the letter."""
        doc: Doc = self.words(text)
        marker = self.marker.match(text)
        span = doc.char_span(marker.start(1), marker.end(1)) if marker else None
        if span is not None and len(span) > 1:
            with doc.retokenize() as retokenizer:
                retokenizer.merge(span)
        return doc


def make_agreement_tokenizer() -> Callable[[Language], AgreementTokenizer]:
    """Give the function that builds the tokeniser of a pipeline, as spaCy's configuration asks."""
    return agreement_tokenizer


def agreement_tokenizer(nlp: Language) -> AgreementTokenizer:
    """Build the tokeniser for `nlp`, whose language defaults give prefixes, suffixes, infixes and exceptions."""
    rules = _rules()
    defaults = nlp.Defaults
    exceptions: dict[str, Any] = dict(defaults.tokenizer_exceptions or {})
    for word in rules["abbreviations"]:
        for form in (word, word[0].upper() + word[1:]):
            exceptions[form] = [{"ORTH": form}]
    joined = "|".join(rules["joined"])
    words = Tokenizer(
        nlp.vocab,
        rules=exceptions,
        prefix_search=_unless(re.compile(joined).match, compile_prefix_regex(defaults.prefixes or ()).search),
        suffix_search=compile_suffix_regex(defaults.suffixes or ()).search,
        infix_finditer=compile_infix_regex(defaults.infixes or ()).finditer,
        token_match=re.compile("|".join([*rules["whole"], joined])).fullmatch,
        url_match=defaults.url_match,
    )
    return AgreementTokenizer(words, re.compile(rf"\s*({'|'.join(rules['markers'])})(?=\s)"))


def _unless(holds_back: Search, search: Search) -> Search:
    """Search, but not in a piece of text that begins with a word which keeps its bracket."""
    return lambda text: None if holds_back(text) else search(text)


def _rules() -> dict[str, Any]:
    return read_toml(__package__, "tokenizer.toml")


registry.tokenizers.register("agreement_tokenizer", func=make_agreement_tokenizer)
