"""From Alpino dependency structures to trees of Universal Dependencies."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ingest.language.training.alpino import Node, Tree
from ingest.language.training.cgn import features
from ingest.language.training.gaps import with_heads_in_order
from ingest.language.training.relations import Relations
from ingest.language.training.sentences import ROOT, Sentence, Token
from ingest.language.training.structure import Structure, first_position, is_punctuation, ordered, universal_tag


@dataclass(frozen=True, slots=True)
class Arc:
    """An edge of the UD tree; positions count words from 0, `head` is -1 for the root."""

    head: int
    relation: str


class NoTree(ValueError):
    """The arcs found for a sentence do not make a tree."""


def converted(tree: Tree) -> Sentence:
    """Give the UD tree of an Alpino tree, with tags where the treebank has them.

    Raises:
        NoTree: the arcs do not make a tree.
    """
    structure = Structure(with_heads_in_order(tree.top))
    words = ordered(structure.top.words())
    arcs = dict(_arcs(structure))
    number = {word.begin: i for i, word in enumerate(words)}
    marks = [word for word in words if is_punctuation(word) and word.begin not in arcs]
    if len(number) < len(words):
        raise NoTree("two words at one place")
    main = next((begin for begin, arc in arcs.items() if arc.head < 0), words[0].begin)
    heads = {begin: arc.head for begin, arc in arcs.items()}
    for mark in marks:
        arcs[mark.begin] = Arc(_mark_head(mark.begin, heads, main), "punct") if heads else Arc(-1, "root")
        heads[mark.begin] = arcs[mark.begin].head
    tokens = tuple(_token(word, arcs.get(word.begin), number, structure) for word in words)
    _check(tokens)
    return Sentence(tree.source, tokens)


def converted_treebanks(trees: Iterable[Tree]) -> Iterator[Sentence]:
    """Yield the UD trees of a treebank; a structure that gives no tree is left out, with a line in the log."""
    for tree in trees:
        try:
            yield converted(tree)
        except NoTree as reason:
            logging.getLogger(__name__).warning("%s left out: %s", tree.source, reason)


def _token(word: Node, arc: Arc | None, number: dict[int, int], structure: Structure) -> Token:
    if arc is None:
        raise NoTree(f"no head for {word.form}")
    upos = universal_tag(word, structure) if word.tag else None
    return Token(
        form=word.form or "",
        lemma=word.lemma,
        tag=word.tag,
        upos=upos,
        features=features(word.tag, upos) if word.tag and upos else None,
        head=number[arc.head] + 1 if arc.head >= 0 else ROOT,
        relation="root" if arc.head < 0 else arc.relation,
    )


def _arcs(structure: Structure) -> Iterator[tuple[int, Arc]]:
    """Yield the arc of every word that is no punctuation mark at the top."""
    relations = Relations(structure)
    top = structure.top
    main = _main_phrase(structure)
    for phrase in top.descendants():
        head = structure.head(main) if phrase is top else structure.head(phrase)
        if head is None:
            continue
        if phrase is top:
            yield head.begin, Arc(-1, "root")
        for child in phrase.children:
            word = structure.head(child) if structure.stands_here(child) else None
            if word is None or word is head or (phrase is top and is_punctuation(child)):
                continue
            target = _target(structure, child, phrase, head)
            if target is not word:
                yield word.begin, Arc(target.begin, relations.of(child))


def _main_phrase(structure: Structure) -> Node:
    """Choose the phrase at the top that holds the root: a phrase before a word, a word before a mark."""
    children = ordered(structure.top.children)
    return min(children, key=lambda child: (child.category is None, is_punctuation(child)))


def _target(structure: Structure, child: Node, phrase: Node, head: Node) -> Node:
    """Give the word that `child` hangs on: a coordinator on the conjunct after it, all else on the phrase's head."""
    if child.relation != "crd":
        return head
    conjuncts = ordered(other for other in phrase.children if other.relation == "cnj")
    later = [other for other in conjuncts if first_position(other) > child.begin]
    words = (structure.head(other) for other in [*later, *reversed(conjuncts)])
    return next((word for word in words if word is not None), head)


def _mark_head(begin: int, heads: dict[int, int], main: int) -> int:
    """Hang a mark on the highest word to its left or right that it can reach without crossing an arc."""
    left = _highest(max((i for i in heads if i < begin), default=-1), heads, range(begin))
    right = _highest(min((i for i in heads if i > begin), default=-1), heads, range(begin + 1, max(heads) + 1))
    if right >= 0 and 0 <= heads[right] < begin:
        return right
    if left >= 0:
        return left
    return right if right >= 0 else main


def _highest(start: int, heads: dict[int, int], within: range) -> int:
    """Climb from a word to its head as long as the head lies `within` one side."""
    place = start
    for _ in heads:
        if place < 0 or heads[place] not in within:
            break
        place = heads[place]
    return place


def _check(tokens: tuple[Token, ...]) -> None:
    """Refuse what is no tree: not one root, or a cycle."""
    heads = [token.head or 0 for token in tokens]
    if heads.count(ROOT) != 1:
        raise NoTree(f"{heads.count(ROOT)} roots")
    for start in range(1, len(heads) + 1):
        place, steps = start, 0
        while place != ROOT:
            place, steps = heads[place - 1], steps + 1
            if steps > len(heads):
                raise NoTree("a cycle")
