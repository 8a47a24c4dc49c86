"""Sentences cut into self-standing clauses: where a new subject with its own verb begins."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ingest.understand.analysis import Analysed, Token
from ingest.understand.grammar import grammar
from ingest.understand.norms.syntax import inside_subordinate, main_verb

_LEAST = 4
_NOMINAL = frozenset({"NOUN", "PROPN", "X", "SYM"})
_BEFORE_NOUN = frozenset({"DET", "ADJ", "NUM"})
_LONGEST_SUBJECT = 14


def clauses(sentence: Analysed) -> list[Analysed]:
    """The clauses of a sentence, in order; most sentences are one clause.

    A clause begins after a semicolon, a comma or "en" when what stands there is a subject of its own followed by its
    finite verb, and what stands before it has a verb too. Verbs with a shared subject stay together.
    """
    tokens, cuts, last = sentence.tokens, [0], 0
    for index in range(1, len(tokens) - 2):
        if tokens[index].text not in (";", ",") and tokens[index].text.lower() != "en":
            continue
        first = index + 1
        if tokens[index].text != "en" and tokens[first].text.lower() in grammar().joins:
            first += 1
        if first - last < _LEAST or len(tokens) - first < _LEAST:
            continue
        if tokens[index].text.lower() == "en" and not _announced(tokens[first]):
            continue
        if inside_subordinate(tokens[last:index]) or _same_subject(tokens, last, first):
            continue
        left = tokens[last:index]
        if (
            main_verb(left) is not None
            and not _subordinate_only(left)
            and _begins_clause(tokens, first, tokens[index].text)
        ):
            last = index + 1 if tokens[index].text in (";", ",") else index
            cuts.append(last)
    cuts.append(len(tokens))
    return [sentence.part(a, b) for a, b in pairwise(cuts)]


def _same_subject(tokens: Sequence[Token], one: int, other: int) -> bool:
    """Whether both clauses begin with the same noun phrase: then one subject simply has two verbs."""
    ends = subject_end(tokens, one), subject_end(tokens, other)
    return None not in ends and _nouns(tokens[one : ends[0]]) == _nouns(tokens[other : ends[1]])


def _nouns(tokens: Sequence[Token]) -> list[str]:
    return [token.lemma for token in tokens if token.pos in _NOMINAL or token.pos == "ADJ"]


def _announced(token: Token) -> bool:
    """Whether a noun phrase visibly begins here: a bare noun after "en" more likely ends an enumeration."""
    return token.pos == "DET" or token.pos == "PROPN" or token.text[:1].isupper()


def _begins_clause(tokens: Sequence[Token], first: int, mark: str) -> bool:
    verb = subject_end(tokens, first)
    if verb is None or verb >= len(tokens) or tokens[verb].form != "fin":
        goes_on = _points_back(tokens, first) or main_verb(tokens[first:]) is not None
        return mark == ";" and not _relative(tokens[first]) and goes_on
    return not _relative(tokens[first])


def _points_back(tokens: Sequence[Token], first: int) -> bool:
    """An adverb or pronoun with its finite verb right after it: "dat is nodig omdat"."""
    return first + 1 < len(tokens) and tokens[first].pos in ("ADV", "PRON") and tokens[first + 1].form == "fin"


def _relative(token: Token) -> bool:
    return token.relative or token.text.lower() == "welke"


def subject_end(tokens: Sequence[Token], first: int) -> int | None:
    """The position just after the noun phrase that begins at ``first``; None when none begins there."""
    index, nouns, last = first, 0, min(len(tokens), first + _LONGEST_SUBJECT)
    if first >= len(tokens) or tokens[first].relative:
        return None
    if tokens[first].pos == "PRON" and tokens[first].text.lower() not in ("er", "die", "dat", "wat", "wie"):
        return first + 1
    while index < last:
        token = tokens[index]
        if token.pos in _BEFORE_NOUN and (
            index == first or tokens[index - 1].pos not in _NOMINAL or _names(tokens, index)
        ):
            index += 1
        elif token.pos in _NOMINAL:
            nouns, index = nouns + 1, index + 1
        elif _continues(tokens, index, last, nouns):
            index += 1
        else:
            break
    return index if nouns and index > first else None


def _continues(tokens: Sequence[Token], index: int, last: int, nouns: int) -> bool:
    """Whether a preposition, "en" or a bracket carries the noun phrase on."""
    token = tokens[index]
    if token.pos == "ADP":
        return nouns > 0 and tokens[index - 1].pos in _NOMINAL
    if token.pos == "CCONJ":
        return nouns > 0 and index + 1 < last and tokens[index + 1].pos in _NOMINAL | _BEFORE_NOUN
    return token.text in ("(", ")", "-", "’", "'", "/")


def _names(tokens: Sequence[Token], index: int) -> bool:
    return (
        tokens[index - 1].pos in ("ADP", "CCONJ", "SYM") or tokens[index - 1].text == "(" or tokens[index].pos == "NUM"
    )


def _subordinate_only(tokens: Sequence[Token]) -> bool:
    """Whether all verbs so far belong to a clause that a conjunction opens: the main clause is still to come."""
    finite = [i for i, token in enumerate(tokens) if token.form == "fin"]
    return bool(tokens) and tokens[0].pos == "SCONJ" and len(finite) <= 1
