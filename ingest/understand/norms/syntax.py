"""Where a Dutch clause has its main verb, and what stands before a name."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.understand.analysis import Token
from ingest.understand.grammar import grammar

_NOUNS = frozenset({"NOUN", "PROPN", "X"})
_INSIDE_PHRASE = frozenset({"DET", "ADJ", "NUM"})
_PAST = ("te", "de")
_OPENING = frozenset({"SCONJ", "ADV", "PRON"})


def opens_subordinate(tokens: Sequence[Token], index: int) -> bool:
    """Whether the token begins a subordinate or relative clause."""
    token, words = tokens[index], grammar()
    word = token.text.lower()
    if word in words.samples and _counts_off(tokens, index):
        return False
    if word in words.openers or (word == "zover" and index > 0 and tokens[index - 1].text.lower() == "voor"):
        return True
    if token.relative or (token.pos == "SCONJ" and word not in words.not_openers):
        return True
    if word in ("die", "dat") and index > 0 and token.pos == "PRON":
        after_noun = tokens[index - 1].pos in _NOUNS and not inside_subordinate(tokens[:index])
        return after_noun or tokens[index - 1].text == ","
    return word in words.subordinators and token.pos in _OPENING


def _counts_off(tokens: Sequence[Token], index: int) -> bool:
    """Whether "waaronder" gives samples up to a comma, and brings no clause."""
    for token in tokens[index + 1 :]:
        if token.text in (",", ";", ":") or token.form == "fin":
            return token.form != "fin"
    return True


def main_verb(tokens: Sequence[Token]) -> int | None:
    """Position of the finite verb of the main clause; None when there is none.

    A plural form that opens the clause is an infinitive ("Kunnen inzien van gegevens"), but for a modal whose
    infinitive closes it. A subordinate clause runs from its opening word to its own finite verb, and over any further
    one joined to it.
    """
    if tokens and tokens[0].form == "fin":
        after = next((i for i in range(2, len(tokens) - 1) if _then(tokens, i)), None)
        if after is not None:
            return after
    waiting = 0
    for index, token in enumerate(tokens):
        if opens_subordinate(tokens, index):
            waiting += 1
        elif token.form == "fin" and not (index == 0 and token.plural and not _modal_ahead(tokens)):
            if waiting == 0:
                return index
            waiting -= 1
            if _joined_verb(tokens, index):
                waiting += 1
    return None


def is_imperative(tokens: Sequence[Token]) -> bool:
    """Whether the sentence opens with an imperative: "Leg de taken vast", "Overweeg een ander overleg".

    A noun without an article right before an article is an imperative that the tagger did not know.
    """
    if len(tokens) < 3 or tokens[-1].text == "?":
        return False
    verb, first, second = main_verb(tokens), tokens[0], tokens[1]
    if first.pos not in _NOUNS or first.plural:
        return verb == 0 and not first.plural and not first.text.endswith(_PAST)
    known, asked = first.text.lower() in grammar().imperatives, second.text.lower() in grammar().questions
    article = tokens[2] if second.pos == "ADV" else second
    return (verb is None and (known or article.pos == "DET")) or (known and asked)


def _modal_ahead(tokens: Sequence[Token]) -> bool:
    """Whether a modal opens the clause and its infinitive closes it: "mogen onderling materieel uitlenen"."""
    rest = [token for token in tokens[2:] if token.pos != "PUNCT"]
    return tokens[0].lemma in grammar().modals and bool(rest) and rest[-1].form == "inf"


def _then(tokens: Sequence[Token], index: int) -> bool:
    """Whether "dan" brings the main verb at ``index`` after a condition that opened with its own verb.

    After a comma and "dan" the verb is one whatever the tagger makes of it.
    """
    return tokens[index - 1].text.lower() == "dan" and (tokens[index].form == "fin" or tokens[index - 2].text == ",")


def consequence(tokens: Sequence[Token]) -> int:
    """Where in the clause what follows from a condition begins that opened with its own verb ("Kan dat niet, dan …").

    0 where the clause has no such condition.
    """
    verb = main_verb(tokens)
    conditional = bool(tokens) and tokens[0].form == "fin" and verb is not None and verb > 1 and _then(tokens, verb)
    return tokens[verb - 1].start if conditional and verb is not None else 0


def _joined_verb(tokens: Sequence[Token], index: int) -> bool:
    """Whether after this subordinate verb "en" brings another verb to the same clause before any comma."""
    for position in range(index + 1, min(index + 14, len(tokens))):
        if tokens[position].text in (",", ";", ":") or opens_subordinate(tokens, position):
            return False
        if tokens[position].text.lower() in ("en", "of"):
            rest = tokens[position + 1 : position + 14]
            joined = any(t.form == "fin" for t in rest[1:]) and not (rest and rest[0].form == "fin") and _no_comma(rest)
            return joined and not _inverted(rest)
    return False


def _inverted(tokens: Sequence[Token]) -> bool:
    """Whether the first finite verb has a pronoun as its subject right behind it: then a main clause goes on."""
    verb = next(i for i, token in enumerate(tokens) if token.form == "fin")
    return any(t.pos == "PRON" and t.dep.startswith("nsubj") for t in tokens[verb + 1 : verb + 2])


def _no_comma(tokens: Sequence[Token]) -> bool:
    for token in tokens:
        if token.form == "fin":
            return True
        if token.text in (",", ";"):
            return False
    return False


def inside_subordinate(tokens: Sequence[Token]) -> bool:
    """Whether a subordinate clause is still open at the end of ``tokens``: its verb has yet to come."""
    waiting = 0
    for index, token in enumerate(tokens):
        if opens_subordinate(tokens, index):
            waiting += 1
        elif token.form == "fin" and waiting:
            waiting -= 1
    return waiting > 0


def main_tokens(tokens: Sequence[Token]) -> list[Token]:
    """The tokens of the main clause: without subordinate clauses and the verbs that end them."""
    kept, waiting, closing = [], 0, False
    for index, token in enumerate(tokens):
        if opens_subordinate(tokens, index):
            waiting, closing = waiting + 1, False
        elif waiting:
            if token.form == "fin":
                waiting -= 1
                closing = waiting == 0
            elif token.text in (",", ";") and not any(t.form == "fin" for t in tokens[index:]):
                waiting = 0
        elif closing and token.form in ("inf", "part"):
            continue
        else:
            closing = closing and token.text not in (",", ";", "en")
            kept.append(token)
    return kept


def is_passive(tokens: Sequence[Token], verb: int | None) -> bool:
    """Whether the main clause, whose finite verb stands at ``verb``, is passive: "worden" with a participle.

    Without a finite main verb any such form in the clause counts.
    """
    if not any(t.form == "part" for t in tokens):
        return False
    if verb is None:
        return any(t.lemma == "worden" and t.form for t in tokens)
    if tokens[verb].lemma == "worden":
        return True
    if tokens[verb].lemma not in grammar().modals:
        return False
    for index in range(verb + 1, len(tokens)):
        if opens_subordinate(tokens, index):
            return False
        if tokens[index].lemma == "worden" and tokens[index].form == "inf":
            return True
    return False


def preposition_before(tokens: Sequence[Token], first: int) -> str | None:
    """The preposition that governs the noun phrase whose name begins at token ``first``, in lower case; else None."""
    index = first - 1
    while index >= 0 and _inside_phrase(tokens, index):
        index -= 1
    if index >= 0 and (tokens[index].pos == "ADP" or tokens[index].text.lower() in ("per", "namens", "jegens")):
        return tokens[index].text.lower()
    return None


def _inside_phrase(tokens: Sequence[Token], index: int) -> bool:
    token = tokens[index]
    describes = token.pos == "ADV" and tokens[index + 1].pos == "ADJ"
    return token.pos in _INSIDE_PHRASE or describes or token.text in ("(", ")", "-", "–", "“", "‘", "'", "’")
