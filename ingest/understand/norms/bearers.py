"""Who bears a clause: its subject, its agent, or whom a fixed phrase points at."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.model.actors import ActorType
from ingest.understand.actors.index import Mention
from ingest.understand.analysis import Analysed, Token
from ingest.understand.grammar import grammar
from ingest.understand.norms.constructions import demanded, maker, recipient, shared, teller, together
from ingest.understand.norms.groups import Bearers, Placed, borne_by, chains, covered, placed_in, with_people
from ingest.understand.norms.kinds import verbs_of
from ingest.understand.norms.markers import markers
from ingest.understand.norms.pronouns import (
    Before,
    has_subject_pronoun,
    meant_by_agent,
    meant_by_pronoun,
    points_back,
)
from ingest.understand.norms.syntax import consequence, is_passive, main_verb, opens_subordinate, preposition_before

_SMALL = frozenset({"ADV", "DET", "ADJ", "NUM", "PRON"})
_SIGNED = re.compile(r"[^,;:]{0,12},\s*(?:\S+\s+){0,4}\S+\.?$")
_ADVERBIAL = frozenset({"ADP", "ADV", "SCONJ", "NUM"})


def find_bearers(clause: Analysed, mentions: Sequence[Mention], previous: Before) -> Bearers | None:
    """The bearers that the clause itself shows, or None when it leaves them to its context.

    ``previous`` is what the clause before leaves in mind, to which a pronoun refers.
    """
    tokens, groups = clause.tokens, with_people(clause, chains(clause.text, mentions))
    placed = placed_in(tokens, groups)
    for group, first in placed:
        if first <= 2 and clause.text[group[-1].end :].lstrip(" )").startswith(":"):
            return borne_by(group, "bearer.label", 0.9)
    verb = main_verb(tokens)
    passive = is_passive(tokens, verb)
    if verb is not None and not passive:
        condition = _of_condition(tokens, placed, verb)
        before = replace(previous, topic=condition, named=()) if condition else previous
        pronoun = has_subject_pronoun(tokens, verb) and not _named_first(tokens, placed, verb)
        found = (None if pronoun else _subject(clause, placed, verb)) or _pronoun(tokens, verb, before)
        if found is not None:
            found = teller(clause, placed, verb, found, before) or together(clause, placed, verb, found)
            return _in_capacity(clause, groups, found) if found.actors else None
        if pronoun:
            return None
    return (
        recipient(clause, placed)
        or demanded(clause, placed)
        or _agent(tokens, placed, passive)
        or (_agent_pronoun(tokens, previous) if passive else None)
        or _parsed(clause, placed, passive)
        or shared(clause, placed, previous)
        or _marked(clause, placed, groups)
        or (_place(tokens, placed) if passive or "plaatsvinden" in verbs_of(tokens) else None)
        or _subordinate_subject(clause, placed, passive)
        or (_first_name(clause, placed) if verb is None else None)
        or maker(tokens, previous.topic, passive)
    )


def freestanding(clause: Analysed, mentions: Sequence[Mention]) -> Bearers | None:
    """The first actor in the clause that no preposition governs: who else would do what it asks."""
    for group, first in placed_in(clause.tokens, with_people(clause, chains(clause.text, mentions))):
        if preposition_before(clause.tokens, first) is None:
            return borne_by(group, "bearer.freestanding", 0.5)
    return None


def _in_capacity(clause: Analysed, groups: Sequence[list[Mention]], found: Bearers) -> Bearers:
    """The role in which the subject acts, or who it is here, where the clause says so.

    "De directie in de rol van technisch beheerder" is the beheerder; "deze partij (in casu Waterkring)" is Waterkring.
    """
    for group in groups:
        gap = clause.text[found.end or 0 : group[0].start].lower()
        named = group[0].actor
        if markers().in_fact.fullmatch(gap):
            return borne_by(group, "bearer.in-fact", 0.8)
        if (
            group[0].start >= (found.end or 0)
            and markers().capacity.fullmatch(gap)
            and "/" not in named.key
            and named.type is ActorType.ROLE
        ):
            return Bearers((named.key,), "bearer.capacity", 0.75, found.start, group[-1].end)
    return found


def _subject(clause: Analysed, placed: Placed, verb: int) -> Bearers | None:
    tokens = clause.tokens
    start = _main_clause_start(tokens, verb)
    before = [(g, first) for g, first in placed if start <= first < verb]
    for group, first in before:
        object_of_infinitive = tokens[verb].plural and len(group) == 1 and tokens[first - 1].text.lower() == "een"
        leads = preposition_before(tokens, first) is None and _leads(tokens, start, first) and not object_of_infinitive
        if leads or _some_of(tokens, start, first):
            return borne_by(group, "bearer.subject", 0.9)
    if any(token.pos in ("NOUN", "PROPN", "PRON") for token in tokens[start:verb]) and not (
        _inverted(tokens, start, verb) or _object_first(tokens, before, verb)
    ):
        return _predicate(clause, placed, verb)
    for group, first in placed:
        if first > verb:
            between = tokens[verb + 1 : first]
            if all(t.pos in _SMALL or t.text in ("(", "’", "‘", "der") for t in between) and not _asks(between):
                return borne_by(group, "bearer.inverted-subject", 0.85)
            break
    return None


def _named_first(tokens: Sequence[Token], placed: Placed, verb: int) -> bool:
    """Whether an actor in the verb's number opens the clause, as its subject: "De raad zendt u een advies"."""
    before = [first for _, first in placed if first < verb]
    return any(_leads(tokens, 0, first) and tokens[first].plural == tokens[verb].plural for first in before)


