"""A question as it is looked for: the ideas in it with all the words for each, and what would answer it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from api.search.thesaurus import Language, Stems, Thesaurus
from ingest.index import Analyser, function_words, plain_words
from ingest.packaged import read_toml
from ontology.folding import fold

_OWN, _PART_OF_OWN = 1.0, 0.5
_SYNONYM, _TRANSLATION = 0.75, 0.8
_PHRASE = re.compile(r'["“”„]([^"“”„]+)["“”]')

Idea = Mapping[Stems, float]
"""The terms that say the same, each of one or more stems, with how nearly they do (1: the question's own word)."""


@dataclass(frozen=True, slots=True)
class Question:
    """``text`` as asked, its ``language``, what stands in double ``quotes``, its ``ideas``, and the ``traits`` of
    clauses that can answer it.
    """

    text: str
    language: Language
    phrases: tuple[str, ...]
    ideas: tuple[Idea, ...]
    traits: frozenset[str]

    def weights(self) -> dict[str, float]:
        """How much each term weighs when it is looked for alone."""
        weights: dict[str, float] = {}
        for idea in self.ideas:
            for stems, nearness in idea.items():
                for stem in stems:
                    weights[stem] = max(weights.get(stem, 0.0), round(nearness / len(stems) ** 0.5, 2))
        return weights


def read_question(text: str, analyser: Analyser, thesaurus: Thesaurus) -> Question:
    """What ``text`` asks for."""
    language = language_of(text)
    return Question(
        text=text,
        language=language,
        phrases=tuple(_PHRASE.findall(text)),
        ideas=_ideas(text, language, analyser, thesaurus),
        traits=_traits(text),
    )


def language_of(text: str) -> Language:
    """English where it has more English than Dutch function words, else Dutch."""
    dutch, english = function_words("dutch"), function_words("english")
    words = plain_words(text)
    in_dutch, in_english = (sum(word in only for word in words) for only in (dutch - english, english - dutch))
    return "en" if in_english > in_dutch else "nl"


def _ideas(text: str, language: Language, analyser: Analyser, thesaurus: Thesaurus) -> tuple[Idea, ...]:
    """One idea for each word that is no function word; words that name an idea together make one."""
    ideas: dict[str, dict[Stems, float]] = {}
    for word in analyser.words(text):
        whole, *parts = analyser.terms(word)
        ideas[word] = {(whole,): _OWN, **{(part,): _PART_OF_OWN for part in parts}}
    for named in thesaurus.ideas(text, language):
        own = [word for word in named.words if word in ideas]
        idea = ideas.setdefault(own[0] if own else " ".join(named.words), {})
        for word in own[1:]:
            idea.update(ideas.pop(word))
        for term in named.terms:
            stems = tuple(dict.fromkeys(analyser.terms(term)))
            nearness = (_SYNONYM if language == "nl" else _TRANSLATION) * named.by
            if stems:
                idea[stems] = max(idea.get(stems, 0.0), nearness)
    return tuple(ideas.values())


@cache
def _cues() -> tuple[tuple[re.Pattern[str], frozenset[str]], ...]:
    cues = read_toml("api.search", "data/cues.toml")["cue"]
    return tuple((re.compile(rf"\b(?:{'|'.join(cue['words'])})\b"), frozenset(cue["traits"])) for cue in cues)


def _traits(text: str) -> frozenset[str]:
    folded = fold(text)
    return frozenset(trait for pattern, traits in _cues() if pattern.search(folded) for trait in traits)
