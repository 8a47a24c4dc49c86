"""What a clause asks to be done, as a verb phrase without its subject."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.understand.analysis import Analysed, Token
from ingest.understand.grammar import grammar
from ingest.understand.norms.syntax import main_verb

_ENDS_PHRASE = frozenset({"PUNCT", "CCONJ", "ADP", "SCONJ"})


def action_of(clause: Analysed, subject: tuple[int, int] | None) -> str:
    """The action in infinitive form where the clause has a finite main verb, else the clause as it stands.

    ``subject`` is the character range of the subject in the clause, which is left out. "De raad stelt jaarlijks het
    plan vast" gives "jaarlijks het plan vaststellen".
    """
    tokens, verb = clause.tokens, main_verb(clause.tokens)
    if verb is None or subject is None:
        return clause.text.rstrip(" .;:,")
    left_out = {verb} | {i for i, t in enumerate(tokens) if subject[0] <= t.start < subject[1]}
    left_out |= _determiners(tokens, subject[0])
    infinitive = ""
    if tokens[verb].lemma not in grammar().auxiliaries:
        infinitive = tokens[verb].lemma
        left_out |= _particle(tokens, verb)
    body = _joined([token for index, token in enumerate(tokens) if index not in left_out])
    return f"{body} {infinitive}".strip()


def _determiners(tokens: Sequence[Token], start: int) -> set[int]:
    return {i for i, token in enumerate(tokens) if token.end <= start and token.pos in ("DET", "PUNCT")}


def _particle(tokens: Sequence[Token], verb: int) -> set[int]:
    """The position of the part that the verb has left later in its phrase: "vast" of "stelt … vast"."""
    for index in range(verb + 1, len(tokens)):
        word = tokens[index].text.lower()
        ends = index + 1 == len(tokens) or tokens[index + 1].pos in _ENDS_PHRASE
        if ends and word in grammar().particles and tokens[verb].lemma.startswith(word):
            return {index}
    return set()


def _joined(tokens: Sequence[Token]) -> str:
    words: list[str] = []
    for token, before in zip(tokens, [None, *tokens], strict=False):
        apart = before is not None and before.end < token.start
        words.append((" " if apart else "") + token.text)
    return "".join(words).strip(" .;:,")
