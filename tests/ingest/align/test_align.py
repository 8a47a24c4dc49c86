"""Which clauses are laid beside each other, and at what cost."""

from __future__ import annotations

from collections.abc import Iterable

from ingest.align import Meanings, Related, align
from ingest.align.topics import topics
from ingest.encoding import load_encoder
from ingest.model.actors import Actor, ActorType
from ingest.model.comparison import Clause, ClauseNature, Comparable, Link, LinkKind
from ingest.model.text import Span

RARE = ("sluisdeur", "smeervet", "peilbuis", "stuw", "duiker", "gemaal", "keur", "legger", "oever", "kade")


def clause(
    number: int,
    terms: Iterable[str],
    *,
    document: str = "a",
    nature: ClauseNature = ClauseNature.NORM,
    slots: tuple[Comparable, ...] = (),
    actors: tuple[str, ...] = (),
) -> Clause:
    return Clause(
        subject=f"https://example.org/{number}",
        document=document,
        dated="2030",
        section="1",
        node=f"n{number}",
        order=number,
        span=Span(number * 10, number * 10 + 5),
        text=" ".join(terms),
        nature=nature,
        kind=None,
        confidence=1.0,
        terms=tuple(terms),
        actors=actors,
        comparables=slots,
    )


def aligned(clauses: list[Clause], actors: Iterable[str] = ()) -> list[Link]:
    named = {key: Actor(key, key, ActorType.BODY) for key in actors}
    return list(align(clauses, Meanings(clauses, load_encoder()), Related(clauses, (), named)))


def test_clauses_that_share_rare_words_are_aligned_with_score_and_reason() -> None:
    clauses = [clause(n, (word, "beheer")) for n, word in enumerate(RARE)]
    clauses.append(clause(99, ("sluisdeur", "beheer")))
    best = next(link for link in aligned(clauses) if link.kind is LinkKind.TOPIC)
    assert {best.left, best.right} == {0, 10}
    assert best.score > 0.9
    assert "sluisdeur" in best.reason


def test_common_words_bring_no_pairs() -> None:
    assert not list(topics([clause(n, ("beheer",)) for n in range(200)]))


def test_work_grows_with_the_number_of_clauses() -> None:
    def pairs(copies: int) -> int:
        made = [clause(n, (f"{w}{c}", f"x{w}{c}")) for c in range(copies) for n, w in enumerate(RARE)]
        return len(list(topics(made + made)))

    assert pairs(40) <= 12 * pairs(4)


def test_same_slot_of_same_body_is_aligned_whatever_the_words() -> None:
    def chaired(value: str) -> tuple[Comparable, ...]:
        return (Comparable("chair", "stuurgroep", value, value, Span(0, 1)),)

    links = aligned([clause(1, ("keur",), slots=chaired("x")), clause(2, ("legger",), slots=chaired("y"))])
    assert [(link.kind, link.reason) for link in links] == [(LinkKind.SLOT, "chair of stuurgroep")]


def test_agreements_are_compared_when_they_name_two_of_the_same() -> None:
    words = ("sluisdeur", "smeervet", "peilbuis")
    one, other = clause(1, words, actors=("raad", "bestuur")), clause(2, words, document="b", actors=("raad",))
    assert not aligned([one, other], ("raad", "bestuur"))
    both = clause(2, words, document="b", actors=("raad", "bestuur"))
    assert aligned([one, both], ("raad", "bestuur"))
