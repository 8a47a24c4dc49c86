"""What a question is about, idea by idea, and how much of it a text has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from api.search.question import Idea
from api.search.thesaurus import Stems

Terms = Callable[[str], Sequence[str]]
"""Makes of a text the terms in which it is compared: stems, and the parts of compounds."""
Rarity = Callable[[str], float]
"""How rare a term is in the corpus."""

_INFLECTED = 0.7
_PREFIXED = 0.5
_LEAST_PREFIX = 5
_ALIKE = 0.65
_NEAR = 0.5
_UNKNOWN = 0.5
_ABOVE = 0.5
_STANDS = 0.8


@dataclass(frozen=True, slots=True)
class Sought:
    """An idea of the question: how well each of its forms stands for it (0 to 1), how much it weighs, whether it is
    ``known`` (some clause has a form of it) and ``full`` (it tells more than what sort of answer is wanted).
    """

    forms: Mapping[Stems, float]
    weight: float
    known: bool = True
    full: bool = True

    @property
    def own(self) -> list[Stems]:
        """The question's own word for it."""
        return [stems for stems, nearness in self.forms.items() if nearness == 1.0]

    def found_in(self, terms: Set[str]) -> float:
        """How well the best of its forms is among ``terms``."""
        return max((nearness for stems, nearness in self.forms.items() if terms >= set(stems)), default=0.0)

    def widened(self, vocabulary: Iterable[str]) -> Sought:
        """The same, with the terms of ``vocabulary`` that begin alike: inflections that stems keep apart, and
        compounds that begin with the word.
        """
        long = {
            stems[0]: near for stems, near in self.forms.items() if len(stems) == 1 and len(stems[0]) >= _LEAST_PREFIX
        }
        alike: dict[Stems, float] = {}
        for term in vocabulary:
            best = max((near * _alike(form, term) for form, near in long.items()), default=0.0)
            if best:
                alike[(term,)] = best
        return replace(self, forms={**alike, **self.forms})


def sought(idea: Idea, rarity: Rarity) -> Sought:
    """``idea`` with its weight: how rare the question's own word is, or else the commonest of its near forms; a word
    that no clause has weighs half of what the rarest does.
    """
    unknown = rarity("")
    own = [max(map(rarity, stems)) for stems, nearness in idea.items() if nearness == 1.0]
    near = [max(map(rarity, stems)) for stems, nearness in idea.items() if nearness >= _NEAR]
    known = [one for one in own if one < unknown] or [one for one in near if one < unknown]
    forms = idea if any(one < unknown for one in own) else _raised(idea, rarity)
    return Sought(forms, min(known) if known else _UNKNOWN * unknown, known=bool(known))


def _raised(idea: Idea, rarity: Rarity) -> Idea:
    """The forms of a word that no clause has, the best of those that some clause has standing for it well."""
    unknown = rarity("")
    there = {stems: near for stems, near in idea.items() if near < 1.0 and max(map(rarity, stems)) < unknown}
    best = max(there.values(), default=_STANDS)
    return {**idea, **{stems: near * max(1.0, _STANDS / best) for stems, near in there.items()}}


def cover(wanted: Sequence[Sought], own: Set[str], above: Set[str] = frozenset()) -> float:
    """The share of what is ``wanted`` that is among a text's ``own`` terms, those ``above`` it counting half."""
    total = sum(one.weight for one in wanted)
    found = sum(
        one.weight * max(one.found_in(own), _ABOVE * one.found_in(own | above) if above else 0.0) for one in wanted
    )
    return found / total if total else 0.0


def _alike(form: str, term: str) -> float:
    if form[0] != term[:1] or form == term:
        return 0.0
    shared = next((at for at, (one, other) in enumerate(zip(form, term, strict=False)) if one != other), None)
    shared = min(len(form), len(term)) if shared is None else shared
    if shared < _LEAST_PREFIX:
        return 0.0
    if shared >= _ALIKE * max(len(form), len(term)):
        return _INFLECTED
    return _PREFIXED if shared == min(len(form), len(term)) else 0.0
