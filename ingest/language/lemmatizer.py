"""Lemmas from a word's tag and ending: a spaCy component whose rules are learnt from treebanks.

Dutch builds participles inside the word ("vastgesteld" from "vaststellen") and compounds without end
("beheerorganisaties"), so a table of words or an edit of fixed shape does not carry over to new words. Here the longest
known ending of a word decides, within the words of its tag: what to take off, what to put on, and whether "ge" goes
out, at the start or behind a verb's particle.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import srsly
from spacy.language import Language
from spacy.tokens import Doc

LONGEST_ENDING = 9
WITHOUT_DIAERESIS = str.maketrans("ëïöü", "eiou")


@dataclass(frozen=True, slots=True)
class Edit:
    """How a word becomes its lemma: `cut` letters off the end, `put` on, after "ge" went out if `drop_ge`."""

    cut: int
    put: str
    drop_ge: bool = False


@dataclass(slots=True)
class LemmaRules:
    """What was learnt: exceptions by tag and word, edits by tag and ending, and the particles of separable verbs."""

    exceptions: dict[str, dict[str, str]] = field(default_factory=dict)
    edits: dict[str, dict[str, Edit]] = field(default_factory=dict)
    particles: tuple[str, ...] = ()

    def lemma(self, form: str, tag: str) -> str:
        """Give the lemma of a word with a CGN tag; names and abbreviations keep their capitals."""
        straight = form.replace("’", "'")
        kind, word = reduced_tag(tag), straight if keeps_case(form, tag) else straight.lower()
        if word.isupper() or tag.startswith("LET"):
            return word
        exception = self.exceptions.get(kind, {}).get(word)
        if exception is not None:
            return exception
        edits = self.edits.get(kind, {})
        lowered = word.lower()
        for start in range(max(0, len(word) - LONGEST_ENDING), len(word) + 1):
            edit = edits.get(lowered[start:])
            if edit is not None:
                return applied(edit, word, self.particles) or word
        return word


def reduced_tag(tag: str) -> str:
    """Leave out of a CGN tag what does not change the lemma: gender, case, person and agreement."""
    parts = tag.split("|")
    depth = {"N": 4, "ADJ": 4, "WW": 4, "VNW": 7, "TW": 3}.get(parts[0], 2)
    return "|".join(parts[:depth])


def keeps_case(form: str, tag: str) -> bool:
    """True for names, abbreviations, codes and words of foreign or unknown kind."""
    return tag.startswith(("N|eigen", "SPEC")) or sum(map(str.isupper, form)) > 1


def without_ge(word: str, particles: Iterable[str]) -> str | None:
    """Take the "ge" of a participle out, at the start or behind a particle (longest first); None without "ge"."""
    for particle in ("", *particles):
        if word.lower().startswith(particle + "ge"):
            stem = word[len(particle) + 2 :]
            return word[: len(particle)] + stem[:1].translate(WITHOUT_DIAERESIS) + stem[1:]
    return None


def applied(edit: Edit, word: str, particles: Iterable[str]) -> str | None:
    """Give the edited word, or None if it has no "ge" to drop."""
    stem = without_ge(word, particles) if edit.drop_ge else word
    if stem is None or len(stem) < edit.cut:
        return None
    return stem[: len(stem) - edit.cut] + edit.put


class EndingLemmatizer:
    """The pipeline component; sets `token.lemma_` from `token.text` and `token.tag_`."""

    def __init__(self, rules: LemmaRules | None = None) -> None:
        self.rules = rules or LemmaRules()

    def __call__(self, doc: Doc) -> Doc:
        """Set the lemma of every token of `doc`, which must be tagged."""
        for token in doc:
            token.lemma_ = self.rules.lemma(token.text, token.tag_)
        return doc

    def to_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the rules to `path` as one JSON file."""
        if "rules" in exclude:
            return
        rules = self.rules
        edits = {
            kind: {ending: [edit.cut, edit.put, int(edit.drop_ge)] for ending, edit in table.items()}
            for kind, table in rules.edits.items()
        }
        content = {"exceptions": rules.exceptions, "edits": edits, "particles": list(rules.particles)}
        srsly.write_json(Path(path).with_suffix(".json"), content, indent=0)

    def from_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> EndingLemmatizer:
        """Read the rules that `to_disk` wrote."""
        if "rules" not in exclude:
            content: dict[str, Any] = srsly.read_json(Path(path).with_suffix(".json"))
            edits = {
                kind: {ending: Edit(cut, put, bool(drop)) for ending, (cut, put, drop) in table.items()}
                for kind, table in content["edits"].items()
            }
            self.rules = LemmaRules(content["exceptions"], edits, tuple(content["particles"]))
        return self


@Language.factory("ending_lemmatizer", assigns=["token.lemma"], requires=["token.tag"])
def make_ending_lemmatizer(nlp: Language, name: str) -> EndingLemmatizer:  # noqa: ARG001
    """Make the component without rules; they are read from disk or set by the recipe."""
    return EndingLemmatizer()