def _some_of(tokens: Sequence[Token], start: int, first: int) -> bool:
    """Whether the name at ``first`` tells of whom the subject is one, or none: "geen van de partners"."""
    words = [token.text.lower() for token in tokens[start:first]]
    return words[1:2] in (["van"], ["der"]) and words[0] in markers().some and len(words) <= 3


def _object_first(tokens: Sequence[Token], before: Sequence[object], verb: int) -> bool:
    """Whether the object opens the clause: nobody stands before a verb that things do not do, or in another number."""
    nouns = [token for token in tokens[:verb] if token.pos in ("NOUN", "PROPN")]
    other_number = bool(nouns) and nouns[0].plural and not tokens[verb].plural
    points = bool(verb) and points_back(tokens[0])
    objects = any(t.dep in ("obj", "iobj") and t.pos in ("NOUN", "PROPN") for t in tokens[verb + 1 : verb + 4])
    may = tokens[verb].lemma in grammar().modals and not (objects and any(t.dep == "nsubj" for t in nouns[:1]))
    acts = tokens[verb].lemma in markers().done_by_somebody or may
    return not before and not points and (other_number or acts)


def _asks(tokens: Sequence[Token]) -> bool:
    return any(t.text.lower() in grammar().questions for t in tokens)


def _predicate(clause: Analysed, placed: Placed, verb: int) -> Bearers | None:
    """An actor that the clause says something is: "de eerste overlegtafel is het directieberaad"."""
    if clause.tokens[verb].lemma != "zijn":
        return None
    for group, first in placed:
        between = clause.tokens[verb + 1 : first]
        direct = first > verb and preposition_before(clause.tokens, first) is None
        if direct and _ends_clause(clause.text[group[-1].end :]) and all(t.pos in _SMALL for t in between):
            return borne_by(group, "bearer.predicate", 0.75)
    return None


def _ends_clause(rest: str) -> bool:
    return re.match(r"\s*(?:[.;,]|$|of een daarvoor)", rest) is not None


def _main_clause_start(tokens: Sequence[Token], verb: int) -> int:
    """Where the main clause begins: after the comma that closes a subordinate clause in front, or after the colon of a
    label, else at once.
    """
    colon = next((i for i in range(verb) if tokens[i].text == ":"), None)
    if colon is not None and not any(token.form == "fin" for token in tokens[:colon]):
        return colon + 1
    if tokens and (opens_subordinate(tokens, 0) or tokens[0].pos == "SCONJ"):
        commas = [i for i in range(verb) if tokens[i].text == ","]
        return commas[-1] + 1 if commas else 0
    return 0


def _leads(tokens: Sequence[Token], start: int, first: int) -> bool:
    """Whether nothing but small words, or a phrase closed by a comma, stands before the name in its clause."""
    return all(t.pos in ("DET", "ADJ", "NUM", "ADV", "CCONJ", "PUNCT", "PRON") for t in tokens[start:first])


def _inverted(tokens: Sequence[Token], start: int, verb: int) -> bool:
    first = tokens[start:verb]
    if not first:
        return True
    return (
        first[0].pos in _ADVERBIAL
        or first[-1].text.lower() == "dan"
        or first[0].text[:1].isdigit()
        or first[0].text.lower() in markers().openers
        or any(t.lemma in markers().time_nouns for t in first[:4])
    )


