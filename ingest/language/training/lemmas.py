"""Learns the lemmatiser's rules from annotated words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from ingest.language.lemmatizer import LONGEST_ENDING, Edit, LemmaRules, keeps_case, reduced_tag, without_ge
from ingest.language.training.sentences import Sentence

LONGEST_PARTICLE = 8
Votes = dict[str, Counter[str]]


def written_lemma(lemma: str, form: str, tag: str) -> str:
    """Write a treebank lemma the way the word is written: `raad_lid` for "raadsleden" becomes "raadslid".

    The verb of a particle that stands apart ("stelt ... vast", `vast_stellen`) becomes the bare verb; the particle is
    put back by the parse. Lemmas without an underscore are returned as they are.
    """
    *firsts, last = lemma.split("_")
    if not firsts or not last:
        return lemma
    if tag.startswith("WW"):
        return "".join([*firsts, last]) if form.lower().startswith(firsts[0].lower()) else last
    start = form.lower().rfind(last[:3].lower())
    if start < 0:
        start = form.lower().find(last[0].lower(), len("".join(firsts)))
    head = form[:start] if start > 0 else "".join(firsts)
    return (head if lemma[0].isupper() else head[:1].lower() + head[1:]) + last


def learn(sentences: Iterable[Sentence]) -> LemmaRules:
    """Learn exceptions, edits and particles from every word that has a tag and a lemma."""
    votes: dict[str, Votes] = defaultdict(lambda: defaultdict(Counter))
    particles: Counter[str] = Counter()
    for sentence in sentences:
        for token in sentence.tokens:
            if not token.tag or not token.lemma or token.lemma == "_":
                continue
            word = token.form if keeps_case(token.form, token.tag) else token.form.lower()
            votes[reduced_tag(token.tag)][word][written_lemma(token.lemma, token.form, token.tag)] += 1
            if token.tag.startswith("WW") and re.fullmatch(r"[a-zë]+_[a-zë]+", token.lemma):
                particles[token.lemma.split("_")[0]] += 1
    kept = [part for part, count in particles.items() if count > 2 and len(part) <= LONGEST_PARTICLE]
    rules = LemmaRules(particles=tuple(sorted(kept, key=lambda part: (-len(part), part))))
    for kind, words in sorted(votes.items()):
        lemmas = {word: counted.most_common(1)[0][0] for word, counted in words.items()}
        rules.edits[kind] = _edits(lemmas, rules.particles)
        wrong = {word: lemma for word, lemma in sorted(lemmas.items()) if rules.lemma(word, kind) != lemma}
        if wrong:
            rules.exceptions[kind] = wrong
    return rules


def _edit(word: str, lemma: str, particles: tuple[str, ...]) -> Edit | None:
    """Find the edit with the shortest cut that gives the lemma; None if the word's start itself changes."""
    found: list[Edit] = []
    for drop_ge in (False, True):
        stem = without_ge(word, particles) if drop_ge else word
        if stem is None:
            continue
        same = next(
            (i for i, (a, b) in enumerate(zip(stem, lemma, strict=False)) if a != b), min(len(stem), len(lemma))
        )
        if same > 0:
            found.append(Edit(len(stem) - same, lemma[same:], drop_ge))
    return min(found, key=lambda edit: edit.cut, default=None)


def _edits(lemmas: dict[str, str], particles: tuple[str, ...]) -> dict[str, Edit]:
    """Choose the commonest edit of every ending; an ending that says what its shorter one says is left out."""
    counts: dict[str, Counter[Edit]] = defaultdict(Counter)
    for word, lemma in lemmas.items():
        edit = _edit(word, lemma, particles)
        if edit is not None:
            for length in range(min(LONGEST_ENDING, len(word)) + 1):
                counts[word.lower()[len(word) - length :]][edit] += 1
    chosen: dict[str, Edit] = {}
    inherited: dict[str, Edit] = {}
    for ending in sorted(counts, key=lambda text: (len(text), text)):
        edit, votes = min(
            counts[ending].items(), key=lambda item: (-item[1], item[0].cut, item[0].put, item[0].drop_ge)
        )
        above = inherited.get(ending[1:]) if ending else None
        inherited[ending] = edit
        if above is not None and (edit == above or (votes < 2 and len(ending) < 3)):
            inherited[ending] = above
        else:
            chosen[ending] = edit
    return chosen
