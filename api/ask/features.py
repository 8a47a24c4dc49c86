"""What speaks for a clause as the answer to a question, each between 0 and 1."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from api.ask.acts import fits_of_acts
from api.ask.clauses import RACI, TEXT, Clause
from api.ask.names import Names
from api.ask.question import Question
from api.ask.sorts import sorts_of, subject_of
from api.ask.terms import Terms
from api.ask.values import fit_of_amounts, fit_of_times, times_of
from api.ask.who import who_in
from api.ask.wording import Wording
from ingest.model.statements import NORMS
from ontology.folding import fold

_SHORT = 200
_SAID = 0.7
_UNPOINTED = 0.5
_ASKED = 0.4
_MANY = 4
_DECISION = "decides"
_VALUES = frozenset({"time", "frequency", "amount"})
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

    Of its words. search, first: how well it and the best clause of its agreement were found, beside the best of all;
    cover: how much of the question its own words have, rare words weighing more; context: the same with the words above
    it; titled: the same with the title of its agreement; beside: how much of what the question is about, names and
    title left out, it has with the clauses of its section; agreement: how much all found clauses of its agreement have;
    rarest: whether it has the rarest word; exact: how much of its words the question has; title: how strongly the
    question points to its title; focus: whether it has the thing that the question is bound to; called: how many of the
    names in the question it has; absent: how many its agreement lacks.

    Of its meaning. near: how near it is; act: how much it states of the acts that are asked after; kind: how well its
    kind fits the intent; decided: the same, where a decision is asked for; slot: whether it has the value that is
    wanted; empty: whether one is wanted that it lacks; named: whether it names whom is wanted; part: whether an actor
    has the part that is asked for; bearer: whether an actor in the question bears it; many: how many bear it; defined:
    whether it defines what is asked; document: whether it stands in the agreement that the question names; recent: how
    late that is among all; confidence: how sure its reading is; unread: whether nothing was read; brief: how short it
    is; opening, recital, party: whether it only introduces what follows, says why the agreement was made, or who makes
    it; known: how much of the question any clause has.
    """
    order = {one.id: turn for turn, one in enumerate(names.documents, start=1)}
    worded = Wording(question, clauses, names, terms).features()
    acts = fits_of_acts(question.text, [clause.place.text for clause in clauses])
    return [
        Compared(
            clause,
            {
                **of_words,
                "near": clause.place.nearness,
                "act": act,
                "kind": _kind(clause, question),
                "decided": _kind(clause, question) if question.intent.name == _DECISION else 0.0,
                "slot": slot,
                "empty": float(question.intent.wants in _VALUES and not slot),
                "named": _named(clause, question, names),
                "part": _part(clause, question),
                "bearer": _bearer(clause, question),
                "many": min(1.0, len(clause.actors(("bearer",))) / _MANY),
                "defined": _defined(clause, question),
                "document": _document(clause, question),
                "recent": order.get(clause.place.document, 0) / max(1, len(order)),
                "confidence": clause.confidence,
                "unread": float(clause.kind == TEXT),
                "brief": _SHORT / (_SHORT + len(clause.place.text)),
                "known": question.known,
                **sorts_of(clause),
            },
        )
        for clause, of_words, act in zip(clauses, worded, acts, strict=True)
        for slot in (_slot(clause, question, of_words["focus"]),)
    ]


def _kind(clause: Clause, question: Question) -> float:
    """How well the kind fits; whoever bears a clause that is no norm may still be whom the question wants."""
    fit = question.intent.kinds.get(clause.kind, 0.0)
    borne = clause.kind not in _NORMS and bool(clause.actors(("bearer",)))
    return max(fit, _BORNE) if question.intent.wants == "who" and borne else fit


def _slot(clause: Clause, question: Question, focus: float) -> float:
    """How well a value in the clause is of the sort that is wanted; an amount has to be of the thing that is asked."""
    match question.intent.wants:
        case "time":
            return fit_of_times(clause, question)
        case "frequency":
            return float(bool(times_of(clause, question)))
        case "amount":
            return focus * fit_of_amounts(clause, question)
        case "decision":
            return float(clause.decision is not None)
        case _:
            return 0.0


def _named(clause: Clause, question: Question, names: Names) -> float:
    if question.intent.wants != "who":
        return 0.0
    found = who_in(clause, question, names)
    others = any(actor.id not in question.actor_ids for actor in found)
    return 1.0 if others else _ASKED if found else 0.0


def _defined(clause: Clause, question: Question) -> float:
    """Whether the clause defines what the question asks the meaning of, however it is spelt, or says what it is."""
    if question.intent.name != "definition":
        return 0.0
    texts = question.text, clause.term or "", subject_of(clause)
    asked, term, subject = (re.sub(r"\W+", "", fold(text)) for text in texts)
    if term and term in asked:
        return 1.0
    return _SAID if subject and subject in asked else 0.0


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


def _bearer(clause: Clause, question: Question) -> float:
    return float(any(actor.id in question.actor_ids for actor in clause.actors(("bearer", "R"))))
