"""What a clause asks to be done, as a verb phrase without its subject and its time."""

from __future__ import annotations

from ingest.understand.analysis import Analysed
from ingest.understand.norms.syntax import main_verb

_AUXILIARIES = frozenset(
    {"moeten", "dienen", "zullen", "kunnen", "mogen", "willen", "hebben", "zijn", "worden", "hoeven", "behoren"}
)
_PARTICLES = frozenset("aan af bij in mee na om op over plaats terug toe uit vast voor".split())


def action_of(clause: Analysed, subject: tuple[int, int] | None, time: tuple[int, int] | None) -> str:
    """The action in infinitive form where the clause has a finite main verb, else the clause as it stands.

    ``subject`` and ``time`` are character ranges in the clause to leave out. "De raad stelt jaarlijks het plan vast"
    gives "het plan vaststellen".
    """
    tokens = clause.tokens
    verb = main_verb(tokens)
    if verb is None or subject is None:
        return clause.text.rstrip(" .;:,")
    skipped = [subject] + ([time] if time else [])
    left_out = {verb} | {i for i, t in enumerate(tokens) if any(a <= t.start < b for a, b in skipped)}
    left_out |= {i for i in range(_first_in(tokens, subject)) if tokens[i].pos in ("DET", "PUNCT")}
    tail = ""
    if tokens[verb].lemma not in _AUXILIARIES:
        particle = next(
            (i for i in range(len(tokens) - 1, verb, -1) if tokens[i].text.lower() in _PARTICLES and _final(tokens, i)),
            None,
        )
        left_out |= {particle} if particle is not None else set()
        tail = (tokens[particle].text.lower() if particle is not None else "") + tokens[verb].lemma
    words = []
    for index, token in enumerate(tokens):
        if index in left_out:
            continue
        space = index > 0 and tokens[index - 1].end < token.start and words
        words.append((" " if space else "") + token.text)
    body = "".join(words).strip(" .;:,")
    return f"{body} {tail}".strip()


def _first_in(tokens: tuple[object, ...], subject: tuple[int, int]) -> int:
    return next((i for i, t in enumerate(tokens) if t.start >= subject[0]), 0)  # type: ignore[attr-defined]


def _final(tokens: tuple[object, ...], index: int) -> bool:
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    return following is None or following.pos in ("PUNCT", "CCONJ", "ADP", "SCONJ")  # type: ignore[attr-defined]
