"""Names made comparable: the words of a text with a key that plural, case, hyphen and spacing do not change."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+(?:['’](?=[^\W_])[^\W_]+)*|&")
_POSSESSIVE = re.compile(r"['’](?:s|en)?$")
_DOUBLE_VOWEL = re.compile(r"([aeou])\1")
_GOES_ON = re.compile(r"-(?!generaal)[a-zà-ÿ]")
_PLURAL_CONSONANTS = str.maketrans({"v": "f", "z": "s"})


class Word(NamedTuple):
    """A word at ``text[start:end]``; ``key`` is equal for its singular and plural, with or without a capital."""

    text: str
    start: int
    end: int
    key: str


@lru_cache(maxsize=65536)
def word_key(word: str) -> str:
    """The comparable form of one word: no accents, no possessive, no inflection; an abbreviation only loses its case.

    Light Dutch stemming in the manner of Kraaij and Pohlmann (1994), cut down to nouns and adjectives: plural
    ``-s`` and ``-en``, ``-heden`` to ``-heid``, adjectival ``-e``, double vowels and final devoicing levelled.
    """
    plain = _plain(word)
    stem = plain.lower()
    if plain.isupper() and len(plain) <= 6:
        return stem
    if stem.endswith("heden"):
        stem = stem[:-5] + "heid"
    elif stem.endswith("leden"):
        stem = stem[:-5] + "lid"
    elif stem.endswith("en") and not stem.endswith("een") and len(stem) > 4:
        stem = stem[:-2]
    else:
        stem = _without_s(stem)
    if stem.endswith("e") and len(stem) > 4:
        stem = stem[:-1]
    stem = _DOUBLE_VOWEL.sub(r"\1", stem)
    stem = re.sub(r"([bcdfgklmnprst])\1$", r"\1", stem)
    return _without_s(stem[:-1] + stem[-1].translate(_PLURAL_CONSONANTS))


def _plain(word: str) -> str:
    """``word`` without accents and possessive."""
    bare = re.sub(r"['’]", "", _POSSESSIVE.sub("", word.replace("’", "'")))
    return unicodedata.normalize("NFKD", bare).encode("ascii", "ignore").decode() or bare.lower()


def _without_s(stem: str) -> str:
    """``stem`` without the -s of a plural ("koepels", "bureaus") or adjective ("dagelijks"); "basis" keeps its own."""
    ending = stem.endswith("s") and len(stem) > 4 and (stem[-2] not in "siu" or stem.endswith("eaus"))
    return stem[:-1] if ending else stem


def words(text: str) -> list[Word]:
    """The words of ``text`` in order. A hyphen or slash parts words; an apostrophe inside a word does not.

    The first part of "regie-organisatie" has the form that it has in "regieorganisatie".
    """
    return list(_words(text))


def first_word(text: str) -> str:
    """The word that ``text`` opens with; empty where it has none."""
    found = _WORD.search(text)
    return found.group() if found is not None else ""


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[Word, ...]:
    return tuple(
        Word(
            m.group(),
            m.start(),
            m.end(),
            _DOUBLE_VOWEL.sub(r"\1", _plain(m.group()).lower())
            if text.startswith("-", m.end()) and _GOES_ON.match(text, m.end())
            else word_key(m.group()),
        )
        for m in _WORD.finditer(text)
    )


def name_key(name: str) -> str:
    """One key for a whole name: "Technische Beheer Organisatie" and "technische beheerorganisaties" share it."""
    return "".join(word.key for word in words(name))


def slug(name: str) -> str:
    """A readable identifier: lower-case ASCII words joined by hyphens."""
    plain = unicodedata.normalize("NFKD", name.replace("’", "'")).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain.replace("'", "")))
