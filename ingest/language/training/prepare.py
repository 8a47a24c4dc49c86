"""From the treebanks to the binary files that spaCy trains on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from ingest.language.training.alpino import read_treebanks
from ingest.language.training.convert import converted_treebanks
from ingest.language.training.dress import in_agreement_dress
from ingest.language.training.lemmas import written_lemma
from ingest.language.training.sentences import ROOT, Sentence, read_conllu, without
from ingest.language.training.vectors import normal_words, plain_lines

ARCHIVE, REGULATIONS = "alpino-treebanks.tar.gz", "laws-nl-3000.tar.gz"
TEST, DEVELOPMENT = "ud/nl_alpino-test.conllu.gz", "ud/nl_alpino-dev.conllu.gz"
UD_TRAINING = ("ud/nl_lassysmall-dev.conllu.gz", "ud/nl_lassysmall-test.conllu.gz")
DRESSED_SHARE = 0.35
UD_TIMES = 2
SEED = 1


@dataclass(frozen=True, slots=True)
class Division:
    """Sentences to learn from, to choose the best state on, and to report figures on; the last are in neither other."""

    training: tuple[Sentence, ...]
    development: tuple[Sentence, ...]
    test: tuple[Sentence, ...]


def divide(data: Path) -> Division:
    """Read the treebanks in the folder `data` and divide them.

    Raises:
        FileNotFoundError: a treebank is missing.
    """
    test, development = tuple(read_conllu(data / TEST)), tuple(read_conllu(data / DEVELOPMENT))
    universal = [sentence for name in UD_TRAINING for sentence in read_conllu(data / name)]
    converted = converted_treebanks(read_treebanks(data / ARCHIVE))
    training = list(without([*universal * UD_TIMES, *converted], [*test, *development]))
    dressed = list(in_agreement_dress(training, DRESSED_SHARE, SEED))
    return Division((*training, *dressed), tuple(without(development, test)), test)


def texts(data: Path, division: Division) -> Iterator[list[str]]:
    """Yield the words of the regulations and of the training sentences, in their normal form."""
    yield from normal_words(plain_lines(data / REGULATIONS))
    yield from normal_words(" ".join(sentence.forms) for sentence in division.training)


def as_doc(sentence: Sentence, vocab: Vocab) -> Doc:
    """Make a spaCy document of a sentence; annotation that one of its words lacks stays unset for all of them."""
    tokens = sentence.tokens
    marks = sentence.tagged
    heads = [i if token.head == ROOT else (token.head or 0) - 1 for i, token in enumerate(tokens)]
    return Doc(
        vocab,
        words=[token.form for token in tokens],
        tags=[token.tag or "" for token in tokens] if marks else None,
        pos=[token.upos or "" for token in tokens] if marks else None,
        morphs=[token.features or "" for token in tokens] if marks else None,
        lemmas=[written_lemma(token.lemma or "", token.form, token.tag or "") for token in tokens] if marks else None,
        heads=heads if sentence.parsed else None,
        deps=[token.relation or "" for token in tokens] if sentence.parsed else None,
    )


def write_docs(sentences: Iterable[Sentence], path: Path) -> int:
    """Write sentences that are tagged or parsed as a spaCy file; gives their number."""
    vocab = Vocab()
    docs = DocBin(docs=_usable(sentences, vocab))
    docs.to_disk(path)
    return len(docs)


def _usable(sentences: Iterable[Sentence], vocab: Vocab) -> Iterator[Doc]:
    return (as_doc(sentence, vocab) for sentence in sentences if sentence.tagged or sentence.parsed)
