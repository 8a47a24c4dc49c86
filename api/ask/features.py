"""What speaks for a clause as the answer to a question, each between 0 and 1."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from api.ask.clauses import RACI, TEXT, Clause
from api.ask.missing import called_in, has_focus
from api.ask.names import Names
from api.ask.question import Question
from api.ask.sorts import sorts_of
from api.ask.terms import Sought, Terms, cover
from api.ask.titles import pointed, title_terms
from api.ask.values import fit_of_amounts, fit_of_times, times_of
from api.ask.who import who_in
from ingest.model.statements import NORMS
from ontology.folding import fold

_SHORT = 200
_UNPOINTED = 0.5
_ASKED = 0.4
_ASIDE = 0.5
_LETTERED = frozenset({"accountable-for", "consulted", "informed"})
_BORNE = 0.6
_NORMS = frozenset(map(str, NORMS))

Features = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Compared:
    """A clause beside its features."""

    clause: Clause
    features: Features


def compare(question: Question, clauses: Sequence[Clause], names: Names, terms: Terms) -> list[Compared]:
    """The features of each of ``clauses`` as an answer to ``question``.

    search: how well it was found, beside the best; near: how near its meaning is; nearest: the same, beside the best;
    cover: how much of the question its own words have, rare words weighing more; context: the same with the words above
    it; titled: the same with the title of its agreement; agreement: how much any found clause of its agreement has;
    rarest: whether it has the rarest word of the question; acted: how much what it says is done has; exact: how much
    of its words the question has; kind: how well its kind fits the intent; slot: whether it has the value that is
    wanted; named: whether it names whom is wanted; defined: whether it defines what is asked; part: whether an actor
    has the part that is asked for; document: whether it stands in the agreement that the question points to; title:
    how strongly the question's words point to its title; pointed: the same, beside the title most pointed to; first:
    how well the best clause of its agreement was found; actor: how many of the actors in the question it has; bearer:
    whether one of them bears it; confidence: how sure its reading is; brief: how short it is; known: how much of the
    question any clause has; focus: whether it has the thing that the question is bound to; called, absent: how many of
    the names in the question it has, and how many its agreement lacks; recent: how late its agreement is among all;
    unread: whether nothing was read from it; opening, recital, party: whether it only introduces what follows, says why
    the agreement was made, or who makes it.
    """
    words = [frozenset(terms(f"{clause.place.text} {clause.action}")) for clause in clauses]
    around = [frozenset(terms(f"{clause.place.context} {clause.place.section}")) for clause in clauses]
    titles = title_terms(names, {clause.place.document for clause in clauses}, terms)
    vocabulary = frozenset[str]().union(*words, *around, *titles.values())
    wanted = [one.widened(vocabulary) for one in question.wanted]
    rarest = max((one for one in wanted if one.full and one.known), key=lambda one: one.weight, default=None)
    best = max((clause.place.score for clause in clauses), default=1.0) or 1.0
    nearest = max((clause.place.nearness for clause in clauses), default=1.0) or 1.0
    order = {one.id: turn for turn, one in enumerate(names.documents, start=1)}
    points = pointed(question.wanted, titles)
    most = max(points.values(), default=0.0) or 1.0
    first: dict[str, float] = {}
    said: dict[str, frozenset[str]] = dict(titles)
    for clause, own, above in zip(clauses, words, around, strict=True):
        document = clause.place.document
        said[document] = said.get(document, frozenset()) | own | above
        first[document] = max(first.get(document, 0.0), clause.place.score / best)
    covers = {document: cover(wanted, own) for document, own in said.items()}
    return [
        Compared(
            clause,
            {
                "search": clause.place.score / best,
                "near": clause.place.nearness,
                "nearest": clause.place.nearness / nearest,
                "cover": cover(wanted, own),
                "context": cover(wanted, own, above),
                "titled": cover(wanted, own | titles.get(clause.place.document, frozenset()), above),
                "agreement": covers[clause.place.document],
                "rarest": 0.0 if rarest is None else max(rarest.found_in(own), _ASIDE * rarest.found_in(own | above)),
                "acted": cover(wanted, frozenset(terms(clause.action or clause.place.text))),
                "exact": _exact(wanted, own),
                "kind": _kind(clause, question),
                "slot": _slot(clause, question),
                "named": _named(clause, question, names),
                "defined": _defined(clause, question),
                "part": _part(clause, question),
                "document": _document(clause, question),
                "title": points.get(clause.place.document, 0.0),
                "pointed": points.get(clause.place.document, 0.0) / most,
                "first": first[clause.place.document],
                "actor": _actor(clause, question, names),
                "bearer": _bearer(clause, question),
                "confidence": clause.confidence,
                "brief": _SHORT / (_SHORT + len(clause.place.text)),
                "known": question.known,
                "focus": float(has_focus(question, own | above, terms)),
                "called": called_in(question, clause, names, own | above | titles.get(clause.place.document, frozenset())),
                "absent": 1.0 - called_in(question, clause, names, said[clause.place.document]),
                "recent": order.get(clause.place.document, 0) / max(1, len(order)),
                "unread": float(clause.kind == TEXT),
                **sorts_of(clause),
            },
        )
        for clause, own, above in zip(clauses, words, around, strict=True)
    ]


def _exact(wanted: Sequence[Sought], own: frozenset[str]) -> float:
    """The share of the clause's terms that the question has a form of."""
    asked = {stem for one in wanted for stems in one.forms for stem in stems}
    return len(own & asked) / len(own) if own else 0.0


