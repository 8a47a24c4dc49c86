"""The finite verb of a sentence in which the tagger saw none, by the forms and places that Dutch gives it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from ingest.packaged import read_toml
from ingest.understand.grammar import grammar

_SUBJECTS = frozenset({"NOUN", "PROPN", "PRON"})
_GOVERNS_INFINITIVE = frozenset({"te", "het", "om", "van", "bij", "door", "voor", "en", "of"})
_BEFORE_SUBJECT = frozenset({"DET", "PROPN", "PRON"})
_LEAST = 4


@cache
def infinitives() -> dict[str, str]:
    """The infinitive of finite forms of verbs of acting, in one word each, as far as they are listed with it."""
    raw = read_toml("ingest.understand", "data/acting.toml")
    forms = [form for form in (*raw["verbs"], *raw["states"]) if " " not in form]
    return {form: following if following.endswith("en") else form for form, following in pairwise(forms)}


@cache
def finite_forms() -> frozenset[str]:
    """The forms of verbs of acting that are listed, with those of modals."""
    return frozenset(infinitives()) | frozenset(read_toml("ingest.understand", "data/acting.toml")["modals"])


def after_subordinate(words: Sequence[str], tags: Sequence[str], forms: Sequence[str]) -> int | None:
    """Position of a known finite form that the tagger missed where the main verb must stand: between the verb that ends
    a subordinate clause, or what opens a clause behind a semicolon, and its own subject ("waarin dit niet voorziet
    beslist de raad", "…; ten slotte beslist de raad"); None where there is none.
    """
    known = infinitives()
    for index in range(3, len(words) - 1):
        if forms[index] in ("fin", "inf") or words[index] not in known:
            continue
        comma = words[index - 1] == ","
        alone = comma and tags[index] != "NOUN" and "fin" not in forms[index:]
        closed = forms[index - 2 if comma else index - 1] == "fin"
        inverted = tags[index + 1] in _BEFORE_SUBJECT
        if (closed and (alone or inverted)) or (inverted and _only_verb_since_semicolon(words, forms, index)):
            return index
    return None


def _only_verb_since_semicolon(words: Sequence[str], forms: Sequence[str], index: int) -> bool:
    """Whether a semicolon begins the clause of the word at ``index``, and no finite verb stands in it."""
    first = next((i for i in range(index - 1, 0, -1) if words[i] == ";"), None)
    return first is not None and "fin" not in forms[first:]


def finite_verb(words: Sequence[str], lemmas: Sequence[str], tags: Sequence[str], forms: Sequence[str]) -> int | None:
    """Position of the word that must be the finite verb of a whole sentence without one, or None.

    ``words`` are its words with punctuation, ``lemmas``, parts of speech (``tags``) and verb ``forms`` (``fin``,
    ``inf``, ``part`` or empty) belong to them one by one. A sentence that opens with a capital and ends in a full
    stop is whole, one that opens with an infinitive never; after the colon of a label only the surer forms count. An
    auxiliary goes before a known form of a verb of acting, and that before a plural that looks like an infinitive
    after its subject.
    """
    if len(words) <= _LEAST or "fin" in forms or forms[0] == "inf":
        return None
    whole, labelled = words[-1] == "." and words[0][:1].isupper(), words[-1] in ".;" and ":" in words
    if not whole and not labelled:
        return None
    free = [i for i in range(1, len(words)) if words[i - 1].lower() not in _GOVERNS_INFINITIVE]
    auxiliary = (i for i in free if forms[i] == "inf" and lemmas[i] in grammar().auxiliaries)
    known = (i for i in free if forms[i] != "inf" and words[i] in infinitives() and tags[i - 1] in _SUBJECTS)
    plural = (i for i in free if forms[i] == "inf" and tags[i - 1] in _SUBJECTS and words[i + 1] not in ".;")
    sure = next(auxiliary, None) or next(known, None)
    return sure or (next(plural, None) if whole else None)
