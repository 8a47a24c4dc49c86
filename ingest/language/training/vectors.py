"""Word vectors from plain text: how often words stand near each other, weighed and reduced.

Counts of neighbours within two words to either side, left and right apart, become positive pointwise mutual information
and are reduced by a truncated singular value decomposition (O. Levy, Y. Goldberg and I. Dagan, "Improving
distributional similarity with lessons learned from word embeddings", TACL 2015). They give the networks a notion of
words that the treebanks lack, above all the words of law and administration.
"""

from __future__ import annotations

import re
import tarfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
import srsly
from scipy.sparse import coo_array, csr_array
from scipy.sparse.linalg import svds
from spacy.attrs import NORM
from spacy.vectors import Vectors

from ingest.language.pipeline import blank_pipeline

WINDOW = 2
CONTEXTS = 8000
ROWS, WIDTH = 30000, 80
SMOOTHING = 0.75


def plain_lines(archive: Path) -> Iterator[str]:
    """Yield the lines of the Markdown files in a gzipped tar archive, without links, markers of headings and tables."""
    with tarfile.open(archive, "r:gz") as files:
        for member in files:
            content = files.extractfile(member) if member.isfile() else None
            if content is not None:
                for line in content.read().decode("utf-8", errors="replace").splitlines():
                    text = re.sub(r"\]\([^)]*\)|[\[\]*#|_<>]", " ", line).strip()
                    if len(text) > 20 and not text.startswith("meta "):
                        yield re.sub(r"\s+", " ", text)


def normal_words(lines: Iterable[str]) -> Iterator[list[str]]:
    """Yield the words of each line as the networks see them: in their normal form."""
    nlp = blank_pipeline()
    for line in lines:
        yield [token.norm_ for token in nlp.make_doc(line)]


def write_vectors(texts: Iterable[list[str]], folder: Path) -> None:
    """Learn vectors from texts and write them to `folder` as a spaCy vocabulary, found by a word's normal form."""
    nlp = blank_pipeline()
    vocabulary, table = learn_vectors(list(texts), rows=ROWS, width=WIDTH)
    nlp.vocab.vectors = Vectors(strings=nlp.vocab.strings, data=table, keys=vocabulary, name="law", attr="NORM")
    nlp.to_disk(folder)
    keep_key(folder)


def keep_key(folder: Path) -> None:
    """Say in a written pipeline that vectors are found by normal form, which spaCy reads but does not write itself."""
    srsly.write_json(folder / "vocab" / "vectors.cfg", {"mode": "default", "attr": NORM})


def learn_vectors(texts: list[list[str]], *, rows: int, width: int) -> tuple[list[str], np.ndarray]:
    """Give the `rows` commonest words and a vector of `width` numbers for each."""
    counts = Counter(word for words in texts for word in words)
    vocabulary = [word for word, _ in counts.most_common(rows)]
    number = {word: i for i, word in enumerate(vocabulary)}
    table = _weighed(_counted(texts, number))
    left, values, _ = svds(table, k=width, random_state=1)
    vectors = left * np.sqrt(values)
    return vocabulary, (vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-8)).astype("float32")


def _counted(texts: list[list[str]], number: dict[str, int]) -> csr_array:
    """Count, for every word, the common words at each place around it."""
    places = [place for place in range(-WINDOW, WINDOW + 1) if place]
    ids = np.fromiter((number.get(word, -1) for words in texts for word in [*words, *[""] * WINDOW]), dtype=np.int64)
    shape = (len(number), len(places) * CONTEXTS)
    table = csr_array(shape, dtype=np.float64)
    for i, place in enumerate(places):
        words, contexts = (ids[-place:], ids[:place]) if place < 0 else (ids[:-place], ids[place:])
        kept = (words >= 0) & (contexts >= 0) & (contexts < CONTEXTS)
        cells = (words[kept], contexts[kept] + i * CONTEXTS)
        table = table + coo_array((np.ones(kept.sum()), cells), shape=shape).tocsr()
    return table


def _weighed(table: csr_array) -> csr_array:
    """Turn counts into positive pointwise mutual information, the contexts' shares smoothed."""
    cells = table.tocoo()
    of_word, of_context = np.asarray(table.sum(axis=1)).ravel(), np.asarray(table.sum(axis=0)).ravel() ** SMOOTHING
    row, column = cells.coords
    chance = of_word[row] * (of_context / of_context.sum())[column]
    information = np.maximum(np.log(cells.data / chance), 0)
    weighed = coo_array((information, (row, column)), shape=table.shape).tocsr()
    weighed.eliminate_zeros()
    return weighed
