"""A question taken apart: its language, what it wants, and whom, what, which agreement and which year it names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from api.ask.agreements import named_agreements, pointing_words
from api.ask.intents import Intent, intent_of
from api.ask.names import Named, Names
from api.ask.roles import with_roles, written_out
from api.ask.terms import Sought, sought
from api.search import Searcher
from api.search.question import Question as Looked
from api.search.thesaurus import Language
from ingest.index import function_words
from ingest.packaged import read_toml

_ASIDE = 0.3
_FUNCTION = function_words("dutch") | function_words("english")


@dataclass(frozen=True, slots=True)
class Question:
    """``looked`` is the question as search reads it, ``wanted`` what it is about; ``documents`` tells for each
    agreement that the question points to how surely it does (0 to 1).
    """

    text: str
    looked: Looked
    intent: Intent
    wanted: tuple[Sought, ...]
    actors: tuple[Named, ...]
    documents: Mapping[str, float]

    @property
    def language(self) -> Language:
        """The language that it is asked in."""
        return self.looked.language

    @property
    def known(self) -> float:
        """The share of what is wanted that any clause has."""
        total = sum(one.weight for one in self.wanted)
        return sum(one.weight for one in self.wanted if one.known) / total if total else 0.0

    @property
    def dated(self) -> frozenset[str]:
        """The words that point to an agreement."""
        return frozenset(pointing_words(self.text).split()) if self.documents else frozenset()

    @property
    def actor_ids(self) -> frozenset[str]:
        """The IRIs of the actors that the question names."""
        return frozenset(named.actor.id for named in self.actors)


def read_question(text: str, names: Names, searcher: Searcher) -> Question:
    """Take ``text`` apart."""
    looked = searcher.read(written_out(text))
    intent = intent_of(text, looked.language)
    documents = named_agreements(looked, names, searcher.terms)
    pointing = pointing_words(text) if documents else ""
    telling = frozenset(searcher.terms(f"{intent.told_by(text, looked.language)} {_light_words()} {pointing}"))
    wanted = (sought(idea, searcher.rarity) for idea in looked.ideas)
    return Question(
        text,
        looked,
        intent,
        tuple(_aside(one) if _is_aside(one, telling) else one for one in wanted),
        tuple(one for one in names.named_in(with_roles(looked.text, looked.language)) if _is_name(one, text)),
        documents,
    )


def _is_name(named: Named, text: str) -> bool:
    """Whether what names the actor is no function word that only looks like its abbreviation."""
    word = named.words[0]
    return len(named.words) > 1 or word not in _FUNCTION or word.upper() in text


def _aside(one: Sought) -> Sought:
    return replace(one, weight=_ASIDE * one.weight, full=False)


def _is_aside(one: Sought, telling: frozenset[str]) -> bool:
    """A word that tells what sort of answer is wanted, or that points to an agreement, says little of what the question
    is about; so does one that was looked for only because of a function word.
    """
    own = [stems[0] for stems in one.own if len(stems) == 1]
    return not own or not telling.isdisjoint(own)


def _light_words() -> str:
    words: str = read_toml("api.ask", "intents.toml")["light"]["words"]
    return words
