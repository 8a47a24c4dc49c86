"""What a question wants to know, by the cues in its words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from api.search.thesaurus import Language
from ingest.packaged import read_toml
from ontology.folding import fold

Wants = Literal["who", "time", "frequency", "amount", "truth", "decision", "text"]
FALLBACK = "content"
_CONTRARY = 0.5


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern in folded words, and how much it says."""

    pattern: re.Pattern[str]
    weight: float


@dataclass(frozen=True, slots=True)
class Intent:
    """What is wanted: the sort of answer, how well each kind of statement gives it (0 to 1), and which letters,
    involvements or relations name the actors.
    """

    name: str
    wants: Wants
    kinds: Mapping[str, float]
    parts: tuple[str, ...]
    cues: Mapping[str, tuple[Cue, ...]]

    def weight(self, folded: str, language: Language) -> float:
        """How strongly the cues in a folded question tell this intent."""
        return sum(cue.weight for cue in self.cues[language] if cue.pattern.search(folded))

    def told_by(self, question: str, language: Language) -> str:
        """The first and last words of what the cues match in ``question``."""
        folded = fold(question)
        matches = (cue.pattern.search(folded) for cue in self.cues[language])
        ends = ((words[0], words[-1]) for match in matches if match and (words := match.group().split()))
        return " ".join(word for pair in ends for word in pair)


def intent_of(question: str, language: Language) -> Intent:
    """The intent that the cues tell most strongly; the content of a clause when there are none."""
    folded = fold(question)
    first = next((wants for wants, pattern in _first(language) if pattern.match(folded)), None)
    weights = {
        name: intent.weight(folded, language) * (1.0 if first in (None, intent.wants) else _CONTRARY)
        for name, intent in intents().items()
    }
    heaviest = max(weights, key=lambda name: weights[name])
    return intents()[heaviest if weights[heaviest] else FALLBACK]


@cache
def _first(language: Language) -> tuple[tuple[str, re.Pattern[str]], ...]:
    table: Mapping[str, str] = read_toml("api.ask", "intents.toml")["first"][language]
    return tuple((wants, re.compile(pattern)) for wants, pattern in table.items())


@cache
def intents() -> Mapping[str, Intent]:
    """Every intent by its name."""
    return {name: _intent(name, table) for name, table in read_toml("api.ask", "intents.toml")["intents"].items()}


def _intent(name: str, table: Mapping[str, object]) -> Intent:
    cues = {
        language: tuple(Cue(re.compile(cue["cue"]), cue["weight"]) for cue in table[language])  # type: ignore[attr-defined]
        for language in ("nl", "en")
    }
    return Intent(name, table["wants"], table["kinds"], tuple(table.get("parts", ())), cues)  # type: ignore[arg-type]
