"""Asking: from a question in words to answers with their clauses."""

from __future__ import annotations

import re
from collections.abc import Iterable

from api.ask.clauses import Clause, Place, clauses_at, related_places
from api.ask.competency import competency_query
from api.ask.features import compare
from api.ask.models import Answer, Asked
from api.ask.names import Names, names_of
from api.ask.question import Question, read_question
from api.ask.ranking import Ranked, packaged_weights, rank
from api.ask.sentences import answer_sentence, difference, no_answer
from api.ask.titles import pointed_to
from api.ask.values import value_of
from api.ask.who import who_together
from api.records.filters import CODES
from api.records.models import Quote
from api.search import Searcher
from ingest.index import Found
from ingest.store import Store

MOST = 5
_ANYWHERE = 60
_AMONG = 30
_NEAREST = 3
_FITTING = 0.9
_NARROWED = 0.8
_GIVEN = 0.5
_ALIKE = 0.8
_RELATIONS = frozenset({"fills", "represents", "member"})
_ASKS = re.compile(r"\?\W*$")


def ask(question: str, store: Store, searcher: Searcher, *, most: int = MOST) -> Asked:
    """Answer ``question``, in Dutch or English, from the graph in ``store`` and its index.

    At most ``most`` answers, of which the first is the best; where several agreements answer as well, the newest comes
    first. There is none when no clause is likely enough to answer. Raises InputError for a question without words or
    with too many.
    """
    names = names_of(store)
    read = read_question(question, names, searcher)
    ranked = ranked_clauses(read, store, searcher, names)
    weights = packaged_weights()
    chosen = _chosen(ranked, names, most) if ranked and ranked[0].chance >= weights.threshold else []
    answers = [answer_of(one, read, names, ranked) for one in chosen]
    return Asked(
        question=question,
        language=read.language,
        intent=read.intent.name,
        answers=answers,
        sparql=competency_query(read, chosen[0].clause if chosen else None, store),
        message=difference(answers, read, names) if answers else no_answer(ranked[:_NEAREST], read, names),
        nearest=[] if answers else [_nearest(one.clause) for one in ranked[:_NEAREST]],
    )


def ranked_clauses(question: Question, store: Store, searcher: Searcher, names: Names) -> list[Ranked]:
    """The clauses that were found for ``question``, in the order in which they answer it."""
    clauses = [
        one for one in clauses_at(store, _places(question, store, searcher, names)) if not _ASKS.search(one.place.text)
    ]
    return rank(compare(question, clauses, names, searcher.terms), packaged_weights())


def _found(question: Question, searcher: Searcher, names: Names) -> list[Place]:
    """What the search finds: anywhere, and among clauses of the kinds that fit, of the actors that the question names
    and of the agreement that it points to, each of these weighing less.
    """
    fitting = [kind for kind, fit in question.intent.kinds.items() if fit >= _FITTING and kind in CODES["kind"]]
    best: dict[tuple[str, int, int], Place] = {}
    _keep(best, searcher.find(question.looked, _ANYWHERE), 1.0)
    _keep(best, searcher.find(question.looked, _AMONG, kinds=fitting), _NARROWED)
    if question.actors:
        _keep(best, searcher.find(question.looked, _AMONG, actors=question.actor_ids), _NARROWED)
    sure = pointed_to(question, names, {place.document for place in best.values()}, searcher.terms)
    if sure:
        _keep(best, searcher.find(question.looked, _AMONG, documents=sure), _NARROWED)
    return sorted(best.values(), key=lambda place: -place.score)


def _places(question: Question, store: Store, searcher: Searcher, names: Names) -> list[Place]:
    """What was found and, where a relation is asked for, what the graph has of those that the question names."""
    found = _found(question, searcher, names)
    if _RELATIONS.isdisjoint(question.intent.parts):
        return found
    near = sum(place.nearness for place in found) / max(1, len(found))
    return [*found, *related_places(store, question.actor_ids, score=_GIVEN, nearness=near)]


def _keep(best: dict[tuple[str, int, int], Place], found: Iterable[tuple[Found, float, float]], share: float) -> None:
    for one, score, near in found:
        place = Place(
            one.document, one.section, one.start, one.end, one.text, one.context, one.statement, share * score, near
        )
        key = (one.document, one.start, one.end)
        if key not in best or best[key].score < place.score:
            best[key] = place


def _chosen(ranked: list[Ranked], names: Names, most: int) -> list[Ranked]:
    """The best clause with those that answer as well, then what other agreements have to say; each time the newest
    agreement first. Only clauses that have about as much of the question as the best one are about the same.
    """
    weights = packaged_weights()
    least = _ALIKE * ranked[0].features["context"]
    likely = [one for one in ranked if one.chance >= weights.threshold and one.features["context"] >= least]
    order = {document.id: turn for turn, document in enumerate(names.documents)}

    def newest_first(several: Iterable[Ranked]) -> list[Ranked]:
        return sorted(several, key=lambda one: -order.get(one.clause.place.document, 0))

    def within(distance: float) -> list[Ranked]:
        return [one for one in likely if ranked[0].score - one.score <= distance]

    first: dict[str, Ranked] = {}
    for one in within(weights.same):
        first.setdefault(one.clause.place.document, one)
    others: dict[str, Ranked] = {}
    for one in within(weights.also):
        if one.clause.place.document not in first:
            others.setdefault(one.clause.place.document, one)
    chosen = [*newest_first(first.values()), *newest_first(others.values())]
    return [*chosen, *(one for one in within(weights.same) if one not in chosen)][:most]


def answer_of(ranked: Ranked, question: Question, names: Names, others: Iterable[Ranked]) -> Answer:
    """What ``ranked`` answers; ``others`` are the clauses that were found with it."""
    clause = ranked.clause
    actors = who_together(clause, question, names, [one.clause for one in others])
    value = value_of(clause, question)
    return Answer(
        actors=actors,
        answer=answer_sentence(clause, actors, value, question, names),
        value=value,
        document=clause.place.document,
        section=clause.place.section,
        start=clause.place.start,
        end=clause.place.end,
        text=clause.place.text,
        confidence=round(ranked.chance, 3),
    )


def _nearest(clause: Clause) -> Quote:
    place = clause.place
    return Quote(document=place.document, section=place.section, start=place.start, end=place.end, text=place.text)
