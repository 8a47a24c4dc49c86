"""Whom a clause names as the answer: by the parts that actors have in it, or else by the names in its words."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from api.ask.clauses import RACI, TEXT, Clause, Part, plain
from api.ask.names import Names
from api.ask.phrases import chairs_in, in_full, pattern, persons_in, receivers_in, trimmed
from api.ask.question import Question
from api.records.models import ActorRef
from ingest.packaged import read_toml
from ontology.folding import fold

_RELATIONS = frozenset({"member", "chair", "fills", "represents", "party"})
_NORMAL = ("bearer",)
_MEMBERS = "membership"
_CHAIR = "chair"
_ROLE = "role"
_LISTING = frozenset({_MEMBERS, "responsible-for"})
_LEAST_ALIKE = 6
_DECIDING = frozenset({"decides", "accountable-for"})
_RECEIVING = frozenset({"informed", "consulted", "dispute"})


def who_in(clause: Clause, question: Question, names: Names) -> list[ActorRef]:
    """The actors that answer ``question`` according to ``clause``; none when the question wants something else and
    the clause has no bearer.

    Who is asked for is not who was named in the question, unless the clause has nobody else.
    """
    told = _told(clause, question, names)
    if question.intent.wants != "who" and question.intent.name not in _RECEIVING:
        return told
    received = receivers_in(clause.place.text) if question.intent.name in _RECEIVING else []
    return _distinct([*told, *in_full(clause.place.text, told), *received])


def _told(clause: Clause, question: Question, names: Names) -> list[ActorRef]:
    found = _by_part(clause, question, names)
    asked = question.actor_ids
    others = [actor for actor in found if actor.id not in asked]
    if question.intent.wants != "who" and (found or question.intent.name not in _RECEIVING):
        return found
    people = persons_in(clause.place.text) if question.intent.name in _personal() else []
    if question.intent.name == _CHAIR:
        people = [*people, *chairs_in(clause.place.text)]
    members = listed(clause) if question.intent.name == _MEMBERS or clause.kind == _ROLE else []
    if others or people or members:
        return _distinct([*people, *(others or found), *members, *_worded(clause, others)])
    mentioned = [named.ref for named in names.named_in(clause.place.text, clause.place.document)]
    strangers = [actor for actor in mentioned if actor.id not in asked]
    unnamed = _unnamed(clause, question)
    if clause.kind == TEXT and not any(fold(actor.label) == fold(one.label) for one in unnamed for actor in strangers):
        return _distinct([*unnamed, *strangers]) or found or mentioned
    return _distinct(strangers or unnamed or found or mentioned)


def who_together(clause: Clause, question: Question, names: Names, others: Iterable[Clause]) -> list[ActorRef]:
    """The same; where members are asked for and ``clause`` is an item of a list, those of the whole list, as far as it
    is among ``others``.
    """
    if question.intent.name not in _LISTING or clause.kind == RACI or not listed(clause):
        return who_in(clause, question, names)
    return _distinct(actor for one in clause.beside(others) for actor in listed(one))


def _unnamed(clause: Clause, question: Question) -> list[ActorRef]:
    """Who acts in ``clause``, or whom it goes to when that is asked, where that is no actor of the graph."""
    wanted = pattern("recipient" if question.intent.name in _RECEIVING else "subject")
    match = wanted.search(plain(clause.place.text))
    return [ActorRef(id="", label=match["name"])] if match else []


def _by_part(clause: Clause, question: Question, names: Names) -> list[ActorRef]:
    related = [part for part in clause.parts if part.name in question.intent.parts and part.name in _RELATIONS]
    if related:
        return _distinct(_far_ends(related, question))
    if clause.kind == RACI:
        letters = [letter for letter in question.intent.parts if len(letter) == 1] or ["R"]
        return clause.actors(letters)
    if question.intent.name in {"consulted", "informed"}:
        return clause.actors(question.intent.parts) or clause.actors(("recipient", "concerns"))
    if question.intent.name == "dispute":
        return [*clause.actors(("recipient",)), *clause.actors(_NORMAL)]
    bearers = [*_agents(clause, question, names), *clause.actors(_NORMAL)]
    if bearers and all(actor.id in question.actor_ids for actor in bearers) and question.intent.wants == "who":
        return clause.actors(("recipient", "approves", "consulted", "on-behalf-of", "informed", "concerns")) or bearers
    return bearers


def _worded(clause: Clause, actors: Iterable[ActorRef]) -> list[ActorRef]:
    """The subject of ``clause`` as it is worded, where that says more than the name of the one of ``actors`` it is."""
    match = pattern("titled").search(plain(clause.place.text))
    if match is None:
        return []
    name = match["name"]
    head = fold(name)[:_LEAST_ALIKE]
    longer = any(fold(one.label).startswith(head) and len(one.label) < len(name) for one in actors)
    return [ActorRef(id="", label=name)] if longer else []


def _agents(clause: Clause, question: Question, names: Names) -> list[ActorRef]:
    """With whom a clause says that something rests, and by whom, in the passive, that something is decided, which
    only counts when a decision is asked for.
    """
    text = plain(clause.place.text)
    resting = pattern("rests").search(text) or pattern("answerable").search(text)
    match = resting if question.intent.wants == "who" else None
    if match is not None:
        known = [one.ref for one in names.named_in(match["rest"], clause.place.document)[:1]]
        return known or [ActorRef(id="", label=trimmed(match["rest"]))]
    match = pattern("agent").search(text) if question.intent.name in _DECIDING else None
    named = names.named_in(match["rest"], clause.place.document) if match else []
    return [one.ref for one in named[:1]]


def _far_ends(related: Iterable[Part], question: Question) -> list[ActorRef]:
    """Who stands in a relation to what the question names; everybody when it names no end of any."""
    several = list(related)
    told = [part for part in several if part.to in question.actor_ids]
    return [part.actor for part in told or several]


def listed(clause: Clause) -> list[ActorRef]:
    """The names in a clause that is a list behind a colon, or a single name in a list of its own; none where what
    stands there are clauses.
    """
    text = plain(clause.place.text)
    match = pattern("list").search(text) or pattern("consists").search(text)
    headed = pattern("heads").search(clause.place.context) is not None
    if match is None and not (headed and clause.kind in {"role", TEXT}):
        return []
    items = pattern("separators").split(match["names"] if match else text)
    labels = [label for item in items if (label := trimmed(item))]
    if any(pattern("no_name").search(label) for label in labels):
        return []
    return [ActorRef(id="", label=label) for label in labels]


def _distinct(actors: Iterable[ActorRef]) -> list[ActorRef]:
    by_label: dict[str, ActorRef] = {}
    for actor in actors:
        by_label.setdefault(fold(actor.label), actor)
    return list(by_label.values())


@cache
def _personal() -> frozenset[str]:
    return frozenset(read_toml("api.ask", "people.toml")["personal"]["intents"])