def _of_condition(tokens: Sequence[Token], placed: Placed, verb: int) -> tuple[str, ...]:
    """Whom the condition is about that a clause opens with: "Haalt de partner de norm niet, dan legt hij dat uit"."""
    if not consequence(tokens):
        return ()
    subjects = (group for group, first in placed if first < verb and preposition_before(tokens, first) is None)
    return tuple(mention.actor.key for mention in next(subjects, ()))


def _pronoun(tokens: Sequence[Token], verb: int, previous: Before) -> Bearers | None:
    meant = meant_by_pronoun(tokens, verb, previous)
    return Bearers(*meant) if meant is not None else None


def _agent_pronoun(tokens: Sequence[Token], previous: Before) -> Bearers | None:
    meant = meant_by_agent(tokens, previous)
    return Bearers(*meant) if meant is not None else None


def _agent(tokens: Sequence[Token], placed: Placed, passive: bool) -> Bearers | None:
    nominal = bool(tokens) and tokens[0].pos == "NOUN" and main_verb(tokens) is None
    participle = passive or nominal or any(t.form == "part" or t.lemma in markers().happens for t in tokens)
    for group, first in placed:
        if participle and preposition_before(tokens, first) in markers().agent:
            return borne_by(group, "bearer.agent", 0.85 if passive else 0.6)
    return None


def _parsed(clause: Analysed, placed: Placed, passive: bool) -> Bearers | None:
    """The actor that the parser takes for the subject of the main verb, or for the agent of a passive."""
    wanted = "obl:agent" if passive else "nsubj"
    acts = any(token.form == "fin" for token in clause.tokens)
    for group, _ in placed:
        if not acts and _SIGNED.match(clause.text, group[-1].end):
            continue
        if any(_plays(clause.tokens, index, wanted) for index in covered(clause.tokens, group[0])):
            return borne_by(group, "bearer.parsed", 0.7)
    return None


def _plays(tokens: Sequence[Token], index: int, wanted: str) -> bool:
    """Whether the token has this relation to the root of the clause, or to a verb coordinated with the root."""
    token = tokens[index]
    if token.dep != wanted or token.head < 0:
        return False
    verb = tokens[token.head]
    return verb.dep == "ROOT" or (verb.dep == "conj" and verb.head >= 0 and tokens[verb.head].dep == "ROOT")


def _first_name(clause: Analysed, placed: Placed) -> Bearers | None:
    """A sentence that begins with a name although no verb was recognised in it, unless it is a signature."""
    tokens = clause.tokens
    if (
        placed
        and tokens[-1].text == "."
        and preposition_before(tokens, placed[0][1]) is None
        and _leads(tokens, 0, placed[0][1])
        and not _SIGNED.match(clause.text, placed[0][0][-1].end)
    ):
        return borne_by(placed[0][0], "bearer.first-name", 0.6)
    return None


def _marked(clause: Analysed, placed: Placed, groups: Sequence[list[Mention]]) -> Bearers | None:
    verb = main_verb(clause.tokens)
    if verb is not None and clause.tokens[verb].lemma not in markers().linking:
        return None
    for group, _ in placed:
        if markers().before.search(clause.text[: group[0].start].lower()):
            return _in_capacity(clause, groups, borne_by(group, "bearer.marked", 0.8))
    return None


def _place(tokens: Sequence[Token], placed: Placed) -> Bearers | None:
    if not verbs_of(tokens) & markers().place_verbs:
        return None
    for group, first in placed:
        preposition = preposition_before(tokens, first)
        if preposition in markers().place and (preposition == "tussen" or group[0].actor.type is ActorType.BODY):
            return borne_by(group, "bearer.place", 0.7)
    return None


def _subordinate_subject(clause: Analysed, placed: Placed, passive: bool) -> Bearers | None:
    tokens = clause.tokens
    for group, first in placed:
        index = first - 1
        while index >= 0 and tokens[index].pos in ("DET", "ADJ", "NUM"):
            index -= 1
        if (
            index >= 0
            and not passive
            and opens_subordinate(tokens, index)
            and tokens[index].text.lower() not in markers().conditions
        ):
            return borne_by(group, "bearer.subordinate-subject", 0.6)
    return None
