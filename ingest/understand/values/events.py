"""How far the words reach that a relative time hangs on."""

from __future__ import annotations

import re

from ingest.packaged import read_toml

_WORDS = read_toml(__package__, "events.toml")
_DETERMINERS, _LINKS, _FIRST_LINKS, _CLAUSES, _STOPS = (
    frozenset(_WORDS[name]) for name in ("determiners", "links", "first_links", "clauses", "stops")
)
_END = frozenset(",;:()")
_CLOSED = _END | _DETERMINERS | _LINKS | _FIRST_LINKS | _CLAUSES | _STOPS
_ADJECTIVE, _NOUN = re.compile(_WORDS["adjective"]), re.compile(_WORDS["noun"])
_TOKEN = re.compile(r"[^\s,;:()]+|[,;:()]")


def event_end(text: str, start: int) -> int:
    """The end of the phrase that begins at ``start``: nouns with their determiners, adjectives and prepositional
    phrases, and a relative clause up to its comma; ``start`` itself where no phrase begins.

    The reckoning is by closed lists of words and word endings, since the phrase may stand before the verb
    ("na afloop van de termijn beslist het college"), where only the next word's kind tells that it is over.
    """
    words = text[:start].split()
    end, open_phrase, linked = start, True, False
    in_clause = bool(words) and words[-1].lower() in _CLAUSES
    tokens = list(_TOKEN.finditer(text, start))
    for place, token in enumerate(tokens):
        word = token[0].rstrip(".") if token.end() == len(text) else token[0]
        low = word.lower()
        if not word or word in _END:
            break
        if not in_clause:
            if low in _CLAUSES and not (open_phrase and low in _DETERMINERS):
                in_clause = True
            elif low in _LINKS or (low in _FIRST_LINKS and not linked):
                open_phrase, linked = True, True
                continue
            elif low in _FIRST_LINKS:
                break
            elif open_phrase and (low in _DETERMINERS or _is_gerundive(tokens, place)):
                continue
            elif low in _STOPS or not (open_phrase or _continues_name(text, end, word)):
                break
            else:
                open_phrase = _is_adjective(word, tokens[place + 1 :])
                linked = linked or word[0].isdigit()
        end = token.start() + len(word)
    return end


def _is_gerundive(tokens: list[re.Match[str]], place: int) -> bool:
    """Whether the word is part of "te houden" between a determiner and its noun."""
    words = [token[0].lower() for token in tokens[max(0, place - 2) : place + 1]]
    return (words[-1] == "te" and len(words) > 1 and words[-2] in _DETERMINERS) or (
        len(words) == 3 and words[1] == "te" and words[0] in _DETERMINERS
    )


def _continues_name(text: str, end: int, word: str) -> bool:
    """Whether a name of several words goes on: "Wet open overheid", "1 januari 2031"."""
    last = text[:end].split()[-1] if text[:end].strip() else ""
    return word[:1].isdigit() or (word[:1].isupper() and last[:1].isupper()) or last[:1].isdigit()


def _is_adjective(word: str, following: list[re.Match[str]]) -> bool:
    """Whether ``word`` stands before its noun: its ending says so and a word that can be one follows."""
    if word[:1].isupper() or not _ADJECTIVE.search(word) or _NOUN.search(word) or not following:
        return False
    low = following[0][0].lower()
    return low not in _CLOSED