def _kind(clause: Clause, question: Question) -> float:
    """How well the kind fits; whoever bears a clause that is no norm may still be whom the question wants."""
    fit = question.intent.kinds.get(clause.kind, 0.0)
    borne = clause.kind not in _NORMS and bool(clause.actors(("bearer",)))
    return max(fit, _BORNE) if question.intent.wants == "who" and borne else fit


def _slot(clause: Clause, question: Question) -> float:
    match question.intent.wants:
        case "time":
            return fit_of_times(clause, question)
        case "frequency":
            return float(bool(times_of(clause, question)))
        case "amount":
            return fit_of_amounts(clause, question)
        case _:
            return 0.0


def _named(clause: Clause, question: Question, names: Names) -> float:
    if question.intent.wants != "who":
        return 0.0
    found = who_in(clause, question, names)
    others = any(actor.id not in question.actor_ids for actor in found)
    return 1.0 if others else _ASKED if found else 0.0


def _defined(clause: Clause, question: Question) -> float:
    """Whether the clause defines what the question asks the meaning of, however it is spelt."""
    if question.intent.name != "definition":
        return 0.0
    asked, term = (re.sub(r"\W+", "", fold(text)) for text in (question.text, clause.term or ""))
    return float(bool(term) and term in asked)


def _part(clause: Clause, question: Question) -> float:
    fitting = [part for part in clause.parts if part.name in question.intent.parts]
    if not fitting:
        return 0.0
    tied = any(part.to in question.actor_ids for part in fitting)
    lettered = clause.kind == RACI and question.intent.name in _LETTERED
    return 1.0 if tied or lettered else 0.5


def _document(clause: Clause, question: Question) -> float:
    if not question.documents:
        return _UNPOINTED
    return question.documents.get(clause.place.document, 0.0)


def _actor(clause: Clause, question: Question, names: Names) -> float:
    there = {part.actor.id for part in clause.parts} | {part.to for part in clause.parts}
    there |= names.ids_in(clause.place.text, clause.place.document)
    share = _share(question, there)
    if question.intent.name != "obligations-of":
        return share
    return (share + _share(question, {part.actor.id for part in clause.parts if part.name in {"bearer", "R"}})) / 2


def _bearer(clause: Clause, question: Question) -> float:
    return float(any(actor.id in question.actor_ids for actor in clause.actors(("bearer", "R"))))


def _share(question: Question, actors: Set[str | None]) -> float:
    """The share of the names in the question, those of groups left out, of which an actor is among ``actors``."""
    by_name: dict[tuple[str, ...], bool] = {}
    for named in question.actors:
        if named.actor.type != "group":
            by_name[named.words] = by_name.get(named.words, False) or named.actor.id in actors
    return sum(by_name.values()) / len(by_name) if by_name else 0.0
