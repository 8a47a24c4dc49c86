"""Clauses of a letter in the third person, as the rules read them."""

from __future__ import annotations

from functools import cache

from ingest.packaged import read_toml
from ingest.understand.analysis import Analysed

_SPOKEN = frozenset({"ik", "u"})


@cache
def _irregular() -> dict[str, str]:
    forms: dict[str, str] = read_toml("ingest.understand", "data/letters.toml")["third_person"]
    return forms


def in_third_person(clause: Analysed) -> str:
    """The words of a clause with the verbs beside "ik" and "u" as they stand beside a name: "u kunt" is "u kan"."""
    parts, position, tokens = [], 0, clause.tokens
    for index, token in enumerate(tokens):
        beside = {t.text.lower() for t in (*tokens[max(0, index - 1) : index], *tokens[index + 1 : index + 2])}
        if token.form == "fin" and beside & _SPOKEN:
            word = token.text.lower()
            plain = word if token.plural or word.endswith("t") else word + "t"
            parts += [clause.text[position : token.start], _irregular().get(word, plain)]
            position = token.end
    return "".join([*parts, clause.text[position:]])
